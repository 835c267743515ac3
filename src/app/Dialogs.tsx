import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { type Command, Commands } from '../panels/Commands'
import { Gallery } from '../panels/Gallery'
import { Gates } from '../panels/Gates'
import { KeySheet } from '../panels/KeySheet'
import { Rename } from '../panels/Rename'
import { nameAt } from '../program/rename'
import { useStore } from '../state/store'
import { allDeeds, putIn } from './all-deeds'
import type { Scope } from './deeds'

/** Everything that opens over the page. */
export const Dialogs = ({ scope }: { readonly scope: () => Scope }) => {
  const commands = useMemo(
    () => allDeeds.map(({ run, ...deed }): Command => ({ ...deed, run: () => run(scope()) })),
    [scope],
  )
  const nameHere = () => {
    const place = scope().editor?.selection()
    return place ? nameAt(useStore.getState().session.source, place.from) : null
  }
  return (
    <>
      <Gallery />
      <Gates
        onChoose={(offer) => {
          // The dialog goes first: below it the editor takes no focus.
          flushSync(() => useStore.getState().do.show(null))
          putIn(offer, scope())
        }}
      />
      <Rename nameHere={nameHere} />
      <Commands commands={commands} />
      <KeySheet commands={commands} />
    </>
  )
}

import { useMemo } from 'react'
import { type Command, Commands } from '../panels/Commands'
import { FindWire } from '../panels/FindWire'
import { Gallery } from '../panels/Gallery'
import { Gates } from '../panels/Gates'
import { KeySheet } from '../panels/KeySheet'
import { keysOf } from '../panels/keys'
import { Recent } from '../panels/Recent'
import { Rename } from '../panels/Rename'
import { Share } from '../panels/Share'
import { TakeAlong, type Taking } from '../panels/TakeAlong'
import { nameAt } from '../program/rename'
import { useStore } from '../state/store'
import { allDeeds, putIn } from './all-deeds'
import type { Scope } from './deed'
import { openFile, saveFile } from './files'
import { hallDeeds } from './hall-deeds'

/** Fetched when something is taken: painting for paper, code and TeX are not needed before. */
const take = async (taking: Taking): Promise<void> => (await import('./taking')).take(taking)

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
      <Gates onChoose={(offer) => putIn(offer, scope())} />
      <Recent onOpen={openFile} onSave={saveFile} />
      <Share />
      <TakeAlong onTake={take} />
      <FindWire onFind={(subject) => scope().camera?.flyTo(subject)} />
      <Rename nameHere={nameHere} />
      {/* The list does not offer itself. */}
      <Commands commands={commands.filter(({ keys }) => keys !== keysOf.commands)} />
      <KeySheet commands={commands} hall={hallDeeds} />
    </>
  )
}

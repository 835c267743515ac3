import { flushSync } from 'react-dom'
import { digitsNames, motionNames, themeNames, wantsNames } from '../panels/Display'
import { openExample } from '../panels/open'
import { examples } from '../program/gallery'
import { insertGate, type Offer, palette } from '../program/palette'
import { placeFor } from '../program/place'
import { useStore } from '../state/store'
import { outputSpanOf } from '../state/writing'
import type { Deed, Scope } from './deed'
import { deeds } from './deeds'

const act = () => useStore.getState().do

/** At the caret or round the selection, with what is to be filled in selected; before there is a caret, round the output. */
export const putIn = (offer: Offer, { editor }: Scope): void => {
  if (!editor) return
  const { session } = useStore.getState()
  const place = placeFor(session.source, editor.selection() ?? outputSpanOf(session))
  const { source, selection } = insertGate(session.source, place, offer)
  flushSync(() => act().edit(source))
  editor.select(selection)
}

const settings: readonly Deed[] = [
  ...Object.entries(themeNames).map(
    ([theme, name]): Deed => ({
      says: `Theme: ${name}`,
      group: 'Display',
      run: () => act().choose({ theme: theme as keyof typeof themeNames }),
    }),
  ),
  ...digitsNames.map(
    ([digits, name]): Deed => ({
      says: `Digits: ${name}`,
      group: 'Display',
      run: () => act().choose({ digits }),
    }),
  ),
  ...Object.entries(motionNames).map(
    ([motion, name]): Deed => ({
      says: `Motion: ${name}`,
      group: 'Display',
      run: () => act().choose({ motion: motion as keyof typeof motionNames }),
    }),
  ),
  ...Object.entries(wantsNames).map(
    ([wants, name]): Deed => ({
      says: `Wishes: ${name}`,
      group: 'Display',
      run: () => act().choose({ wants: wants as keyof typeof wantsNames }),
    }),
  ),
]

/** Everything that can be done. */
export const allDeeds: readonly Deed[] = [
  ...deeds,
  ...settings,
  ...examples.map(
    (example): Deed => ({
      says: `Open: ${example.title}`,
      group: 'Gallery',
      run: () => openExample(example),
    }),
  ),
  ...palette.map(
    (offer): Deed => ({
      says: `Put in ${offer.label}`,
      group: 'Gates',
      run: (scope) => putIn(offer, scope),
    }),
  ),
]

import { flushSync } from 'react-dom'
import { tidy } from '../language/tidy'
import type { EditorHandle } from '../panels/Editor'
import { turnOf } from '../panels/keys'
import { openExample } from '../panels/open'
import { digitsNames, motionNames, themeNames } from '../panels/Settings'
import { gallery } from '../program/gallery'
import { insertGate, type Offer, palette } from '../program/palette'
import { useStore } from '../state/store'
import { pictureOf } from '../state/views'
import type { CameraHandle } from '../view/CircuitView'

/** What deeds are done with. */
export type Scope = { readonly camera: CameraHandle | null; readonly editor: EditorHandle | null }

/** Where a key works: `page` anywhere but in a field for text, `everywhere` there too; never below an open dialog. */
export type Where = 'everywhere' | 'page' | 'picture' | 'editor'

/** Something that can be done. All ways to it, the keys, the sheet of keys and the list of commands, come from here. */
export type Deed = {
  readonly says: string
  readonly group: 'Program' | 'Picture' | 'Page' | 'Display' | 'Gallery' | 'Gates'
  /** As it stands on the sheet of keys. */
  readonly keys?: string
  readonly press?: { readonly where: Where; readonly when: (event: KeyboardEvent) => boolean }
  readonly run: (scope: Scope) => void
}

const act = () => useStore.getState().do

const plain = (...keys: readonly string[]) => {
  const wanted = new Set(keys)
  return ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
    wanted.has(key) && !ctrlKey && !metaKey && !altKey
}

const page: readonly Deed[] = [
  {
    says: 'Find anything that can be done',
    group: 'Page',
    keys: 'Ctrl+K',
    press: {
      where: 'everywhere',
      when: ({ key, ctrlKey, metaKey, altKey }) =>
        key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey,
    },
    run: () => act().show('commands'),
  },
  {
    says: 'Show all keys',
    group: 'Page',
    keys: '?',
    press: { where: 'page', when: plain('?') },
    run: () => act().show('keys'),
  },
  {
    says: 'Undo',
    group: 'Program',
    keys: 'Ctrl+Z',
    press: { where: 'page', when: (event) => turnOf(event) === 'undo' },
    run: () => act().undo(),
  },
  {
    says: 'Redo',
    group: 'Program',
    keys: 'Ctrl+Y',
    press: { where: 'page', when: (event) => turnOf(event) === 'redo' },
    run: () => act().redo(),
  },
  {
    says: 'Let go of the answer',
    group: 'Picture',
    keys: 'Esc',
    press: { where: 'page', when: plain('Escape') },
    run: () => act().pin(null),
  },
  {
    says: 'Zoom in',
    group: 'Picture',
    keys: '+',
    press: { where: 'picture', when: plain('+', '=') },
    run: ({ camera }) => camera?.zoomBy(1.25),
  },
  {
    says: 'Zoom out',
    group: 'Picture',
    keys: '−',
    press: { where: 'picture', when: plain('-', '−') },
    run: ({ camera }) => camera?.zoomBy(0.8),
  },
  {
    says: 'Fit the whole picture',
    group: 'Picture',
    keys: '0',
    press: { where: 'picture', when: plain('0') },
    run: ({ camera }) => camera?.fit(),
  },
  {
    says: 'Rename a wire everywhere',
    group: 'Program',
    keys: 'F2',
    press: { where: 'everywhere', when: plain('F2') },
    run: () => act().show('rename'),
  },
  {
    says: 'Format the program',
    group: 'Program',
    keys: 'Shift+Alt+F',
    press: {
      where: 'everywhere',
      // By place, not by letter: with Alt the key writes another one on some keyboards.
      when: ({ code, shiftKey, altKey, ctrlKey, metaKey }) =>
        code === 'KeyF' && shiftKey && altKey && !ctrlKey && !metaKey,
    },
    run: () => format(),
  },
  { says: 'Put in a gate', group: 'Program', run: () => act().show('gates') },
  { says: 'Begin with an empty program', group: 'Program', run: () => act().edit('') },
  { says: 'Open the gallery', group: 'Gallery', run: () => act().show('gallery') },
  { says: 'Go to the program', group: 'Page', run: ({ editor }) => editor?.select(editor.selection()) },
  {
    says: 'Go to the picture',
    group: 'Page',
    run: ({ camera }) => {
      const home = pictureOf(useStore.getState().session)?.scene.ends.home[0]
      if (home) camera?.focusOn(home)
    },
  },
  { says: 'Print the picture', group: 'Picture', run: () => window.print() },
]

export const format = (): void => act().edit(tidy(useStore.getState().session.source))

/** At the caret or round the selection, with what is to be filled in selected. */
export const putIn = (offer: Offer, { editor }: Scope): void => {
  if (!editor) return
  const { source, selection } = insertGate(useStore.getState().session.source, editor.selection(), offer)
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
]

/** Everything that can be done. */
export const deeds: readonly Deed[] = [
  ...page,
  ...settings,
  ...gallery.map(
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

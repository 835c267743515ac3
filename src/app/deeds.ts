import { tidy } from '../language/tidy'
import type { EditorHandle } from '../panels/Editor'
import { hasCommandKey, keysOf, turnOf } from '../panels/keys'
import { useStore } from '../state/store'
import { pictureOf } from '../state/views'
import { type CameraHandle, zoomStep } from '../view/CircuitView'

/** What deeds are done with. */
export type Scope = { readonly camera: CameraHandle | null; readonly editor: EditorHandle | null }

/** Where a key works: `page` anywhere but in a field for text, `everywhere` there too; never below an open dialog. */
export type Where = 'everywhere' | 'page' | 'picture'

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

/** What has keys, and what is done to the page as a whole. */
export const deeds: readonly Deed[] = [
  {
    says: 'Find anything that can be done',
    group: 'Page',
    keys: keysOf.commands,
    press: {
      where: 'everywhere',
      when: (event) =>
        event.key.toLowerCase() === 'k' && !event.altKey && hasCommandKey(event, navigator.platform),
    },
    run: () => act().show('commands'),
  },
  {
    says: 'Show all keys',
    group: 'Page',
    keys: keysOf.keys,
    press: { where: 'page', when: plain('?') },
    run: () => act().show('keys'),
  },
  {
    says: 'Undo',
    group: 'Program',
    keys: keysOf.undo,
    press: { where: 'page', when: (event) => turnOf(event) === 'undo' },
    run: () => act().undo(),
  },
  {
    says: 'Redo',
    group: 'Program',
    keys: keysOf.redo,
    press: { where: 'page', when: (event) => turnOf(event) === 'redo' },
    run: () => act().redo(),
  },
  {
    says: 'Let go of the answer',
    group: 'Picture',
    keys: 'Esc',
    press: { where: 'page', when: plain('Escape') },
    run: () => {
      act().pin(null)
      act().write(null)
    },
  },
  {
    says: 'Zoom in',
    group: 'Picture',
    keys: keysOf.zoomIn,
    press: { where: 'picture', when: plain('+', '=') },
    run: ({ camera }) => camera?.zoomBy(zoomStep),
  },
  {
    says: 'Zoom out',
    group: 'Picture',
    keys: keysOf.zoomOut,
    press: { where: 'picture', when: plain('-', '−') },
    run: ({ camera }) => camera?.zoomBy(1 / zoomStep),
  },
  {
    says: 'Fit the whole picture',
    group: 'Picture',
    keys: keysOf.fit,
    press: { where: 'picture', when: plain('0') },
    run: ({ camera }) => camera?.fit(),
  },
  {
    says: 'Rename a wire or a gate everywhere',
    group: 'Program',
    keys: keysOf.rename,
    press: { where: 'everywhere', when: plain('F2') },
    run: () => act().show('rename'),
  },
  {
    says: 'Format the program',
    group: 'Program',
    keys: keysOf.format,
    press: {
      where: 'everywhere',
      // By place, not by letter: with Alt the key writes another one on some keyboards.
      when: ({ code, shiftKey, altKey, ctrlKey, metaKey }) =>
        code === 'KeyF' && shiftKey && altKey && !ctrlKey && !metaKey,
    },
    run: () => format(),
  },
  { says: 'Put in a gate', group: 'Program', run: () => act().show('gates') },
  {
    says: 'Begin with an empty program',
    group: 'Program',
    run: ({ editor }) => {
      act().edit('')
      editor?.select({ from: 0, to: 0 })
    },
  },
  { says: 'Open the gallery', group: 'Gallery', run: () => act().show('gallery') },
  {
    says: 'Go to the program',
    group: 'Page',
    run: ({ editor }) => editor?.select(editor.selection() ?? { from: 0, to: 0 }),
  },
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

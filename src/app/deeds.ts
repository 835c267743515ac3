import { hasCommandKey, keysOf, turnOf } from '../panels/keys'
import { useStore } from '../state/store'
import { pictureOf } from '../state/views'
import { zoomStep } from '../view/CircuitView'
import { type Deed, plain } from './deed'
import { format } from './format'
import { storyDeeds } from './story-deeds'

const act = () => useStore.getState().do

/** What has keys, and what is done to the page as a whole. */
export const deeds: readonly Deed[] = [
  ...storyDeeds,
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
    says: 'Find a wire by its name',
    group: 'Picture',
    keys: keysOf.find,
    press: { where: 'page', when: plain('f', 'F') },
    run: () => act().show('find'),
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
  {
    says: 'Share this circuit: a link, a code to scan, a snippet for a page',
    group: 'Page',
    keys: keysOf.share,
    press: { where: 'page', when: plain('s', 'S') },
    run: () => act().show('share'),
  },
  { says: 'Recent programs; open a file, save as one', group: 'Page', run: () => act().show('recent') },
  {
    says: 'Take it along: picture, all steps, code',
    group: 'Page',
    keys: keysOf.take,
    press: { where: 'page', when: plain('t', 'T') },
    run: () => act().show('take'),
  },
  {
    says: 'The staged code beside the circuit, or the program',
    group: 'Program',
    keys: keysOf.code,
    press: { where: 'page', when: plain('c', 'C') },
    run: () => act().try({ code: !useStore.getState().session.bench.code }),
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

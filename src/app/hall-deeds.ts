import { useStore } from '../state/store'
import { plain } from './deed'

/** What a key does in front of a hall, and how it stands on the sheet of keys. */
export type HallDeed = {
  readonly says: string
  readonly keys: string
  readonly when: (event: KeyboardEvent) => boolean
  /** Works behind a cover; any other key there only takes it away. */
  readonly covered?: true
  readonly run: () => void
}

const act = () => useStore.getState().do
const hall = () => useStore.getState().session.hall

const cover = (colour: 'black' | 'white') => () =>
  act().arrange({ cover: hall()?.cover === colour ? null : colour })

/** Keyboards and clickers: they send the page keys, some F5, Escape, `.` or `b` too. */
export const hallDeeds: readonly HallDeed[] = [
  {
    says: 'Next step',
    keys: 'Page Down, →, Space, Enter',
    when: plain('PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter'),
    run: () => act().stepOn(),
  },
  {
    says: 'Step back',
    keys: 'Page Up, ←, Backspace',
    when: plain('PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace'),
    run: () => act().stepBack(),
  },
  { says: 'To the beginning', keys: 'Home', when: plain('Home'), run: () => act().toStart() },
  { says: 'To the end', keys: 'End', when: plain('End'), run: () => act().toEnd() },
  { says: 'Black screen', keys: 'B or .', when: plain('b', 'B', '.'), covered: true, run: cover('black') },
  { says: 'White screen', keys: 'W', when: plain('w', 'W'), covered: true, run: cover('white') },
  {
    says: 'Fill the screen',
    keys: 'F',
    when: plain('f', 'F'),
    run: () => act().arrange({ full: !hall()?.full }),
  },
  {
    says: 'A large pointer',
    keys: 'L',
    when: plain('l', 'L'),
    run: () => act().arrange({ pointer: !hall()?.pointer }),
  },
  {
    says: 'By gate, or by wire',
    keys: 'G',
    when: plain('g', 'G'),
    run: () => act().pace({ grain: useStore.getState().session.course.grain === 'gate' ? 'wire' : 'gate' }),
  },
  {
    says: 'Check by small nudges',
    keys: 'N',
    when: plain('n', 'N'),
    run: () => act().arrange({ check: !hall()?.check }),
  },
  { says: 'Find a wire', keys: '/', when: plain('/'), run: () => act().show('find') },
  { says: 'All keys', keys: '?', when: plain('?'), run: () => act().show('keys') },
  {
    says: 'Back to the desk',
    keys: 'Esc',
    when: plain('Escape'),
    covered: true,
    run: () => act().present(false),
  },
]

import { keysOf } from '../panels/keys'
import { useStore } from '../state/store'
import { type Deed, plain } from './deed'

const act = () => useStore.getState().do
const course = () => useStore.getState().session.course

/** What has arrows of its own, and what has a space: a button that was just pressed holds up no step. */
const withArrows = 'input, select, [popover], [role="button"]'
const withSpace = `${withArrows}, button, summary, a`

const free =
  (key: string) =>
  (event: KeyboardEvent): boolean => {
    const busy = key === ' ' ? withSpace : withArrows
    return plain(key)(event) && !(event.target instanceof Element && event.target.closest(busy))
  }

/** Clickers send the page keys: they step wherever the focus is. */
const stepping =
  (page: string, arrow: string) =>
  (event: KeyboardEvent): boolean =>
    plain(page)(event) || free(arrow)(event)

/** Walking through the story. */
export const walkDeeds: readonly Deed[] = [
  {
    says: 'Next step',
    group: 'Story',
    keys: keysOf.next,
    press: { where: 'page', when: stepping('PageDown', 'ArrowRight') },
    run: () => act().stepOn(),
  },
  {
    says: 'Step back',
    group: 'Story',
    keys: keysOf.back,
    press: { where: 'page', when: stepping('PageUp', 'ArrowLeft') },
    run: () => act().stepBack(),
  },
  {
    says: 'To the beginning',
    group: 'Story',
    keys: keysOf.start,
    press: { where: 'page', when: free('Home') },
    run: () => act().toStart(),
  },
  {
    says: 'To the end: every number at once',
    group: 'Story',
    keys: keysOf.end,
    press: { where: 'page', when: free('End') },
    run: () => act().toEnd(),
  },
  {
    says: 'Play, or pause',
    group: 'Story',
    keys: keysOf.play,
    press: { where: 'page', when: free(' ') },
    run: () => act().play(!course().playing),
  },
  {
    says: 'Steps by gate, or by wire',
    group: 'Story',
    keys: keysOf.grain,
    press: { where: 'page', when: plain('g', 'G') },
    run: () => act().pace({ grain: course().grain === 'gate' ? 'wire' : 'gate' }),
  },
]

/** The same, and what else is done with it. */
export const storyDeeds: readonly Deed[] = [
  ...walkDeeds,
  {
    says: 'And if it were a little more? Nudge a wire',
    group: 'Story',
    keys: keysOf.nudge,
    press: { where: 'page', when: plain('n', 'N') },
    run: () => {
      const { beside } = useStore.getState().session.bench
      act().try({ beside: beside === 'nudge' ? 'rule' : 'nudge', path: null })
    },
  },
  {
    says: 'Present: the circuit and its story alone',
    group: 'Story',
    keys: keysOf.present,
    press: { where: 'page', when: plain('p', 'P') },
    run: () => act().present(true),
  },
]

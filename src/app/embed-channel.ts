import { doneAt } from '../pass/story'
import { type Report, readOrder } from '../share/channel'
import { whereIn } from '../state/stepping'
import { useStore } from '../state/store'
import { pictureOf } from '../state/views'

/**
 * The page around listens to what is told here, and asks by messages; nobody else is heard. What is told is where the
 * story stands and how high it would like to be: nothing that a page from anywhere may not know.
 */
export const keepChannel = (page: Window, rest: () => number): (() => void) => {
  const owner = page.parent === page ? null : page.parent
  const tell = (report: Report): void => owner?.postMessage(report, '*')
  let told = ''

  const report = (again = false): void => {
    const state = stateNow(rest)
    const text = JSON.stringify(state)
    if (text === told && !again) return
    told = text
    tell(state)
  }

  const hear = ({ source, data }: MessageEvent): void => {
    if (source === null || source !== owner) return
    const order = readOrder(data)
    if (!order) return
    const { do: act, session } = useStore.getState()
    const where = whereIn(session)
    switch (order.kind) {
      case 'program':
        act.load({ source: order.source, digits: session.settings.digits }, { place: order.place })
        break
      case 'step':
        act.goTo(order.place && where ? doneAt(where, order.place) : null)
        break
      case 'next':
        act.stepOn()
        break
      case 'back':
        act.stepBack()
        break
      case 'tell':
        report(true)
    }
  }

  /** Page keys at the ends of the story are the owner's: a slide goes on where its circuit is done. */
  const press = (event: KeyboardEvent): void => {
    const to = { PageDown: 'next', PageUp: 'back' } as const
    const wish = to[event.key as keyof typeof to]
    const where = whereIn(useStore.getState().session)
    if (!wish || !owner || (where && !isAtEnd(where, wish))) return
    event.preventDefault()
    event.stopPropagation()
    tell({ type: 'backflow:leave', to: wish })
  }

  page.addEventListener('message', hear)
  page.addEventListener('keydown', press, { capture: true })
  page.addEventListener('resize', () => report())
  const leave = useStore.subscribe(() => report())
  report()
  return () => {
    leave()
    page.removeEventListener('message', hear)
    page.removeEventListener('keydown', press, { capture: true })
  }
}

const isAtEnd = ({ resting, done, stops }: NonNullable<ReturnType<typeof whereIn>>, to: 'next' | 'back') =>
  to === 'next' ? resting : !resting && done <= (stops[0] ?? 0)

const stateNow = (rest: () => number): Report => {
  const { session } = useStore.getState()
  const where = whereIn(session)
  const bounds = pictureOf(session)?.scene.bounds
  const width = document.documentElement.clientWidth
  const scale = bounds ? Math.min(1, width / bounds.width) : 1
  return {
    type: 'backflow:state',
    step: where && !where.resting ? (session.course.place?.step ?? null) : null,
    steps: where?.ends.length ?? 0,
    height: Math.ceil((bounds?.height ?? 200) * scale + rest()),
  }
}

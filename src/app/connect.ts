import { plainSettings } from '../lib/settings'
import { lecture } from '../program/lecture'
import { keepIn } from '../share/keep'
import { begin, type Session } from '../state/session'
import { frameOf } from '../state/still'
import { useStore } from '../state/store'
import { keepAddress, read } from './address'
import { fitAboveKeyboard } from './keyboard'
import { lines, type Reading, wear, wordOf } from './opening'

/** The few effects: the theme, the page's title and its address follow the session. Returns the way back. */
export const connect = async (page: Window): Promise<() => void> => {
  const { location, document } = page
  const keep = keepIn(() => page.localStorage)
  const reading = await read(location.hash)
  const opened = reading.kind === 'frame' ? reading.opened : null
  // The circuit alone is a page of its own.
  if (opened?.embed) location.replace(`embed.html${location.hash}`)
  const chosen = { ...plainSettings, ...keep.settings() }
  const first = begin(opened ? lines(opened.source) : lecture[0].source, chosen, opened ?? {})
  // Who comes for the first time, and not for somebody's circuit, is shown around.
  const isNew = !keep.isKnown() && !opened
  useStore.setState({ session: { ...first, lesson: isNew ? 'drag' : null, notice: wordOf(reading) } })

  const name = () => {
    document.title = titleOf(useStore.getState().session.source)
  }
  const address = keepAddress(page, open, name)

  const follow = (session: Session, before: Session) => {
    if (session.settings !== before.settings || session.hall !== before.hall)
      wear(document.documentElement, session)
    // Being shown around is remembered too: it happens once.
    if (session.chosen !== before.chosen || session.lesson !== before.lesson)
      keep.keepSettings(session.chosen)
    if (!sameFrame(session, before)) address.follow()
  }

  wear(document.documentElement, useStore.getState().session)
  name()
  const unsubscribe = useStore.subscribe((after, before) => follow(after.session, before.session))
  const release = fitAboveKeyboard(page)
  return () => {
    release()
    unsubscribe()
    address.leave()
  }
}

/** Somebody went to another address while the page was open. */
const open = (reading: Reading): void => {
  const { session, do: act } = useStore.getState()
  const word = wordOf(reading)
  if (reading.kind === 'frame') {
    const { source, settings, place, grain } = reading.opened
    const { digits = session.chosen.digits, theme = session.chosen.theme } = settings
    act.load({ source: lines(source), digits }, { place, grain })
    act.set({ theme })
  }
  act.say(word)
}

const sameFrame = (a: Session, b: Session): boolean => {
  const [now, before] = [frameOf(a), frameOf(b)]
  return (
    now.source === before.source &&
    a.settings === b.settings &&
    now.place === before.place &&
    now.grain === before.grain
  )
}

const titleOf = (source: string): string => {
  const last = source.split('\n').findLast((line) => line.trim() !== '')
  return last ? `${last.trim().slice(0, 60)} · Backflow` : 'Backflow'
}

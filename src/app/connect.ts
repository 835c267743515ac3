import { plainSettings } from '../lib/settings'
import { lecture } from '../program/lecture'
import { keepIn } from '../share/keep'
import { readLink, writeLink } from '../share/link'
import { begin, type Session } from '../state/session'
import { useStore } from '../state/store'
import { fitAboveKeyboard } from './keyboard'

/** Browsers drop or refuse more than 100 changes of the address in ten seconds, and a title costs them milliseconds. */
const pause = 500

/** The few effects: the theme, the page's title and its address follow the session. Returns the way back. */
export const connect = (page: Window): (() => void) => {
  const { location, history, document } = page
  let written = location.hash
  /** As the browser has it since we last looked: another one is somebody’s wish to go there. */
  let address = location.hash
  let waiting: number | undefined

  const keep = keepIn(() => page.localStorage)
  const opened = readLink(location.hash)
  const chosen = { ...plainSettings, ...keep.settings() }
  const first = begin(
    opened ? lines(opened.source) : lecture[0].source,
    chosen,
    opened?.settings,
    opened?.place,
  )
  // Who comes for the first time, and not for somebody's circuit, is shown around.
  useStore.setState({ session: { ...first, lesson: keep.isKnown() || opened ? null : 'drag' } })
  if (!opened && location.hash.length > 1) useStore.getState().do.say(unread)

  const write = () => {
    waiting = undefined
    const { source, settings, course } = useStore.getState().session
    document.title = titleOf(source)
    const link = writeLink(source, settings, course.place)
    if (link === written || location.hash !== address) return
    written = link
    if (link === '#') useStore.getState().do.say(tooLong)
    try {
      history.replaceState(history.state, '', link)
      address = location.hash
    } catch {
      // The address stays behind; the work is not in it.
    }
  }

  const follow = (session: Session, before: Session) => {
    if (session.settings !== before.settings || session.hall !== before.hall)
      wear(document.documentElement, session)
    // Being shown around is remembered too: it happens once.
    if (session.chosen !== before.chosen || session.lesson !== before.lesson)
      keep.keepSettings(session.chosen)
    const isElsewhere =
      session.source !== before.source ||
      session.settings !== before.settings ||
      session.course.place !== before.course.place
    if (isElsewhere) waiting ??= page.setTimeout(write, pause)
  }

  const open = () => {
    if (location.hash === address) return
    const link = readLink(location.hash)
    written = location.hash
    address = location.hash
    if (!link) return useStore.getState().do.say(location.hash.length > 1 ? unread : null)
    const { load, set } = useStore.getState().do
    const { chosen } = useStore.getState().session
    const { digits = chosen.digits, theme = chosen.theme } = link.settings
    load({ source: lines(link.source), digits }, link.place)
    set({ theme })
  }

  const now = useStore.getState().session
  wear(document.documentElement, now)
  document.title = titleOf(now.source)
  const unsubscribe = useStore.subscribe((after, before) => follow(after.session, before.session))
  const leave = () => {
    page.clearTimeout(waiting)
    if (waiting !== undefined) write()
  }
  page.addEventListener('hashchange', open)
  page.addEventListener('pagehide', leave)
  const release = fitAboveKeyboard(page)
  return () => {
    release()
    unsubscribe()
    page.removeEventListener('hashchange', open)
    page.removeEventListener('pagehide', leave)
    page.clearTimeout(waiting)
  }
}

const tooLong =
  'This text is too long to be kept in the address: copy it somewhere before you leave the page.'

const unread =
  'The link could not be read: it was cut or changed on the way, or made with a newer version. Your work is untouched.'

/** Text from outside may end its lines in other ways; fields and editors know one. */
const lines = (text: string): string => text.replace(/\r\n?/g, '\n')

/** A projector washes out a dark ground: a hall sees the light theme, unless another one was chosen. */
const wear = (root: HTMLElement, { settings: { theme, motion }, hall }: Session): void => {
  for (const [name, value] of [
    ['data-theme', hall && theme === 'auto' ? 'light' : theme],
    ['data-motion', motion],
  ] as const)
    if (value === 'auto') root.removeAttribute(name)
    else root.setAttribute(name, value)
}

const titleOf = (source: string): string => {
  const last = source.split('\n').findLast((line) => line.trim() !== '')
  return last ? `${last.trim().slice(0, 60)} · Backflow` : 'Backflow'
}

import { gallery } from '../program/gallery'
import { readLink, writeLink } from '../share/link'
import { begin, plainSettings, type Session } from '../state/session'
import { useStore } from '../state/store'

/** Browsers drop or refuse more than 100 changes of the address in ten seconds, and a title costs them milliseconds. */
const pause = 500

/** The few effects: the theme, the page's title and its address follow the session. Returns the way back. */
export const connect = (page: Window): (() => void) => {
  const { location, history, document } = page
  let written = location.hash
  let waiting: number | undefined

  const opened = readLink(location.hash)
  const settings = { ...plainSettings, ...opened?.settings }
  useStore.setState({ session: begin(opened ? lines(opened.source) : gallery[0].source, settings) })
  if (!opened && location.hash.length > 1) useStore.getState().do.say(unread)

  const write = () => {
    waiting = undefined
    const { source, settings } = useStore.getState().session
    document.title = titleOf(source)
    const link = writeLink(source, settings)
    if (link === written) return
    written = link
    if (link === '#') useStore.getState().do.say(tooLong)
    try {
      history.replaceState(history.state, '', link)
    } catch {
      // The address stays behind; the work is not in it.
    }
  }

  const follow = (session: Session, before: Session) => {
    if (session.settings.theme !== before.settings.theme)
      wear(document.documentElement, session.settings.theme)
    if (session.source !== before.source || session.settings !== before.settings)
      waiting ??= page.setTimeout(write, pause)
  }

  const open = () => {
    const link = readLink(location.hash)
    if (location.hash === written) return
    written = location.hash
    if (!link) return useStore.getState().do.say(location.hash.length > 1 ? unread : null)
    const { load, set } = useStore.getState().do
    const { digits = plainSettings.digits, ...settings } = link.settings
    load({ source: lines(link.source), digits })
    set(settings)
  }

  const now = useStore.getState().session
  wear(document.documentElement, now.settings.theme)
  document.title = titleOf(now.source)
  const unsubscribe = useStore.subscribe((after, before) => follow(after.session, before.session))
  const leave = () => {
    page.clearTimeout(waiting)
    if (waiting !== undefined) write()
  }
  page.addEventListener('hashchange', open)
  page.addEventListener('pagehide', leave)
  return () => {
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

const wear = (root: HTMLElement, theme: string): void => {
  if (theme === 'auto') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
}

const titleOf = (source: string): string => {
  const last = source.split('\n').findLast((line) => line.trim() !== '')
  return last ? `${last.trim().slice(0, 60)} · Backflow` : 'Backflow'
}

import { examples } from '../program/gallery'
import { writeQuery } from '../share/query'
import { shelfIn } from '../share/shelf'
import type { Session } from '../state/session'
import { frameOf } from '../state/still'
import { useStore } from '../state/store'

/** So long after a change it is saved (ms): no more than this is lost where the page is killed. */
const pause = 500

export type WorkKeeper = {
  /** The text or its view has changed. */
  readonly follow: () => void
  /** Another program is opened over this one. */
  readonly turn: (before: Session) => void
  /** Something else is written in place of this one: it is put away as it was. */
  readonly putAway: (before: Session) => void
  readonly leave: () => void
}

/**
 * The work is saved in this browser, each program in a place of its own, from its first change on. `isHeld`: whether the
 * address has all of it, too.
 */
export const keepWork = (page: Window, begun: Session, isHeld: () => boolean): WorkKeeper => {
  const shelf = shelfIn(() => page.localStorage)
  let key = freshKey()
  let opened = begun.source
  let waiting: number | undefined

  /** `address`: that of this work; empty where the page has already gone on to another's. */
  const save = (session: Session, address: string): void => {
    const isSaved = shelf.save(key, {
      source: session.source,
      query: writeQuery(frameOf(session)),
      at: Date.now(),
      address,
    })
    tell(isSaved)
  }
  const tell = (isKept: boolean): void => {
    const { session, do: deeds } = useStore.getState()
    if (isKept === session.unkept) deeds.apply((now) => ({ ...now, unkept: !isKept }))
  }

  const flush = (): void => {
    page.clearTimeout(waiting)
    if (waiting === undefined) return
    waiting = undefined
    const { session } = useStore.getState()
    const isEmpty = session.source.trim() === ''
    // An empty text is not put in place of a work; what is written next is another one.
    if (isEmpty) key = freshKey()
    if (isEmpty || session.source === opened) tell(true)
    else save(session, page.location.hash)
  }

  const putAway = (before: Session): void => {
    page.clearTimeout(waiting)
    waiting = undefined
    // Somebody's link too: whoever opens another one finds it again.
    if (before.source.trim() !== '' && !isExample(before.source)) save(before, '')
    key = freshKey()
  }

  const hide = (): void => {
    if (page.document.visibilityState === 'hidden') flush()
  }
  /** What neither this browser keeps nor the address holds is lost with the page: it asks before it goes. */
  const ask = (event: BeforeUnloadEvent): void => {
    flush()
    if (useStore.getState().session.unkept && !isHeld()) event.preventDefault()
  }
  page.addEventListener('beforeunload', ask)
  page.addEventListener('pagehide', flush)
  page.document.addEventListener('visibilitychange', hide)

  return {
    follow: () => {
      waiting ??= page.setTimeout(flush, pause)
    },
    turn: (before) => {
      putAway(before)
      opened = useStore.getState().session.source
    },
    putAway,
    leave: () => {
      page.clearTimeout(waiting)
      page.removeEventListener('beforeunload', ask)
      page.removeEventListener('pagehide', flush)
      page.document.removeEventListener('visibilitychange', hide)
    },
  }
}

const isExample = (source: string): boolean => examples.some((example) => example.source === source)

const freshKey = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`

import type { Session } from '../state/session'
import { frameOf } from '../state/still'
import { useStore } from '../state/store'
import { keepAddress } from './address'
import { takeFiles } from './files'
import { titleOf } from './opening'
import { keepWork } from './work'

/** The fragment that was read, and whether what was kept in this browser is open in its place. */
type Beginning = { readonly hash: string; readonly isKept: boolean }

/** What follows the work once the first picture is there: the address, the title, this browser's memory; and files. */
export const keepAll = (page: Window, begun: Session, { hash, isKept }: Beginning): (() => void) => {
  const named = () => {
    page.document.title = titleOf(useStore.getState().session.source)
  }
  const address = keepAddress(page, hash, named)
  const work = keepWork(page, begun)
  const stopTaking = takeFiles(page)

  const follow = (session: Session, before: Session): void => {
    if (session.opened !== before.opened) work.turn(before)
    if (sameFrame(session, before)) return
    address.follow()
    work.follow()
  }
  follow(useStore.getState().session, begun)
  if (isKept) address.follow()
  const unsubscribe = useStore.subscribe((after, before) => follow(after.session, before.session))
  return () => {
    unsubscribe()
    stopTaking()
    work.leave()
    address.leave()
  }
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

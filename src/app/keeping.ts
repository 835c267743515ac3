import { changeBetween } from '../lib/change'
import type { Session } from '../state/session'
import { frameOf } from '../state/still'
import { useStore } from '../state/store'
import { keepAddress } from './address'
import { takeFiles } from './files'
import { titleOf } from './opening'
import { bringTelling } from './telling'
import { keepWork } from './work'

/** The fragment that was read, and whether what was kept in this browser is open in its place. */
type Beginning = { readonly hash: string; readonly isKept: boolean }

/** What follows the work once the first picture is there: the address, the title, this browser's memory; and files. */
export const keepAll = (page: Window, begun: Session, { hash, isKept }: Beginning): (() => void) => {
  const named = () => {
    page.document.title = titleOf(useStore.getState().session.source)
  }
  // A link that is opened in place of this one may lead into the middle of its story.
  bringTelling()
  const address = keepAddress(page, hash, named)
  const work = keepWork(page, begun, address.holds)
  const stopTaking = takeFiles(page)

  const follow = (session: Session, before: Session): void => {
    if (session.opened !== before.opened) work.turn(before)
    else if (isReplaced(before.source, session.source)) work.putAway(before)
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

/** Hardly anything of a text that was worth keeping is left: another one is written in its place. */
const isReplaced = (before: string, after: string): boolean => {
  const change = before.length < shortest ? null : changeBetween(before, after)
  return change !== null && before.length - (change.to - change.from) < before.length / 5
}
const shortest = 12

const sameFrame = (a: Session, b: Session): boolean => {
  const [now, before] = [frameOf(a), frameOf(b)]
  return (
    now.source === before.source &&
    a.settings === b.settings &&
    now.place === before.place &&
    now.grain === before.grain
  )
}

import { unlit } from './bench'
import type { Hall } from './course'
import { type Session, write } from './session'

const plain: Hall = { full: true, cover: null, check: false, pointer: false }

/** In front of a hall there is only the circuit and its story; what was open over the page closes. */
export const present = (session: Session, on: boolean): Session =>
  (session.hall !== null) === on
    ? session
    : {
        ...write(session, null),
        hall: on ? plain : null,
        dialog: null,
        asked: null,
        pinned: false,
        bench: unlit(session.bench),
      }

/** Nothing where nobody is shown anything. */
export const arrange = (session: Session, change: Partial<Hall>): Session =>
  session.hall ? { ...session, hall: { ...session.hall, ...change } } : session

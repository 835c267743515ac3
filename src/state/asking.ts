import { idOf, type Subject } from '../scene/scene'
import { unlit } from './bench'
import { learn } from './lesson'
import type { Session } from './session'

/** Pointing asks for a moment; `pin` keeps the question until something else is asked. */
export const ask = (session: Session, asked: Subject | null): Session =>
  session.pinned || sameSubject(session.asked, asked)
    ? session
    : { ...session, asked, bench: unlit(session.bench) }

export const pin = (session: Session, asked: Subject | null): Session => ({
  ...(asked ? learn(session, 'ask') : session),
  asked,
  pinned: asked !== null,
  bench: unlit(session.bench),
})

export const sameSubject = (a: Subject | null, b: Subject | null): boolean =>
  a === b || (a !== null && b !== null && idOf(a) === idOf(b))

/** The caret has moved, or left the text. */
export const point = (session: Session, cursor: number | null): Session =>
  session.cursor === cursor ? session : { ...session, cursor }

import { idOf, type Subject } from '../scene/scene'
import { isBehind } from './arranged'
import { unlit } from './bench'
import { learn } from './lesson'
import type { Session } from './session'

/** Pointing asks for a moment; `pin` keeps the question until something else is asked. */
export const ask = (session: Session, wanted: Subject | null): Session => {
  const asked = answerable(session, wanted)
  return session.pinned || sameSubject(session.asked, asked)
    ? session
    : { ...session, asked, bench: unlit(session.bench) }
}

export const pin = (session: Session, wanted: Subject | null): Session => {
  const asked = answerable(session, wanted)
  return {
    ...(asked ? learn(session, 'ask') : session),
    asked,
    pinned: asked !== null,
    bench: unlit(session.bench),
  }
}

/** A picture that is still that of another text would be answered with the numbers of this one. */
const answerable = (session: Session, wanted: Subject | null): Subject | null =>
  wanted && isBehind(session) ? null : wanted

export const sameSubject = (a: Subject | null, b: Subject | null): boolean =>
  a === b || (a !== null && b !== null && idOf(a) === idOf(b))

/** The caret has moved, or left the text. */
export const point = (session: Session, cursor: number | null): Session =>
  session.cursor === cursor ? session : { ...session, cursor }

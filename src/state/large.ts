import type { Program } from '../program/derive'
import { programOf } from '../program/drawable'
import { isLarge, placesOf, roomFor } from './arranged'
import type { Session } from './session'

/** The program whose picture has to be laid out before it is there; null where nothing is waited for. */
export const awaited = (session: Session): Program | null => {
  // What comes next is not known yet.
  if (session.unread !== null) return null
  const program = programOf(session.whole)
  if (!program || !isLarge(program)) return null
  return placesOf(session, program, roomFor(session)) === null ? program : null
}

/** Its layout was called off, and is not wanted until it is asked for again. */
export const isCalledOff = (session: Session): boolean =>
  session.unarranged !== null && session.unarranged === awaited(session)?.circuit

export const callOff = (session: Session): Session => ({
  ...session,
  unarranged: awaited(session)?.circuit ?? null,
})
export const takeUp = (session: Session): Session => ({ ...session, unarranged: null })

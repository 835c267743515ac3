import type { Circuit } from '../circuit/circuit'
import { sameStructure } from '../circuit/structure'
import { moved } from '../layout/placed'
import { budget } from '../lib/budget'
import { latest } from '../lib/remember'
import type { Program } from '../program/derive'
import { programOf } from '../program/drawable'
import type { Arranged } from './arranged'
import type { Session } from './session'

/** Too large to be drawn whole: seen through a window, and laid out in the background. */
export const isLarge = ({ circuit }: Pick<Program, 'circuit'>): boolean => circuit.wires.length > budget.whole

const again = latest(({ layout, space }: Arranged, circuit: Circuit) => ({
  layout: moved(layout, circuit),
  space,
}))

/** The places of a circuit, if those that were found last are its; null while they are not. */
export const placesOf = (
  { arranged, opened }: Session,
  { circuit }: Program,
  digits: number,
): Pick<Arranged, 'layout' | 'space'> | null => {
  if (arranged === null || arranged.digits !== digits || arranged.opened !== opened) return null
  if (!sameStructure(arranged.program.circuit, circuit)) return null
  return arranged.program.circuit === circuit ? arranged : again(arranged, circuit)
}

/** Room for two decimals even while integers are printed: a drag that needs them moves nothing. */
export const roomFor = ({ settings }: Session): number => (settings.digits === 'auto' ? 2 : settings.digits)

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

import type { Circuit } from '../circuit/circuit'
import { sameStructure } from '../circuit/structure'
import { moved, type Placed } from '../layout/placed'
import type { Space } from '../layout/space'
import { budget } from '../lib/budget'
import { latest } from '../lib/remember'
import type { Settings } from '../lib/settings'
import type { Program } from '../program/derive'
import { programOf } from '../program/drawable'

/** Where a large circuit stands, found by work that takes its time; it does for every circuit of the same structure. */
export type Arranged = {
  readonly program: Program
  readonly digits: number
  /** Which of the programs that were opened it stands for: another one is laid out as if nothing had stood before. */
  readonly opened: number
  readonly layout: Placed
  readonly space: Space
}

/** What of a session says where its circuits stand. */
export type Standing = {
  readonly whole: string | null
  readonly before: string | null
  readonly settings: Settings
  readonly opened: number
  readonly arranged: Arranged | null
}

/** Too large to be drawn whole: seen through a window, and laid out in the background. */
export const isLarge = ({ circuit }: Pick<Program, 'circuit'>): boolean => circuit.wires.length > budget.whole

const again = latest(({ layout, space }: Arranged, circuit: Circuit) => ({
  layout: moved(layout, circuit),
  space,
}))

/** The places of a circuit, if those that were found last are its; null while they are not. */
export const placesOf = (
  { arranged, opened }: Pick<Standing, 'arranged' | 'opened'>,
  { circuit }: Program,
  digits: number,
): Pick<Arranged, 'layout' | 'space'> | null => {
  if (arranged === null || arranged.digits !== digits || arranged.opened !== opened) return null
  if (!sameStructure(arranged.program.circuit, circuit)) return null
  return arranged.program.circuit === circuit ? arranged : again(arranged, circuit)
}

/** Room for two decimals even while integers are printed: a drag that needs them moves nothing. */
export const roomFor = ({ settings }: Pick<Standing, 'settings'>): number =>
  settings.digits === 'auto' ? 2 : settings.digits

const isPictured = (session: Standing): boolean => {
  const program = programOf(session.whole)
  return program !== null && (!isLarge(program) || placesOf(session, program, roomFor(session)) !== null)
}

/** Whether a circuit that stands where it is no longer wanted, as with other digits, is the one that is. */
export const isAsBefore = ({ arranged }: Pick<Standing, 'arranged'>, { circuit }: Program): boolean =>
  arranged !== null && sameStructure(arranged.program.circuit, circuit)

/** Whether the picture is that of a text before the last whole one: nothing that is asked of it is answered. */
export const isBehind = (session: Standing): boolean => {
  const program = programOf(session.whole)
  return program !== null && !isPictured(session) && !isAsBefore(session, program)
}

/** The text whose picture stays while that of `whole`, a text that comes next, is laid out; null where that takes no time. */
export const pictureBefore = (session: Standing, whole: string | null): string | null => {
  if (whole === session.whole) return session.before
  if (isPictured({ ...session, whole })) return null
  return isPictured(session) ? session.whole : session.before
}

/** Whether it can be set number by number, on a page or in a file. */
export const hasPages = ({ whole }: Pick<Standing, 'whole'>): boolean =>
  (programOf(whole)?.circuit.wires.length ?? 0) <= budget.pages

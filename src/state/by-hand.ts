import { type HandLine, handLinesOf } from '../program/by-hand'
import { programOf } from '../program/drawable'
import type { Session } from './session'

const none: readonly HandLine[] = []

/** Backward lines that somebody wrote, compared; none while the text has problems: the numbers are of another one. */
export const handLinesIn = ({ source, whole }: Session): readonly HandLine[] => {
  const program = source === whole ? programOf(whole) : null
  return program && program.asides.length > 0 ? handLinesOf(program) : none
}

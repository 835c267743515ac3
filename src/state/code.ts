import { type Naming, namesIn } from '../code/names'
import type { Dialect } from '../code/python'
import { type CodeLine, codeOf } from '../code/staged'
import { latest } from '../lib/remember'
import type { Program } from '../program/derive'
import { programOf } from '../program/drawable'
import type { Session } from './session'
import { type Whereabouts, whereIn } from './stepping'

/** A word of a line, and the wire whose number or gradient it names. */
export type Word = { readonly text: string; readonly wire: string | null }

/** A line of the code as the story has it: yet to run, just run, or over. */
export type ShownLine = {
  readonly line: CodeLine
  readonly words: readonly Word[]
  readonly stands: 'over' | 'now' | 'ahead' | 'aside'
}

/** Of a circuit of so many wires the code is shown; of a larger one it takes too long to be written at each step. */
const mostWires = 3000

/** How many wires a circuit has that is too large for that; null of any other, and where there is none. */
export const tooLongIn = (session: Session): number | null => {
  const wires = programOf(session.whole)?.circuit.wires.length ?? 0
  return wires > mostWires ? wires : null
}

/** The staged code beside the circuit; null where there is none. The same reference while nothing changes. */
export const codeIn = (session: Session): readonly ShownLine[] | null => {
  const program = programOf(session.whole)
  const where = whereIn(session)
  if (!program || !where || tooLongIn(session) !== null) return null
  return shown(read(program, session.bench.dialect, session.bench.naming), where)
}

type Read = { readonly lines: readonly CodeLine[]; readonly words: readonly (readonly Word[])[] }

const read = latest((program: Program, dialect: Dialect, naming: Naming): Read => {
  const lines = codeOf(program, { dialect, naming })
  const names = namesIn(program.circuit, naming)
  const wires = new Map(
    program.circuit.wires.flatMap((wire) => [
      [names.of(wire), wire.key],
      [names.gradientOf(wire), wire.key],
    ]),
  )
  return { lines, words: lines.map(({ text }) => wordsIn(text, wires)) }
})

const wordsIn = (text: string, wires: ReadonlyMap<string, string>): readonly Word[] =>
  text
    .split(/([\p{L}_][\p{L}\p{N}_]*)/u)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, wire: wires.get(word) ?? null }))

const shown = latest(({ lines, words }: Read, { done, ends, resting }: Whereabouts): readonly ShownLine[] => {
  // All that the moment has done is marked, be it one share or several.
  const before = ends.findLast((end) => end < done) ?? 0
  return lines.map((line, i) => ({
    line,
    words: words[i] ?? [],
    stands: standOf(line, { before, done, resting }),
  }))
})

const standOf = (
  { done: at }: CodeLine,
  { before, done, resting }: { readonly before: number; readonly done: number; readonly resting: boolean },
): ShownLine['stands'] => {
  if (at === null) return 'aside'
  if (at > done) return 'ahead'
  return at > before && !resting ? 'now' : 'over'
}

import type { Literal } from '../circuit/build'
import { rewriteLiteral, writeAssignment } from '../language/edit'
import { largestLiteral } from '../lib/literal'
import { latest } from '../lib/remember'
import { forward } from '../pass/forward'
import { gradientAt } from '../pass/story'
import { inputsOf, type Program, passOf } from '../program/derive'
import { programOf } from '../program/drawable'
import type { Bench } from './bench'
import { refuse } from './refusing'
import { edit, type Session, say } from './session'
import { knownIn } from './stepping'

/** Enough digits for every number that is shown, few enough that 2 + 0.18 is 2.18. */
const digits = 12

/** A number as the program's language writes it. */
const literalOf = (value: number): string => {
  const kept = Math.min(largestLiteral, Math.max(-largestLiteral, value))
  return String(Number(kept.toPrecision(digits)))
}

/** An input that is free to move and has somewhere to go, and its number after the step. */
type Move = { readonly slot: number; readonly change: number; readonly literal: string }

type Step = readonly [rate: number, aim: Bench['aim'], locked: readonly string[]]

const movesIn = (program: Program | null, ...[rate, aim, locked]: Step): readonly Move[] => {
  if (!program) return []
  const { gradients } = passOf(program)
  return program.literals.flatMap(({ wire, name, value }, slot) => {
    const change = (aim === 'raise' ? rate : -rate) * (gradients[wire] as number)
    if (locked.includes(name) || !Number.isFinite(change) || !Number.isFinite(value) || change === 0)
      return []
    const literal = literalOf(value + change)
    // Too small to change a digit that is written.
    return Number(literal) === value ? [] : [{ slot, change, literal }]
  })
}

/** Why nothing moves. */
export const notYet = 'The inputs hear what to wish for in the backward pass: first go to its end.'
export const noMove = 'No input can move: all are locked, or their gradients are too small.'

/** What a step would do to the output: now, as the gradients promise (Σ rate·g²), and really. */
export type Forecast = { readonly from: number; readonly predicted: number; readonly to: number }

/**
 * Null where nothing can move; `later` where the backward pass has not come to every input that can. The same
 * reference while nothing changes.
 */
export const forecastOf = (session: Session): Forecast | 'later' | null => {
  const { rate, aim, locked } = session.bench
  const program = programOf(session.whole)
  return isTold(session) ? forecast(program, rate, aim, locked) : 'later'
}

/** Whether the story has come to every input that may move. */
const isTold = (session: Session): boolean => {
  const program = programOf(session.whole)
  const known = knownIn(session)
  if (!program || !known) return true
  const free = program.literals.filter(({ name }) => !session.bench.locked.includes(name))
  return free.every(({ wire }) => gradientAt(passOf(program), known, wire) === 'whole')
}

const forecast = latest((program: Program | null, ...step: Step): Forecast | null => {
  const moves = movesIn(program, ...step)
  if (!program || moves.length === 0) return null
  const { circuit, values, gradients } = passOf(program)
  const inputs = inputsOf(program)
  let predicted = 0
  for (const { slot, change, literal } of moves) {
    predicted += change * (gradients[circuit.inputs[slot] as number] as number)
    inputs[slot] = Number(literal)
  }
  const from = values[circuit.output] as number
  return { from, predicted, to: forward(circuit, inputs)[circuit.output] as number }
})

/** Every input that is not locked follows its gradient one step, up or down: new numbers in the text, one undo entry. */
export const followWishes = (session: Session): Session => {
  if (session.source !== session.whole) return refuse(session)
  const { rate, aim, locked } = session.bench
  if (!isTold(session)) return say(session, notYet)
  const program = programOf(session.whole)
  const moves = movesIn(program, rate, aim, locked)
  if (!program || moves.length === 0) return say(session, noMove)
  const written = moves.map(({ slot, literal }) => ({ ...(program.literals[slot] as Literal), literal }))
  // From the last to the first: what is rewritten moves nothing that is still to be.
  const rewritten = written
    .flatMap(({ span, literal }) => (span ? [{ span, literal }] : []))
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((text, { span, literal }) => rewriteLiteral(text, span, literal), session.source)
  const source = written
    .filter(({ span }) => span === null)
    .reduceRight((text, { name, literal }) => writeAssignment(text, name, literal), rewritten)
  return edit(session, source)
}

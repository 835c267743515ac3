import { largestLiteral } from '../lib/literal'
import { latest } from '../lib/remember'
import { forward } from '../pass/forward'
import { inputsOf, type Program, passOf } from '../program/derive'
import { programOf } from '../program/drawable'
import type { Bench } from './bench'
import { withInput } from './inputs'
import { broken, edit, type Session, say } from './session'

/** Enough digits for every number that is shown, few enough that 2 + 0.18 is 2.18. */
const digits = 12

/** A number as the program's language writes it. */
const literalOf = (value: number): string => {
  const kept = Math.min(largestLiteral, Math.max(-largestLiteral, value))
  return String(Number(kept.toPrecision(digits)))
}

/** An input that is free to move and has somewhere to go: its key, and its number after the step. */
type Move = { readonly key: string; readonly slot: number; readonly change: number; readonly literal: string }

type Step = readonly [rate: number, aim: Bench['aim'], locked: readonly string[]]

const movesIn = (program: Program | null, ...[rate, aim, locked]: Step): readonly Move[] => {
  if (!program) return []
  const { gradients } = passOf(program)
  return program.literals.flatMap(({ wire, name, value }, slot) => {
    const change = (aim === 'raise' ? rate : -rate) * (gradients[wire] as number)
    if (locked.includes(name) || !Number.isFinite(change) || !Number.isFinite(value) || change === 0)
      return []
    const key = program.circuit.wires[wire]?.key ?? ''
    return [{ key, slot, change, literal: literalOf(value + change) }]
  })
}

/** What a step would do to the output: now, as the gradients promise (Σ rate·g²), and really. */
export type Forecast = { readonly from: number; readonly predicted: number; readonly to: number }

/** Null where nothing can move. The same reference while nothing changes. */
export const forecastOf = ({ whole, bench }: Session): Forecast | null =>
  forecast(programOf(whole), bench.rate, bench.aim, bench.locked)

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
  if (session.source !== session.whole) return say(session, broken)
  const { rate, aim, locked } = session.bench
  const moves = movesIn(programOf(session.whole), rate, aim, locked)
  if (moves.length === 0) return say(session, 'No input can move: all are locked, or their gradients are 0.')
  const source = moves.reduce((text, { key, literal }) => {
    const written = withInput({ ...session, source: text }, key, literal)
    return written.ok ? written.value : text
  }, session.source)
  return edit(session, source)
}

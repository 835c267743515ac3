import type { Wire, WireId } from '../circuit/circuit'
import { budget } from '../lib/budget'
import { ended, preciseNumber } from '../lib/format'
import { keptWith } from '../lib/remember'
import type { Result } from '../lib/result'
import { compile, knownOf, type Program, passOf } from './derive'
import { tooMany } from './too-many'

/** Of a long text that is still to be read: no program yet, and nothing wrong that is known. */
export const unread: Result<never> = { ok: false, problems: [] }

let isReadInSlices = false

/** From now on somebody reads long texts in slices and keeps what is found; else they are read at once. Returns the way back. */
export const expectSlices = (): (() => void) => {
  isReadInSlices = true
  return () => {
    isReadInSlices = false
  }
}

/** A program that can also be drawn: one with more gates than a picture holds is a problem, not a frozen page. */
export const drawable = (source: string): Result<Program> =>
  checked(isReadInSlices && source.length > budget.atOnce ? (knownOf(source) ?? unread) : compile(source))

const checked = keptWith((compiled: Result<Program>): Result<Program> => {
  const problem = compiled.ok ? tooMany(compiled.value.circuit, budget.drawn, 'drawn') : null
  if (!compiled.ok || !problem) return compiled
  return { ok: false, problems: [{ ...problem, hint: `${numbersOf(compiled.value)} ${problem.hint}` }] }
})

/** What is to be known of a circuit that is not drawn: its output, and the gradients of its first inputs. */
const numbersOf = (program: Program): string => {
  const { circuit, values, gradients } = passOf(program)
  const { wires, output, inputs } = circuit
  const say = (wire: WireId, numbers: Float64Array): string =>
    `${calledIn(wires[wire])} = ${preciseNumber(numbers[wire] as number)}`
  const slopes = inputs.slice(0, told).map((input) => say(input, gradients))
  const more = inputs.length > told ? ' …' : ''
  return ended(`It is computed all the same: ${say(output, values)}; gradients: ${slopes.join(', ')}${more}`)
}
const told = 3

const calledIn = (wire: Wire | undefined): string => (wire?.names[0] ? `\`${wire.names[0]}\`` : 'the output')

/** The program of a text that is whole; null for any other, or none. */
export const programOf = (source: string | null): Program | null => {
  const compiled = source === null ? null : drawable(source)
  return compiled?.ok ? compiled.value : null
}

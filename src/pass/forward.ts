import type { Circuit, WireId } from '../circuit/circuit'
import { engineOf } from './engine'
import type { Engine } from './machine'

/** A wire that carries so much more than its maker puts on it: how a wire is nudged. */
export type Raised = { readonly wire: WireId; readonly by: number }

/**
 * The forward pass: the value of every wire, by wire id, from the numbers of the inputs, by slot.
 * IEEE arithmetic throughout; nothing throws.
 */
export const forward = (
  circuit: Circuit,
  inputs: ArrayLike<number>,
  raised: readonly Raised[] = [],
): Float64Array => {
  const engine = engineOf(circuit)
  const numbers = newNumbers(engine, engine.places.gradients)
  runGates(engine, inputs, numbers, raised)
  return numbers.subarray(0, engine.places.locals)
}

/** The numbers of a pass before it, constants alone, as far as `end`. */
export const newNumbers = ({ known }: Engine, end: number): Float64Array => {
  const numbers = new Float64Array(end)
  for (let i = 0; i < known.places.length; i++) numbers[known.places[i] as number] = known.values[i] as number
  return numbers
}

/** Every gate once, its local gradients with its value where they are no numbers that are there anyway, kind by kind. A loop stops at a gate whose wire is raised. */
export const runGates = (
  { groups, rows, doneAt, inputs: wires }: Engine,
  inputs: ArrayLike<number>,
  numbers: Float64Array,
  raised: readonly Raised[] = [],
): void => {
  for (let slot = 0; slot < wires.length; slot++) numbers[wires[slot] as number] = inputs[slot] ?? Number.NaN
  const raise = ({ wire, by }: Raised): void => {
    numbers[wire] = (numbers[wire] as number) + by
  }
  const endOf = ({ wire }: Raised): number => doneAt[wire] as number
  const stops = raised.toSorted((a, b) => endOf(a) - endOf(b))
  let next = 0
  for (; next < stops.length && endOf(stops[next] as Raised) === 0; next++) raise(stops[next] as Raised)
  for (const { batch, from, to } of groups) {
    let start = from
    for (let stop = stops[next]; stop && endOf(stop) <= to; stop = stops[++next]) {
      batch(numbers, rows, start, endOf(stop))
      raise(stop)
      start = endOf(stop)
    }
    batch(numbers, rows, start, to)
  }
}

/** The numbers at a gate's ports. */
export const operandsAt = (inputs: readonly WireId[], values: Float64Array): readonly number[] =>
  inputs.map((input) => values[input] as number)

import type { WireId } from '../circuit/circuit'
import { edgeAt, type Pass } from './backward'
import { courseOf, hearing, type Step, stepAt } from './steps'

/**
 * How much of the pass is over: so many moments, and of the next one so many shares. A moment is what happens at one
 * gate: its forward step, the seed, or all the shares that it sends back.
 */
export type Place = { readonly step: number; readonly share: number }

/** All steps of a pass, cut into moments; each is read as it is asked for. */
export type Story = {
  readonly length: number
  /** For every moment, how many steps are over with it. */
  readonly ends: Int32Array
  /** How many moments the forward pass has; the next one is the seed. */
  readonly forward: number
  readonly at: (step: number) => Step
}

/** The one list of steps, read from the pass. */
export const storyOf = (pass: Pass): Story => {
  const { length, ends, gates } = courseOf(pass.circuit)
  return { length, ends, forward: gates.length, at: (step) => stepAt(pass, step) }
}

export const stepsOf = ({ length, at }: Pick<Story, 'length' | 'at'>): readonly Step[] =>
  Array.from({ length }, (_, step) => at(step))

type Cut = Pick<Story, 'ends'>

/** The first moment that ends after so many steps; the number of moments where none does. */
const momentAfter = (ends: Int32Array, done: number): number => {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) > done) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether a moment ends when so many steps are over. */
export const isEnd = ({ ends }: Cut, done: number): boolean => ends[momentAfter(ends, done) - 1] === done

/** How many steps are over at a place; one beyond the story is its end, a share beyond its moment the moment's end. */
export const doneAt = ({ ends }: Cut, { step, share }: Place): number => {
  const before = step <= 0 ? 0 : (ends[Math.min(step, ends.length) - 1] ?? 0)
  return Math.min(before + Math.max(0, share), ends[Math.max(0, step)] ?? before)
}

/** The place at which so many steps are over. */
export const placeOf = ({ ends }: Cut, done: number): Place => {
  const step = momentAfter(ends, done)
  return { step, share: step === ends.length ? 0 : done - (ends[step - 1] ?? 0) }
}

/** The steps of the moment that a place is in the middle of, or has just ended, as far as they are over. */
export const momentAt = ({ length, ends, at }: Story, done: number): readonly Step[] => {
  const from = ends[momentAfter(ends, done - 1) - 1] ?? 0
  const to = Math.min(done, length)
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => at(from + i))
}

/** What is known when so many steps are over. Numbers stay in the pass; here is only which of them are there yet. */
export type Known = {
  readonly hasValue: (wire: WireId) => boolean
  /** Whether the share of an edge has been sent. */
  readonly hasShare: (edge: number) => boolean
  /** The shares that have come to a wire so far, and what they add up to; the seed counts as one. */
  readonly heardBy: (wire: WireId) => { readonly heard: number; readonly total: number }
  /** The backward pass is over: a wire that has heard nothing never will. */
  readonly over: boolean
}

/** What is known after the first `done` steps: a prefix of the one list, never a second computation. */
export const knownAt = (pass: Pass, { length }: Pick<Story, 'length'>, done: number): Known => {
  const { valueAt, sentAt } = courseOf(pass.circuit)
  return {
    hasValue: (wire) => (valueAt[wire] as number) < done,
    hasShare: (edge) => (sentAt[edge] as number) < done,
    heardBy: (wire) => hearing(pass, wire, done),
    over: done >= length,
  }
}

/** Whether the gradient of a wire is there: not yet, so far as some shares have come, or whole. */
export const gradientAt = (pass: Pass, known: Known, wire: WireId): 'none' | 'part' | 'whole' => {
  const [{ heard }, voices] = [known.heardBy(wire), voicesOf(pass, wire)]
  if (heard === voices) return voices > 0 || known.over ? 'whole' : 'none'
  return heard > 0 ? 'part' : 'none'
}

/** Whether a use of a wire has sent its share; what does not reach the output sends 0, when all is over. */
export const isSent = (pass: Pass, known: Known, by: WireId, port: number): boolean =>
  known.hasShare(edgeAt(pass, by, port)) || (known.over && !pass.circuit.wires[by]?.reachesOutput)

/** How many shares a wire waits for; the output hears the seed alone. */
export const voicesOf = ({ circuit }: Pass, wire: WireId): number => {
  if (wire === circuit.output) return 1
  const uses = circuit.wires[wire]?.uses ?? []
  return uses.filter(({ by }) => circuit.wires[by]?.reachesOutput).length
}

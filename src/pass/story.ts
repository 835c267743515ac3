import type { WireId } from '../circuit/circuit'
import { edgeAt, type Pass, seed } from './backward'
import { type Step, stepsOf } from './steps'

/**
 * How much of the pass is over: so many moments, and of the next one so many shares. A moment is what happens at one
 * gate: its forward step, the seed, or all the shares that it sends back.
 */
export type Place = { readonly step: number; readonly share: number }

/** All steps of a pass, cut into moments. */
export type Story = {
  readonly steps: readonly Step[]
  /** For every moment, how many steps are over with it. */
  readonly ends: readonly number[]
  /** How many moments the forward pass has; the next one is the seed. */
  readonly forward: number
}

/** The one list of steps, read from the pass. */
export const storyOf = (pass: Pass): Story => {
  const steps = [...stepsOf(pass)]
  const ends = steps.flatMap((step, i) => (sameMoment(step, steps[i + 1]) ? [] : [i + 1]))
  return { steps, ends, forward: steps.findIndex(({ kind }) => kind === 'seed') }
}

const sameMoment = (step: Step, next: Step | undefined): boolean =>
  step.kind === 'share' && next?.kind === 'share' && step.gate === next.gate

type Cut = Pick<Story, 'ends'>

/** How many steps are over at a place; one beyond the story is its end, a share beyond its moment the moment's end. */
export const doneAt = ({ ends }: Cut, { step, share }: Place): number => {
  const before = step <= 0 ? 0 : (ends[Math.min(step, ends.length) - 1] ?? 0)
  return Math.min(before + Math.max(0, share), ends[Math.max(0, step)] ?? before)
}

/** The place at which so many steps are over. */
export const placeOf = ({ ends }: Cut, done: number): Place => {
  const next = ends.findIndex((end) => end > done)
  const step = next < 0 ? ends.length : next
  return { step, share: next < 0 ? 0 : done - (ends[step - 1] ?? 0) }
}

/** The steps of the moment that a place is in the middle of, or has just ended, as far as they are over. */
export const momentAt = ({ steps, ends }: Story, done: number): readonly Step[] => {
  const from = ends.findLast((end) => end < done) ?? 0
  return steps.slice(from, done)
}

/** What is known when so many steps are over. Numbers stay in the pass; here is only which of them are there yet. */
export type Known = {
  /** By wire. */
  readonly values: readonly boolean[]
  /** By edge: whether this share has been sent. */
  readonly shares: readonly boolean[]
  /** By wire: the shares that have come so far, and what they add up to; the seed counts as one. */
  readonly heard: readonly number[]
  readonly totals: Float64Array
  /** The backward pass is over: a wire that has heard nothing never will. */
  readonly over: boolean
}

/** What is known after the first `done` steps: a prefix of the one list, never a second computation. */
export const knownAt = (pass: Pass, { steps }: Story, done: number): Known => {
  const { circuit } = pass
  const values = circuit.wires.map(({ maker }) => maker.kind !== 'gate')
  const shares = Array.from(pass.shares, () => false)
  const heard = circuit.wires.map(() => 0)
  const totals = new Float64Array(circuit.wires.length)
  for (const step of steps.slice(0, done))
    switch (step.kind) {
      case 'forward':
        values[step.gate] = true
        break
      case 'seed':
        heard[step.wire] = 1
        totals[step.wire] = seed
        break
      case 'share':
        shares[edgeAt(pass, step.gate, step.port)] = true
        heard[step.into] = (heard[step.into] as number) + 1
        totals[step.into] = step.total
        break
    }
  return { values, shares, heard, totals, over: done >= steps.length }
}

/** Whether the gradient of a wire is there: not yet, so far as some shares have come, or whole. */
export const gradientAt = (pass: Pass, known: Known, wire: WireId): 'none' | 'part' | 'whole' => {
  const [heard, voices] = [known.heard[wire] as number, voicesOf(pass, wire)]
  if (heard === voices) return voices > 0 || known.over ? 'whole' : 'none'
  return heard > 0 ? 'part' : 'none'
}

/** Whether a use of a wire has sent its share; what does not reach the output sends 0, when all is over. */
export const isSent = (pass: Pass, known: Known, by: WireId, port: number): boolean =>
  known.shares[edgeAt(pass, by, port)] === true || (known.over && !pass.circuit.wires[by]?.reachesOutput)

/** How many shares a wire waits for; the output hears the seed alone. */
export const voicesOf = ({ circuit }: Pass, wire: WireId): number => {
  if (wire === circuit.output) return 1
  const uses = circuit.wires[wire]?.uses ?? []
  return uses.filter(({ by }) => circuit.wires[by]?.reachesOutput).length
}

import { type Circuit, inputsOf, signOf, type Wire, type WireId } from '../circuit/circuit'
import type { Gate, Operands } from '../gates/gate'
import { run, valuesAt } from '../gates/run'
import type { Pass } from './backward'
import { forward, operandsAt } from './forward'
import { usualStep } from './numeric'

/** The gradient on a wire by calculus and by a central difference. */
export type Check = {
  readonly analytic: number
  readonly numeric: number
  /** |a − n| / max(|a|, |n|); 0 where both are 0. */
  readonly relativeError: number
  /** How far the difference itself may be off: what it cuts off, and what rounding leaves of it. */
  readonly resolution: number
  /** The two are no further apart than that. */
  readonly agrees: boolean
  /** Why the difference is not to be relied on at this point; null where it is. */
  readonly doubt: string | null
}

/**
 * The best of a few central differences, beside the gradient. Each is judged by how much it changes when its step is
 * doubled (Ridders, *Accurate computation of F'(x)*, 1982) and by the rounding of every gate behind the wire, to first
 * order (Bauer, *Computational graphs and rounding error*, 1974); a shorter step is taken only where that is needed.
 */
export const checkOf = (pass: Pass, inputs: ArrayLike<number>, wire: WireId): Check => {
  const analytic = pass.gradients[wire] as number
  const behind = gatesBehind(pass.circuit, wire)
  const tried = differencesAt(pass, { inputs, wire, behind, rounding: roundingBehind(pass, behind) })
  const best = tried.reduce((a, b) => (b.blurred < a.blurred ? b : a))
  const { numeric, resolution } = best
  const larger = Math.max(Math.abs(analytic), Math.abs(numeric))
  const apart = Math.abs(analytic - numeric)
  return {
    analytic,
    numeric,
    relativeError: larger === 0 ? 0 : apart / larger,
    resolution,
    agrees: apart <= resolution + closest * larger,
    doubt: best.doubt ?? (Number.isFinite(analytic) ? blurOf(best) : leaves),
  }
}

type Difference = {
  readonly numeric: number
  readonly resolution: number
  /** The resolution, relative to the difference. */
  readonly blurred: number
  /** The part of the resolution that is due to rounding. */
  readonly rounded: number
  readonly doubt: string | null
}

/** Reverse mode rounds too: nearer than this, relative to them, two numbers are the same. */
const closest = 1e-9

/** Each step is so many times shorter than the one before. */
const shorter = 32
const mostSteps = 6
/** Sharper than anybody reads: no shorter step is tried. */
const sharp = 1e-6

type Point = {
  readonly inputs: ArrayLike<number>
  readonly wire: WireId
  readonly behind: readonly Wire[]
  readonly rounding: number
}

const differencesAt = (pass: Pass, point: Point): readonly [Difference, ...Difference[]] => {
  const usual = usualStep(pass.values[point.wire] as number)
  const tried: [Difference, ...Difference[]] = [differenceAt(pass, point, usual)]
  while (tried.length < mostSteps && (tried.at(-1)?.blurred ?? 0) > sharp)
    tried.push(differenceAt(pass, point, usual / shorter ** tried.length))
  return tried
}

/** The central differences with one step and with two; the first is the answer, the second tells how good it is. */
const differenceAt = (
  { circuit, values }: Pass,
  { inputs, wire, behind, rounding }: Point,
  step: number,
): Difference => {
  const at = (by: number) => forward(circuit, inputs, [{ wire, by }])
  const sides = [at(-2 * step), at(-step), at(step), at(2 * step)] as const
  const over = (low: Float64Array, high: Float64Array) => {
    const rise = (high[circuit.output] as number) - (low[circuit.output] as number)
    return rise / ((high[wire] as number) - (low[wire] as number))
  }
  const [numeric, wide] = [over(sides[1], sides[2]), over(sides[0], sides[3])]
  const rounded = rounding / step
  const resolution = Math.abs(numeric - wide) + rounded
  const held = [values, ...sides].every((side) => Number.isFinite(side[circuit.output]))
  const kink = held && behind.find((gate) => isKinkBetween(gate, [values, ...sides]))
  const doubt = held ? (kink ? kinkDoubt(kink) : null) : leaves
  // Any difference that can be relied on goes before one that cannot.
  const relative = resolution === 0 ? 0 : Math.min(resolution / Math.abs(numeric), Number.MAX_VALUE)
  const blurred = doubt === null ? relative : Number.POSITIVE_INFINITY
  return { numeric, resolution, blurred, rounded, doubt }
}

const leaves = 'The numbers leave what a computer can hold (NaN or ∞): a difference of them says nothing.'

const kinkDoubt = (gate: Wire): string =>
  `The gate ${signOf(gate)} has a kink within the small step that the check takes: the slopes on its two sides differ, and the difference mixes them.`

/** A gradient this small may be 0: what is left of it is rounding, and so is the difference. */
const asGoodAsNothing = 1e-6

/** A difference that could as well be twice or half of what it is says nothing. */
const blurOf = ({ numeric, resolution, rounded }: Difference): string | null => {
  if (resolution <= Math.max(asGoodAsNothing, Math.abs(numeric) / 4)) return null
  return rounded > resolution / 2
    ? 'The step is lost in rounding: the output has too few digits to show so small a change.'
    : 'The output bends too sharply here: even the shortest step that the check can take is too long.'
}

/** The gates that a wire reaches the output through. */
const gatesBehind = (circuit: Circuit, from: WireId): readonly Wire[] => {
  const reached = new Set<WireId>([from])
  const gates: Wire[] = []
  for (const wire of circuit.wires)
    if (wire.reachesOutput && inputsOf(wire).some((input) => reached.has(input))) {
      reached.add(wire.id)
      gates.push(wire)
    }
  return gates
}

/** How many units in the last place an operation of the computer may be off, all told. */
const units = 4

/** What the rounding of every gate adds up to at the output. */
const roundingBehind = ({ values, gradients }: Pass, behind: readonly Wire[]): number =>
  units *
  Number.EPSILON *
  behind.reduce((sum, { id, maker }) => {
    const inside = maker.kind === 'gate' ? largestInside(maker.gate, operandsAt(maker.inputs, values)) : 0
    const size = Math.max(Math.abs(values[id] as number), inside)
    return sum + size * Math.abs(gradients[id] as number)
  }, 0)

/** The largest number that a gate made of gates works with. */
const largestInside = ({ body }: Gate, operands: Operands): number =>
  body ? run(body, operands).reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) : 0

/** A choice falls otherwise at one of these places than at another, or it stands on the kink itself. */
const isKinkBetween = ({ maker }: Wire, places: readonly Float64Array[]): boolean => {
  if (maker.kind !== 'gate') return false
  const { gate, inputs, constant: built } = maker
  // max(w, w) is w: its tie changes nothing.
  if (inputs.length > 1 && new Set(inputs).size === 1) return false
  const constant = built?.value ?? 0
  const [here] = places
  if (here && gate.kink(operandsAt(inputs, here), constant) !== null) return true
  const [first, ...others] = places.map((values) => choicesAt(gate, operandsAt(inputs, values), constant))
  return others.some((choices) => choices.some((slope, i) => slope !== first?.[i]))
}

/** The slopes that are chosen and not computed, of a gate or of the gates that it is made of. */
const choicesAt = (gate: Gate, operands: Operands, constant: number): readonly number[] => {
  if (!gate.body)
    return gate.locals.flatMap((local) => (local.kind === 'rule' ? [local.number(operands, constant)] : []))
  const values = run(gate.body, operands)
  return gate.body.flatMap((inner) =>
    inner.kind === 'gate' ? choicesAt(inner.gate, valuesAt(inner.operands, values), inner.constant) : [],
  )
}

import { type Circuit, inputsOf, signOf, type Wire, type WireId } from '../circuit/circuit'
import { slopeAt } from '../gates/local'
import type { Pass } from './backward'
import { forward, operandsAt } from './forward'
import { numericGradient, usualStep } from './numeric'

/** What happens to the output when some wires are held a little higher, against what the gradients promise. */
export type Nudge = {
  readonly from: number
  readonly to: number
  readonly change: number
  /** The sum of gradient · h over the wires. */
  readonly predicted: number
  /** The real change for each unit of the nudge. */
  readonly perUnit: number
}

/** All of `wires`, inputs or inner ones, are held `h` higher at once. */
export const nudgeOf = (
  { circuit, values, gradients }: Pass,
  inputs: ArrayLike<number>,
  wires: readonly WireId[],
  h: number,
): Nudge => {
  const held = wires.map((wire) => ({ wire, value: (values[wire] as number) + h }))
  const from = values[circuit.output] as number
  const to = forward(circuit, inputs, held)[circuit.output] as number
  const predicted = wires.reduce((sum, wire) => sum + (gradients[wire] as number) * h, 0)
  return { from, to, change: to - from, predicted, perUnit: (to - from) / h }
}

/** The gradient on a wire by calculus and by a central difference. */
export type Check = {
  readonly analytic: number
  readonly numeric: number
  /** |a − n| / max(|a|, |n|); 0 where both are 0. */
  readonly relativeError: number
  /** Why the difference is not to be relied on at this point; null where it is. */
  readonly doubt: string | null
}

export const checkOf = (pass: Pass, inputs: ArrayLike<number>, wire: WireId): Check => {
  const analytic = pass.gradients[wire] as number
  const numeric = numericGradient({ circuit: pass.circuit, inputs }, wire)
  const larger = Math.max(Math.abs(analytic), Math.abs(numeric))
  const relativeError = larger === 0 ? 0 : Math.abs(analytic - numeric) / larger
  return { analytic, numeric, relativeError, doubt: doubtOf(pass, inputs, wire) }
}

const doubtOf = (pass: Pass, inputs: ArrayLike<number>, wire: WireId): string | null => {
  const { circuit, values, gradients } = pass
  const at = values[wire] as number
  const h = usualStep(at)
  const [low, high] = [at - h, at + h].map((value) => forward(circuit, inputs, [{ wire, value }])) as [
    Float64Array,
    Float64Array,
  ]
  const outputs = [values, low, high].map((each) => each[circuit.output] as number)
  if (![...outputs, at, gradients[wire] as number].every(Number.isFinite))
    return 'The numbers leave what a computer can hold (NaN or ∞): a difference of them says nothing.'
  const kink = onTheWay(circuit, wire).find((gate) => isKinkBetween(gate, { values, low, high }))
  if (kink)
    return `The gate ${signOf(kink)} has a kink within the small step that the check takes: the slopes on its two sides differ, and the difference mixes them.`
  if (outputs[1] === outputs[2] && gradients[wire] !== 0)
    return 'The step is lost in rounding: the output has too few digits to show so small a change.'
  return null
}

/** The gates that a wire reaches the output through. */
const onTheWay = (circuit: Circuit, from: WireId): readonly Wire[] => {
  const reached = new Set<WireId>([from])
  const gates: Wire[] = []
  for (const wire of circuit.wires)
    if (wire.reachesOutput && inputsOf(wire).some((input) => reached.has(input))) {
      reached.add(wire.id)
      gates.push(wire)
    }
  return gates
}

type Sides = { readonly values: Float64Array; readonly low: Float64Array; readonly high: Float64Array }

/** It stands on a kink, or a choice falls otherwise on one of the two sides. */
const isKinkBetween = (wire: Wire, { values, low, high }: Sides): boolean => {
  const { maker } = wire
  if (maker.kind !== 'gate') return false
  const { gate, inputs, constant: built } = maker
  const constant = built?.value ?? 0
  if (gate.kink(operandsAt(inputs, values), constant) !== null) return true
  // A gate made of gates has slopes that vary smoothly, though they are no formula.
  if (gate.body) return false
  return gate.locals.some((local, port) => {
    if (local.kind !== 'rule') return false
    const [below, above] = [low, high].map((numbers) =>
      slopeAt(gate, port, {
        operands: operandsAt(inputs, numbers),
        constant,
        out: numbers[wire.id] as number,
      }),
    )
    return below !== above
  })
}

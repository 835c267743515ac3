import type { WireId } from '../circuit/circuit'
import type { Pass } from './backward'
import { forward } from './forward'

/** What happens to the output when some wires carry a little more, against what the gradients promise. */
export type Nudge = {
  readonly from: number
  readonly to: number
  readonly change: number
  /** The sum of gradient · h over the wires. */
  readonly predicted: number
  /** The real change for each unit of the nudge. */
  readonly perUnit: number
}

/**
 * All of `wires`, inputs or inner ones, carry `h` more at once; one that depends on another feels that one's nudge
 * too, so that the promises add up.
 */
export const nudgeOf = (
  { circuit, values, gradients }: Pass,
  inputs: ArrayLike<number>,
  wires: readonly WireId[],
  h: number,
): Nudge => {
  const from = values[circuit.output] as number
  const to = forward(
    circuit,
    inputs,
    wires.map((wire) => ({ wire, by: h })),
  )[circuit.output] as number
  const predicted = wires.reduce((sum, wire) => sum + (gradients[wire] as number) * h, 0)
  return { from, to, change: to - from, predicted, perUnit: (to - from) / h }
}

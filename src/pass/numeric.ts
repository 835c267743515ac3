import type { Circuit, WireId } from '../circuit/circuit'
import { forward } from './forward'

/** A step that balances the two errors of a central difference, cut off and rounding: ε^⅓, scaled to the value. */
export const usualStep = (value: number): number => Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(value))

/**
 * The gradient of the output on any wire without calculus: the output's central difference while that wire alone
 * carries a little more and a little less. Independent of every local gradient.
 */
export const numericGradient = (
  { circuit, inputs }: { readonly circuit: Circuit; readonly inputs: ArrayLike<number> },
  wire: WireId,
  step?: number,
): number => {
  const by = step ?? usualStep(forward(circuit, inputs)[wire] as number)
  const [high, low] = [
    forward(circuit, inputs, [{ wire, by }]),
    forward(circuit, inputs, [{ wire, by: -by }]),
  ]
  const rise = (high[circuit.output] as number) - (low[circuit.output] as number)
  return rise / ((high[wire] as number) - (low[wire] as number))
}

import type { Circuit, WireId } from '../circuit/circuit'
import { forward } from './forward'

/** A step that balances the two errors of a central difference, cut off and rounding: ε^⅓, scaled to the value. */
export const usualStep = (value: number): number => Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(value))

/**
 * The gradient of the output on any wire without calculus: the output's central difference while that wire alone
 * is held a little higher and a little lower. Independent of every local gradient.
 */
export const numericGradient = (
  { circuit, inputs }: { readonly circuit: Circuit; readonly inputs: ArrayLike<number> },
  wire: WireId,
  step?: number,
): number => {
  const at = forward(circuit, inputs)[wire] as number
  const h = step ?? usualStep(at)
  const [high, low] = [at + h, at - h]
  const outputAt = (value: number) => forward(circuit, inputs, [{ wire, value }])[circuit.output] as number
  return (outputAt(high) - outputAt(low)) / (high - low)
}

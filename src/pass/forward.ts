import type { Circuit, Wire, WireId } from '../circuit/circuit'

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
  const values = new Float64Array(circuit.wires.length)
  for (const wire of circuit.wires) {
    const made = numberOn(wire, { inputs, values })
    const raise = raised.length > 0 ? raised.find((each) => each.wire === wire.id) : undefined
    values[wire.id] = raise ? made + raise.by : made
  }
  return values
}

const numberOn = (
  wire: Wire,
  { inputs, values }: { inputs: ArrayLike<number>; values: Float64Array },
): number => {
  const { maker } = wire
  switch (maker.kind) {
    case 'input':
      return inputs[maker.slot] ?? Number.NaN
    case 'constant':
      return maker.constant.value
    case 'gate':
      return maker.gate.value(operandsAt(maker.inputs, values), maker.constant?.value ?? 0)
  }
}

/** The numbers at a gate's ports. */
export const operandsAt = (inputs: readonly WireId[], values: Float64Array): readonly number[] =>
  inputs.map((input) => values[input] as number)

import { type Circuit, inputsOf, type WireId } from '../circuit/circuit'
import { slopeAt } from '../gates/local'
import { forward, operandsAt } from './forward'

/** What the output asks of itself: the gradient of the output on the output. */
export const seed = 1

/**
 * A whole pass over a circuit. Numbers lie in arrays, never in the circuit: by wire id, or by edge.
 * The edge of input `port` of the gate behind wire `by` is `edgeOf[by] + port`.
 */
export type Pass = {
  readonly circuit: Circuit
  readonly values: Float64Array
  readonly edgeOf: Int32Array
  /** By edge: ∂out/∂port, known by the gate alone. */
  readonly locals: Float64Array
  /** By edge: upstream × local, what this use of the wire sends back. */
  readonly shares: Float64Array
  /** By wire: the sum of its shares; the seed at the output; 0 where the wire does not reach the output. */
  readonly gradients: Float64Array
}

/** Forward, then reverse mode: each gate once, last to first; shares add up where a wire forks. */
export const runPass = (circuit: Circuit, inputs: ArrayLike<number>): Pass => {
  const values = forward(circuit, inputs)
  const edgeOf = edgesOf(circuit)
  const locals = localGradients(circuit, values, edgeOf)
  return { circuit, values, edgeOf, locals, ...backward(circuit, locals, edgeOf) }
}

const edgesOf = (circuit: Circuit): Int32Array => {
  const edgeOf = new Int32Array(circuit.wires.length + 1)
  for (const wire of circuit.wires) edgeOf[wire.id + 1] = (edgeOf[wire.id] as number) + inputsOf(wire).length
  return edgeOf
}

const localGradients = (circuit: Circuit, values: Float64Array, edgeOf: Int32Array): Float64Array => {
  const locals = new Float64Array(edgeOf.at(-1) ?? 0)
  for (const { id, maker } of circuit.wires) {
    if (maker.kind !== 'gate') continue
    const operands = operandsAt(maker.inputs, values)
    const stand = { operands, constant: maker.constant?.value ?? 0, out: values[id] as number }
    for (let port = 0; port < maker.inputs.length; port++)
      locals[(edgeOf[id] as number) + port] = slopeAt(maker.gate, port, stand)
  }
  return locals
}

const backward = (
  circuit: Circuit,
  locals: Float64Array,
  edgeOf: Int32Array,
): { readonly shares: Float64Array; readonly gradients: Float64Array } => {
  const gradients = new Float64Array(circuit.wires.length)
  const shares = new Float64Array(locals.length)
  gradients[circuit.output] = seed
  for (let id = circuit.output as number; id >= 0; id--) {
    const wire = circuit.wires[id as WireId]
    if (!wire?.reachesOutput) continue
    const upstream = gradients[id] as number
    inputsOf(wire).forEach((input, port) => {
      const edge = (edgeOf[id] as number) + port
      const share = upstream * (locals[edge] as number)
      shares[edge] = share
      gradients[input] = (gradients[input] as number) + share
    })
  }
  return { shares, gradients }
}

export const edgeAt = (pass: Pass, by: WireId, port: number): number => (pass.edgeOf[by] as number) + port

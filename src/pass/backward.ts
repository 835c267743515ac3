import type { Circuit, WireId } from '../circuit/circuit'
import { type Engine, engineOf } from './engine'
import { runGates } from './forward'

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

/**
 * Forward, then reverse mode: each gate once, last to first; shares add up where a wire forks, in the order in which
 * they arrive. The numbers can be written over those of a pass of the same circuit that nobody looks at any more.
 */
export const runPass = (circuit: Circuit, inputs: ArrayLike<number>, over?: Pass): Pass => {
  const engine = engineOf(circuit)
  const pass = over ?? emptyPass(circuit, engine)
  runGates(circuit, engine, inputs, pass)
  sendBack(engine, circuit.output, pass)
  return pass
}

const emptyPass = (circuit: Circuit, { edgeOf }: Engine): Pass => {
  const [wires, edges] = [circuit.wires.length, edgeOf.at(-1) as number]
  const all = new Float64Array(2 * wires + 2 * edges)
  return {
    circuit,
    edgeOf,
    values: all.subarray(0, wires),
    gradients: all.subarray(wires, 2 * wires),
    locals: all.subarray(2 * wires, 2 * wires + edges),
    shares: all.subarray(2 * wires + edges),
  }
}

const sendBack = (engine: Engine, output: WireId, { locals, shares, gradients }: Pass): void => {
  const { living, heardAt, heard, edgeOf } = engine
  for (let i = 0; i < living.length; i++) {
    const id = living[i] as number
    let gradient = id === output ? seed : 0
    const last = heardAt[id + 1] as number
    for (let k = heardAt[id] as number; k < last; k++) gradient += shares[heard[k] as number] as number
    gradients[id] = gradient
    const end = edgeOf[id + 1] as number
    for (let edge = edgeOf[id] as number; edge < end; edge++)
      shares[edge] = gradient * (locals[edge] as number)
  }
}

export const edgeAt = (pass: Pass, by: WireId, port: number): number => (pass.edgeOf[by] as number) + port

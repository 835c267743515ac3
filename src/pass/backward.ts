import type { Circuit, WireId } from '../circuit/circuit'
import { engineOf } from './engine'
import { runGates } from './forward'
import type { Engine } from './machine'

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
  sendBack(engine, circuit.output, arraysOf.get(pass) as Arrays)
  return pass
}

/** Arrays with one place more than a pass has, for what goes nowhere; they are what it shows of them. */
type Arrays = {
  readonly locals: Float64Array
  readonly shares: Float64Array
  readonly gradients: Float64Array
}
const arraysOf = new WeakMap<Pass, Arrays>()

const emptyPass = (circuit: Circuit, { edgeOf }: Engine): Pass => {
  const [wires, edges] = [circuit.wires.length, edgeOf.at(-1) as number]
  const arrays = {
    locals: new Float64Array(edges + 1),
    shares: new Float64Array(edges + 1),
    gradients: new Float64Array(wires + 1),
  }
  const pass = {
    circuit,
    edgeOf,
    values: new Float64Array(wires),
    locals: arrays.locals.subarray(0, edges),
    shares: arrays.shares.subarray(0, edges),
    gradients: arrays.gradients.subarray(0, wires),
  }
  arraysOf.set(pass, arrays)
  return pass
}

const sendBack = ({ sending }: Engine, output: WireId, { locals, shares, gradients }: Arrays): void => {
  const { out, first, second, a, b } = sending
  gradients.fill(0)
  gradients[output] = seed
  for (let i = 0; i < out.length; i++) {
    const upstream = gradients[out[i] as number] as number
    const [e, f, into, other] = [first[i] as number, second[i] as number, a[i] as number, b[i] as number]
    const share = upstream * (locals[e] as number)
    shares[e] = share
    gradients[into] = (gradients[into] as number) + share
    const more = upstream * (locals[f] as number)
    shares[f] = more
    gradients[other] = (gradients[other] as number) + more
  }
}

export const edgeAt = (pass: Pass, by: WireId, port: number): number => (pass.edgeOf[by] as number) + port

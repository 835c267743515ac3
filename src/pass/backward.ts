import type { Circuit, WireId } from '../circuit/circuit'
import { engineOf } from './engine'
import { newNumbers, runGates } from './forward'
import type { Engine } from './machine'
import { width } from './sending'

/** What the output asks of itself: the gradient of the output on the output. */
export const seed = 1

/**
 * A whole pass over a circuit. Numbers lie in arrays, never in the circuit, by wire id; what
 * is by edge is found when asked for (`localAt`, `shareAt`). The edge of input `port` of the gate behind wire `by` is `edgeOf[by] + port`.
 */
export type Pass = {
  readonly circuit: Circuit
  readonly values: Float64Array
  readonly edgeOf: Int32Array
  readonly gateOf: Int32Array
  readonly localPlaces: Int32Array
  /** By wire: the sum of its shares; the seed at the output; 0 where the wire does not reach the output. */
  readonly gradients: Float64Array
  /** All of them in one array, of which they are parts, and local gradients: a new pass is one piece of memory. */
  readonly numbers: Float64Array
}

/**
 * Forward, then reverse mode: each gate once, last to first; shares add up where a wire forks, in the order in which
 * they arrive. The numbers can be written over those of a pass of the same circuit that nobody looks at any more.
 */
export const runPass = (circuit: Circuit, inputs: ArrayLike<number>, over?: Pass): Pass => {
  const engine = engineOf(circuit)
  const pass = over ?? emptyPass(circuit, engine)
  over?.gradients.fill(0)
  runGates(engine, inputs, pass.numbers)
  sendBack(engine, circuit.output, pass.numbers)
  return pass
}

const emptyPass = (circuit: Circuit, engine: Engine): Pass => {
  const { edgeOf, gateOf, localPlaces, places } = engine
  const { length } = circuit.wires
  const numbers = newNumbers(engine, places.end)
  return {
    circuit,
    edgeOf,
    gateOf,
    localPlaces,
    numbers,
    values: numbers.subarray(0, length),
    gradients: numbers.subarray(places.gradients, places.gradients + length),
  }
}

const sendBack = ({ sending, places }: Engine, output: WireId, n: Float64Array): void => {
  n[places.gradients + output] = seed
  for (let i = 0; i < sending.length; i += width) {
    const upstream = n[sending[i] as number] as number
    const first = n[sending[i + 1] as number] as number
    const second = n[sending[i + 2] as number] as number
    const a = sending[i + 3] as number
    const b = sending[i + 4] as number
    n[a] = (n[a] as number) + upstream * first
    n[b] = (n[b] as number) + upstream * second
  }
}

export const edgeAt = (pass: Pass, by: WireId, port: number): number => (pass.edgeOf[by] as number) + port

/** By edge: ∂out/∂port, known by the gate alone. */
export const localAt = ({ numbers, localPlaces }: Pass, edge: number): number =>
  numbers[localPlaces[edge] as number] as number

/** By edge: upstream × local, what this use of the wire sends back; 0 where its gate does not reach the output. */
export const shareAt = (pass: Pass, edge: number): number => {
  const gate = pass.gateOf[edge] as number
  return pass.circuit.wires[gate]?.reachesOutput ? (pass.gradients[gate] as number) * localAt(pass, edge) : 0
}

/** Whether something holds of all edges. */
export const everyEdge = ({ gateOf }: Pass, holds: (edge: number) => boolean): boolean => {
  for (let edge = 0; edge < gateOf.length; edge++) if (!holds(edge)) return false
  return true
}

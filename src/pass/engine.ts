import { type Circuit, inputsOf } from '../circuit/circuit'
import { writtenBy } from '../gates/inside'
import { drained, upTo } from '../lib/drained'
import type { Edges, Engine, Places } from './machine'
import { scheduling } from './schedule'
import { sendingOf } from './sending'

const made = new WeakMap<Circuit, Engine>()

/** The circuit made ready to run; made once. */
export const engineOf = (circuit: Circuit): Engine => made.get(circuit) ?? drained(preparing(circuit))

/** The same in slices; yields how much of it is done. */
export function* preparing(circuit: Circuit): Generator<number, Engine> {
  const edges = edgesOf(circuit)
  const places = placesOf(circuit)
  yield 0.2
  const schedule = yield* upTo(0.2, 0.8, scheduling(circuit, edges, places))
  const engine = {
    edgeOf: edges.edgeOf,
    gateOf: edges.gateOf,
    places,
    inputs: circuit.inputs,
    ...schedule,
    ...sendingOf(circuit, edges, { ...places, ...schedule }),
  }
  made.set(circuit, engine)
  return engine
}

const edgesOf = ({ wires }: Circuit): Edges => {
  const edgeOf = new Int32Array(wires.length + 1)
  const operands: number[] = []
  const gates: number[] = []
  for (const wire of wires) {
    for (const input of inputsOf(wire)) {
      operands.push(input)
      gates.push(wire.id)
    }
    edgeOf[wire.id + 1] = operands.length
  }
  return { edgeOf, operands: new Int32Array(operands), gateOf: new Int32Array(gates) }
}

const placesOf = ({ wires }: Circuit): Places => {
  const locals = wires.length
  let [written, built] = [0, 0]
  for (const { maker } of wires) {
    if (maker.kind !== 'gate') continue
    written += writtenBy(maker.gate)
    built += maker.constant ? 1 : 0
  }
  const constants = locals + written
  const ones = constants + built
  const gradients = ones + 2
  return { locals, constants, ones, gradients, end: gradients + wires.length + 1 }
}

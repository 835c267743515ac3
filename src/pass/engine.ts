import type { Circuit } from '../circuit/circuit'
import { edgesOf } from '../circuit/edges'
import { writtenBy } from '../gates/inside'
import { drained, upTo } from '../lib/drained'
import type { Engine, Places } from './machine'
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

const placesOf = ({ wires }: Circuit): Places => {
  const locals = wires.length
  let written = 0
  let built = 0
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

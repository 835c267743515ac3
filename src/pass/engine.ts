import { type Circuit, inputsOf } from '../circuit/circuit'
import { keptWith } from '../lib/remember'
import type { Edges, Engine, Places } from './machine'
import { scheduleOf } from './schedule'
import { sendingOf } from './sending'

export const engineOf = keptWith((circuit: Circuit): Engine => {
  const edges = edgesOf(circuit)
  const places = placesOf(circuit, edges)
  return {
    edgeOf: edges.edgeOf,
    places,
    inputs: circuit.inputs,
    ...scheduleOf(circuit, edges, places),
    ...sendingOf(circuit, edges, places),
  }
})

const edgesOf = ({ wires }: Circuit): Edges => {
  const edgeOf = new Int32Array(wires.length + 1)
  const operands: number[] = []
  for (const wire of wires) {
    for (const input of inputsOf(wire)) operands.push(input)
    edgeOf[wire.id + 1] = operands.length
  }
  return { edgeOf, operands: new Int32Array(operands) }
}

const placesOf = ({ wires }: Circuit, { operands }: Edges): Places => {
  const constants = wires.length + operands.length
  let gradients = constants
  for (const { maker } of wires) if (maker.kind === 'gate' && maker.constant) gradients += 1
  const shares = gradients + wires.length + 1
  return { locals: wires.length, constants, gradients, shares, end: shares + operands.length }
}

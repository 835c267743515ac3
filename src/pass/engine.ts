import type { Circuit } from '../circuit/circuit'
import { keptWith } from '../lib/remember'
import type { Engine, Places } from './machine'
import { scheduleOf } from './schedule'
import { edgesOf, sendingOf } from './sending'

export const engineOf = keptWith((circuit: Circuit): Engine => {
  const edgeOf = edgesOf(circuit)
  const places = placesOf(circuit, edgeOf)
  return {
    ...scheduleOf(circuit, edgeOf, places),
    edgeOf,
    places,
    inputs: circuit.inputs,
    ...sendingOf(circuit, edgeOf, places),
  }
})

const placesOf = ({ wires }: Circuit, edgeOf: Int32Array): Places => {
  const edges = edgeOf[wires.length] as number
  let gradients = wires.length + edges
  for (const { maker } of wires) if (maker.kind === 'gate' && maker.constant) gradients += 1
  const shares = gradients + wires.length + 1
  return { locals: wires.length, constants: wires.length + edges, gradients, shares, end: shares + edges }
}

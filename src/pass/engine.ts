import type { Circuit } from '../circuit/circuit'
import { keptWith } from '../lib/remember'
import type { Engine } from './machine'
import { scheduleOf } from './schedule'
import { edgesOf, sendingOf } from './sending'

export const engineOf = keptWith((circuit: Circuit): Engine => {
  const edgeOf = edgesOf(circuit)
  const constants: number[] = []
  const values: number[] = []
  for (const { id, maker } of circuit.wires) {
    if (maker.kind !== 'constant') continue
    constants.push(id)
    values.push(maker.constant.value)
  }
  return {
    ...scheduleOf(circuit, edgeOf),
    edgeOf,
    constants: { wires: Int32Array.from(constants), values: Float64Array.from(values) },
    inputs: Int32Array.from(circuit.inputs),
    ...sendingOf(circuit, edgeOf),
  }
})

import { keptWith } from '../lib/remember'
import { type Circuit, inputsOf, type Wire } from './circuit'

export const kinds = { input: 0, constant: 1, gate: 2 } as const

/**
 * What is joined to what, in arrays: to ask every wire in turn takes several times as long. By wire: its kind, and its
 * gate's first edge, of which there is one entry more than wires; by edge, gate after gate and port after port: the wire
 * that ends there, and the gate's.
 */
export type Edges = {
  readonly kind: Uint8Array
  readonly edgeOf: Int32Array
  readonly operands: Int32Array
  readonly gateOf: Int32Array
}

/** Made once: what runs a circuit and what draws it both begin here. */
export const edgesOf: (circuit: Circuit) => Edges = keptWith(({ wires }) => {
  const kind = new Uint8Array(wires.length)
  const edgeOf = new Int32Array(wires.length + 1)
  let count = 0
  for (let id = 0; id < wires.length; id++) {
    const wire = wires[id] as Wire
    kind[id] = kinds[wire.maker.kind]
    count += inputsOf(wire).length
    edgeOf[id + 1] = count
  }
  const [operands, gateOf] = [new Int32Array(count), new Int32Array(count)]
  let edge = 0
  for (let id = 0; id < wires.length; id++) {
    const inputs = inputsOf(wires[id] as Wire)
    for (let port = 0; port < inputs.length; port++) {
      operands[edge] = inputs[port] as number
      gateOf[edge] = id
      edge += 1
    }
  }
  return { kind, edgeOf, operands, gateOf }
})

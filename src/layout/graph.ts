import type { Circuit } from '../circuit/circuit'
import { edgesOf } from '../circuit/edges'
import { intoPlaces } from '../lib/counts'

/**
 * A circuit's edges in the order in which they leave: by wire and use. By wire: its kind. By edge: from, by, port.
 */
export type Graph = {
  readonly kind: Uint8Array
  readonly from: Int32Array
  readonly by: Int32Array
  readonly port: Int32Array
  /** The edges that leave wire `w` are `leaveAt[w]` up to `leaveAt[w + 1]`. */
  readonly leaveAt: Int32Array
  /** The edges that end at its gate are `entering[enterAt[w]]` up to `entering[enterAt[w + 1]]`, in order of their ports. */
  readonly enterAt: Int32Array
  readonly entering: Int32Array
  /** The wires that those come from, in the same places. */
  readonly operands: Int32Array
}

export const graphOf = (circuit: Circuit): Graph => {
  const { kind, edgeOf, operands, gateOf } = edgesOf(circuit)
  const count = operands.length
  const leaveAt = new Int32Array(edgeOf.length)
  for (let i = 0; i < count; i++) {
    const from = (operands[i] as number) + 1
    leaveAt[from] = (leaveAt[from] as number) + 1
  }
  intoPlaces(leaveAt)
  const [from, by, port] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  const entering = new Int32Array(count)
  const next = leaveAt.slice()
  for (let i = 0; i < count; i++) {
    const wire = operands[i] as number
    const gate = gateOf[i] as number
    const edge = next[wire] as number
    next[wire] = edge + 1
    from[edge] = wire
    by[edge] = gate
    port[edge] = i - (edgeOf[gate] as number)
    entering[i] = edge
  }
  return { kind, from, by, port, leaveAt, enterAt: edgeOf, entering, operands }
}

import { type Circuit, inputsOf } from '../circuit/circuit'
import { intoPlaces } from '../lib/counts'

export const kinds = { input: 0, constant: 1, gate: 2 } as const

/**
 * What is joined to what, in arrays: to ask every wire in turn takes three times as long. By wire: its kind. By edge, in
 * order of (from, use): from, by, port.
 */
export type Graph = {
  readonly kind: Uint8Array
  readonly from: Int32Array
  readonly by: Int32Array
  readonly port: Int32Array
  /** The edges that leave wire `w` are `leaveAt[w]` up to `leaveAt[w + 1]`. */
  readonly leaveAt: Int32Array
  /** The edges that end at its gate are `entering[enterAt[w]]` up to `entering[enterAt[w + 1]]`. */
  readonly enterAt: Int32Array
  readonly entering: Int32Array
}

export const graphOf = ({ wires }: Circuit): Graph => {
  const kind = new Uint8Array(wires.length)
  const leaveAt = new Int32Array(wires.length + 1)
  const enterAt = new Int32Array(wires.length + 1)
  for (const wire of wires) {
    kind[wire.id] = kinds[wire.maker.kind]
    leaveAt[wire.id + 1] = wire.uses.length
    enterAt[wire.id + 1] = inputsOf(wire).length
  }
  intoPlaces(leaveAt)
  intoPlaces(enterAt)
  const count = leaveAt[wires.length] as number
  const [from, by, port] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  const entering = new Int32Array(count)
  const next = enterAt.slice()
  let edge = 0
  for (const { id, uses } of wires) {
    for (const use of uses) {
      from[edge] = id
      by[edge] = use.by
      port[edge] = use.port
      const place = next[use.by] as number
      entering[place] = edge
      next[use.by] = place + 1
      edge += 1
    }
  }
  return { kind, from, by, port, leaveAt, enterAt, entering }
}

import type { Circuit } from '../circuit/circuit'
import type { Edges } from '../circuit/edges'
import { intoPlaces } from '../lib/counts'
import type { Engine } from './machine'

/** Places in `sending` for two shares of a gate. */
export const width = 5

/** Shares come from the last gate first, and from its ports in their order. */
export const sendingOf = (
  { wires }: Circuit,
  { edgeOf, operands }: Edges,
  { localPlaces, gradients }: { readonly localPlaces: Int32Array; readonly gradients: number },
): Pick<Engine, 'living' | 'heardAt' | 'heard' | 'sending'> => {
  const living = new Int32Array(wires.filter((wire) => wire.reachesOutput).map(({ id }) => id)).reverse()
  const heardAt = new Int32Array(wires.length + 1)
  let senders = 0
  for (let i = 0; i < living.length; i++) {
    const id = living[i] as number
    const first = edgeOf[id] as number
    const end = edgeOf[id + 1] as number
    senders += Math.ceil((end - first) / 2)
    for (let edge = first; edge < end; edge++) {
      const late = (operands[edge] as number) + 1
      heardAt[late] = (heardAt[late] as number) + 1
    }
  }
  const heard = new Int32Array(intoPlaces(heardAt)[wires.length] as number)
  const next = heardAt.slice()
  const sending = new Int32Array(senders * width)
  let sender = 0
  for (let i = 0; i < living.length; i++) {
    const id = living[i] as number
    const first = edgeOf[id] as number
    const end = edgeOf[id + 1] as number
    for (let edge = first; edge < end; edge++) {
      const input = operands[edge] as number
      const at = next[input] as number
      heard[at] = edge
      next[input] = at + 1
    }
    for (let edge = first; edge < end; edge += 2, sender += width) {
      const isPair = edge + 1 < end
      sending[sender] = gradients + id
      sending[sender + 1] = localPlaces[edge] as number
      sending[sender + 2] = localPlaces[edge + Number(isPair)] as number
      sending[sender + 3] = gradients + (operands[edge] as number)
      sending[sender + 4] = gradients + (isPair ? (operands[edge + 1] as number) : wires.length)
    }
  }
  return { living, heardAt, heard, sending }
}

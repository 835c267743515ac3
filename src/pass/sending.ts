import { type Circuit, inputsOf, type Wire } from '../circuit/circuit'
import { intoPlaces } from '../lib/counts'
import type { Engine, Places } from './machine'

export const edgesOf = ({ wires }: Circuit): Int32Array => {
  const edgeOf = new Int32Array(wires.length + 1)
  for (const wire of wires) edgeOf[wire.id + 1] = inputsOf(wire).length
  return intoPlaces(edgeOf)
}

/** Places in `sending` for two shares of a gate. */
export const width = 5

/** Shares come from the last gate first, and from its ports in their order. */
export const sendingOf = (
  { wires }: Circuit,
  edgeOf: Int32Array,
  { locals, gradients }: Places,
): Pick<Engine, 'living' | 'heardAt' | 'heard' | 'sending'> => {
  const heardAt = new Int32Array(wires.length + 1)
  let [living, senders] = [0, 0]
  for (const wire of wires) {
    if (!wire.reachesOutput) continue
    const inputs = inputsOf(wire)
    living += 1
    senders += Math.ceil(inputs.length / 2)
    for (const input of inputs) heardAt[input + 1] = (heardAt[input + 1] as number) + 1
  }
  intoPlaces(heardAt)
  const heard = new Int32Array(heardAt[wires.length] as number)
  const next = heardAt.slice()
  const order = new Int32Array(living)
  const sending = new Int32Array(senders * width)
  let [place, sender] = [0, 0]
  for (let id = wires.length - 1; id >= 0; id--) {
    const wire = wires[id] as Wire
    if (!wire.reachesOutput) continue
    order[place++] = id
    const inputs = inputsOf(wire)
    inputs.forEach((input, port) => {
      const at = next[input] as number
      heard[at] = (edgeOf[id] as number) + port
      next[input] = at + 1
    })
    for (let port = 0; port < inputs.length; port += 2, sender += width) {
      const local = locals + (edgeOf[id] as number) + port
      const second = inputs[port + 1]
      sending[sender] = gradients + id
      sending[sender + 1] = local
      sending[sender + 2] = second === undefined ? local : local + 1
      sending[sender + 3] = gradients + (inputs[port] as number)
      sending[sender + 4] = gradients + (second ?? wires.length)
    }
  }
  return { living: order, heardAt, heard, sending }
}

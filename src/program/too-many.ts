import type { Circuit, Wire } from '../circuit/circuit'
import type { Problem } from '../lib/result'

const isGate = ({ maker }: Wire): boolean => maker.kind === 'gate'

/** What is wrong with a circuit of more than `most` gates, at the first that is too many; null for any other. */
export const tooMany = ({ wires }: Circuit, most: number, said: string): Problem | null => {
  if (wires.length <= most) return null
  let gates = 0
  const first = wires.find((wire) => isGate(wire) && ++gates > most)
  if (!first) return null
  const all = wires.filter(isGate).length.toLocaleString('en')
  return {
    message: `This circuit has ${all} gates; up to ${most.toLocaleString('en')} are ${said}.`,
    span: first.span,
    hint: 'Leave out what comes from here on, or make a gate of your own of a part that repeats.',
  }
}

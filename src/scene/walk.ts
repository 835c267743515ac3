import { inputsOf, type Use, type Wire } from '../circuit/circuit'
import { hasShares } from '../layout/weave'
import { type Picture, wireAt } from './picture'
import type { Subject, Walk } from './scene'

const nowhere: readonly Subject[] = []

/** The two numbers on a wire: which of them a walk goes to is up to where it comes from. */
export const numbersOf = ({ key }: Wire): readonly Subject[] => [
  { about: 'value', wire: key },
  { about: 'gradient', wire: key },
]

const gateOf = ({ key }: Wire): readonly Subject[] => [{ about: 'gate', wire: key }]

type Known = Pick<Picture, 'circuit'>

/** Branches that carry a share of their own are stations; a wire with one use runs straight on to its gate. */
const stationOf = (picture: Known, wire: Wire, { by, port }: Use): readonly Subject[] => {
  const gate = wireAt(picture, by)
  return hasShares(wire.uses.length) ? [{ about: 'share', wire: wire.key, by: gate.key, port }] : gateOf(gate)
}

/** From a wire's numbers: back to the gate that makes it, on along its first use. */
export const walkOfWire = (picture: Known, wire: Wire): Walk => {
  const [first] = wire.uses
  return {
    left: wire.maker.kind === 'gate' ? gateOf(wire) : nowhere,
    right: first ? stationOf(picture, wire, first) : nowhere,
  }
}

/** From a gate: back along its first input, on to its output. */
export const walkOfGate = (picture: Known, wire: Wire): Walk => {
  const [first] = inputsOf(wire)
  const operand = first === undefined ? null : wireAt(picture, first)
  const station = operand ? stationOf(picture, operand, { by: wire.id, port: 0 }) : nowhere
  const back = operand && station[0]?.about === 'gate' ? numbersOf(operand) : station
  return { left: back, right: numbersOf(wire) }
}

export const walkOfShare = (picture: Known, wire: Wire, { by }: Use): Walk => ({
  left: numbersOf(wire),
  right: gateOf(wireAt(picture, by)),
})

import type { Circuit, Use, Wire, WireId } from '../circuit/circuit'
import { inputsOf } from '../circuit/circuit'
import type { Stand } from '../gates/gate'
import type { Placed } from '../layout/placed'
import { remember } from '../lib/remember'
import { edgeAt, type Pass, shareAt } from '../pass/backward'
import { operandsAt } from '../pass/forward'
import type { Subject } from './scene'

/** All that a scene is made of. */
export type Picture = {
  readonly circuit: Circuit
  readonly pass: Pass
  readonly layout: Placed
  readonly decimals: number
  readonly asked: Subject | null
  /** Keys of the wires that the caret in the text stands in. */
  readonly pointed: ReadonlySet<string>
  /** Whether every wire shows where it wants to go, and how strongly. */
  readonly wants: boolean
}

export const wireAt = ({ circuit }: Pick<Picture, 'circuit'>, id: WireId): Wire => circuit.wires[id] as Wire

export const wireByKey = ({ circuit }: Pick<Picture, 'circuit'>, key: string): Wire | undefined =>
  wiresByKey(circuit).get(key)

const wiresByKey = remember(
  ({ wires }: Circuit): ReadonlyMap<string, Wire> => new Map(wires.map((wire) => [wire.key, wire])),
)

/** Uses through which a wire hears from the output. */
export const livingUses = (picture: Pick<Picture, 'circuit'>, wire: Wire): readonly Use[] =>
  wire.uses.filter(({ by }) => wireAt(picture, by).reachesOutput)

export const shareOf = (pass: Pass, { by, port }: Use): number => shareAt(pass, edgeAt(pass, by, port))

/** Where the gate behind a wire stands: the numbers at its ports, its constant and its output. */
export const standOf = (pass: Pass, wire: Wire): Stand => ({
  operands: operandsAt(inputsOf(wire), pass.values),
  constant: wire.maker.kind === 'gate' ? (wire.maker.constant?.value ?? 0) : 0,
  out: pass.values[wire.id] as number,
})

/** The first name on screen: `x` for a name, the expression for an unnamed wire. */
export const namesOf = (wire: Wire): string => (wire.names.length > 0 ? wire.names.join(' = ') : wire.text)

import type { Wire } from '../circuit/circuit'
import { remember } from '../lib/remember'
import type { Program } from '../program/derive'
import { programOf } from '../program/drawable'
import type { Session } from './session'

export type NamedWire = { readonly key: string; readonly name: string; readonly kind: string }

const none: readonly NamedWire[] = []

const kindOf = ({ maker, id }: Wire, { circuit }: Program): string => {
  if (id === circuit.output) return 'the output'
  if (maker.kind === 'input') return 'an input'
  return maker.kind === 'gate' ? `output of a ${maker.gate.spoken} gate` : 'a constant'
}

const namesOf = remember((program: Program): readonly NamedWire[] =>
  program.circuit.wires.flatMap((wire) =>
    wire.names.map((name) => ({ key: wire.key, name, kind: kindOf(wire, program) })),
  ),
)

/** Every name of the last whole text, and whose it is; a wire with two is there twice. */
export const namedWiresOf = ({ whole }: Session): readonly NamedWire[] => {
  const program = programOf(whole)
  return program ? namesOf(program) : none
}

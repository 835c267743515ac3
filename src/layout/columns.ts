import { type Circuit, inputsOf, type Wire, type WireId } from '../circuit/circuit'
import { inOrderOfFirstUse } from '../circuit/first-use'
import { at } from './at'
import { leftInputs } from './measure'

export type Columns = {
  /** By wire id. */
  readonly of: readonly number[]
  /** The wires of each column; the left one in order from top to bottom. */
  readonly wires: readonly (readonly WireId[])[]
}

/** A gate stands one column after its latest operand; whatever stands by a later gate stands just before it. */
export const columnsOf = (circuit: Circuit): Columns => {
  const crowded = circuit.inputs.length > leftInputs
  const standsByGate = (wire: Wire): boolean =>
    wire.maker.kind === 'constant' || (wire.maker.kind === 'input' && crowded && wire.uses.length === 1)

  const of: number[] = circuit.wires.map(() => 0)
  for (const wire of circuit.wires) {
    if (wire.maker.kind !== 'gate') continue
    let latest = 0
    for (const operand of inputsOf(wire)) latest = Math.max(latest, at(of, operand))
    of[wire.id] = latest + 1
  }
  for (const wire of circuit.wires) {
    if (!standsByGate(wire) || wire.uses.length === 0) continue
    of[wire.id] = Math.min(...wire.uses.map((use) => at(of, use.by))) - 1
  }

  const wires: Wire[][] = []
  for (const wire of circuit.wires) {
    const column = at(of, wire.id)
    while (wires.length <= column) wires.push([])
    at(wires, column).push(wire)
  }
  const ordered = wires.map((column, index) => (index === 0 ? inOrderOfFirstUse(circuit, column) : column))
  return { of, wires: ordered.map((column) => column.map((wire) => wire.id)) }
}

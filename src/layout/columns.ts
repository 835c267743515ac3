import { type Circuit, inputsOf, type Wire, type WireId } from '../circuit/circuit'
import { at } from './at'
import { leftInputs } from './measure'

export type Columns = {
  /** By wire id. */
  readonly of: readonly number[]
  /** The wires of each column; the left one in order from top to bottom. */
  readonly wires: readonly (readonly WireId[])[]
}

type FirstUse = {
  readonly wire: Wire
  readonly unreached: number
  readonly by: number
  readonly port: number
}

const firstUse = (circuit: Circuit, wire: Wire): FirstUse => {
  let by = circuit.wires.length
  let port = wire.id as number
  for (const use of wire.uses) {
    const counts = !wire.reachesOutput || at(circuit.wires, use.by).reachesOutput
    if (!counts || use.by > by || (use.by === by && use.port > port)) continue
    by = use.by
    port = use.port
  }
  return { wire, unreached: wire.reachesOutput ? 0 : 1, by, port }
}

const inOrderOfFirstUse = (circuit: Circuit, wires: readonly Wire[]): readonly Wire[] =>
  wires
    .map((wire) => firstUse(circuit, wire))
    .sort((a, b) => a.unreached - b.unreached || a.by - b.by || a.port - b.port)
    .map(({ wire }) => wire)

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

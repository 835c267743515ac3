import { type Circuit, inputsOf } from '../circuit/circuit'
import { inOrderOfFirstUse } from '../circuit/first-use'
import { intoPlaces } from '../lib/counts'
import { leftInputs } from './measure'

export type Columns = {
  /** How many there are. */
  readonly count: number
  /** By wire id. */
  readonly of: Int32Array
  /** By column, where its wires begin in `wires`; one entry more than columns. */
  readonly at: Int32Array
  /** Column after column; the left one in order from top to bottom. */
  readonly wires: Int32Array
}

/** With more inputs than the left column holds, its order is no longer the text's alone. */
export const isCrowded = (circuit: Circuit): boolean => circuit.inputs.length > leftInputs

/** A gate stands one column after its latest operand; whatever stands by a later gate stands just before it. */
export const columnsOf = (circuit: Circuit): Columns => {
  const { wires } = circuit
  const crowded = isCrowded(circuit)
  const of = new Int32Array(wires.length)
  let last = 0
  for (const wire of wires) {
    if (wire.maker.kind !== 'gate') continue
    let latest = 0
    for (const operand of inputsOf(wire)) latest = Math.max(latest, of[operand] as number)
    of[wire.id] = latest + 1
    last = Math.max(last, latest + 1)
  }
  for (const { id, maker, uses } of wires) {
    const standsByGate = maker.kind === 'constant' || (maker.kind === 'input' && crowded && uses.length === 1)
    if (!standsByGate || uses.length === 0) continue
    let first = last
    for (const { by } of uses) first = Math.min(first, of[by] as number)
    of[id] = first - 1
  }
  const at = new Int32Array(last + 2)
  for (const column of of) at[column + 1] = (at[column + 1] as number) + 1
  intoPlaces(at)
  const next = at.slice()
  const standing = new Int32Array(wires.length)
  for (const { id } of wires) {
    const column = of[id] as number
    const place = next[column] as number
    standing[place] = id
    next[column] = place + 1
  }
  const left = Array.from(standing.subarray(0, at[1]), (id) => wires[id] as (typeof wires)[number])
  standing.set(inOrderOfFirstUse(circuit, left).map(({ id }) => id))
  return { count: last + 1, of, at, wires: standing }
}

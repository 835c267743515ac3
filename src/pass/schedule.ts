import type { Circuit, Wire } from '../circuit/circuit'
import type { Edges } from '../circuit/edges'
import { type Batch, stride } from '../gates/batches'
import type { Constant, Gate } from '../gates/gate'
import { batchOf, localIn, operandAt, rowsOf, writtenBy } from '../gates/inside'
import type { Engine, Group, Places } from './machine'

/** Wires that are scheduled together: so many that their numbers lie near one another in memory. */
const block = 8192

type Schedule = Pick<Engine, 'groups' | 'rows' | 'doneAt' | 'known' | 'localPlaces'>

/**
 * Block by block of wires, round by round, kind after kind. A gate runs in the round of the operand that comes last, or
 * in the next one where that is of another kind, for a loop goes over its gates one after the other. So a long sum is
 * one loop, and few loops are short. Yields after each block how much is done.
 */
export function* scheduling(
  { wires }: Circuit,
  { edgeOf, operands }: Edges,
  places: Places,
): Generator<number, Schedule> {
  const kinds = new Map<Gate, number>()
  const kindOf = new Int32Array(wires.length).fill(-1)
  const known: { places: number[]; values: number[] } = {
    places: [places.ones, places.ones + 1],
    values: [1, -1],
  }
  const know = (place: number, { value }: Constant): void => {
    known.places.push(place)
    known.values.push(value)
  }
  let height = 0
  for (const { id, maker } of wires) {
    if (maker.kind === 'constant') know(id, maker.constant)
    if (maker.kind !== 'gate') continue
    const kind = kinds.get(maker.gate) ?? kinds.size
    kinds.set(maker.gate, kind)
    kindOf[id] = kind
    height += rowsOf(maker.gate) * stride
  }
  const batches = Array.from(kinds.keys(), batchOf)
  const rows = new Int32Array(height)
  const doneAt = new Int32Array(wires.length)
  const groups: Group[] = []
  const localPlaces = new Int32Array(operands.length)
  let row = 0
  let local = places.locals
  let constant = places.constants

  const take = ({ id, maker }: Wire): void => {
    if (maker.kind !== 'gate') return
    const edge = edgeOf[id] as number
    rows[row] = id
    rows[row + 3] = local
    local += writtenBy(maker.gate)
    for (let port = 0; port < maker.inputs.length; port++)
      rows[operandAt(row, port)] = operands[edge + port] as number
    if (maker.constant) {
      know(constant, maker.constant)
      rows[row + 2] = constant++
    }
    const own = rows.subarray(row, row + stride)
    for (let port = 0; port < maker.inputs.length; port++)
      localPlaces[edge + port] = localIn(maker.gate, port, own, places.ones)
    row += rowsOf(maker.gate) * stride
    doneAt[id] = row
  }

  const roundOf = new Int32Array(wires.length)
  for (let from = 0; from < wires.length; from += block) {
    /** Gates that run together, by round and kind. */
    const together = new Map<number, Wire[]>()
    for (const wire of wires.slice(from, from + block)) {
      const kind = kindOf[wire.id] as number
      if (kind < 0) continue
      let round = 0
      for (let edge = edgeOf[wire.id] as number; edge < (edgeOf[wire.id + 1] as number); edge++) {
        const input = operands[edge] as number
        if (input >= from && kindOf[input] !== -1)
          round = Math.max(round, (roundOf[input] as number) + Number(kindOf[input] !== kind))
      }
      roundOf[wire.id] = round
      const place = round * batches.length + kind
      const members = together.get(place)
      if (members) members.push(wire)
      else together.set(place, [wire])
    }
    for (const [place, members] of [...together].sort(([a], [b]) => a - b)) {
      const start = row
      members.forEach(take)
      groups.push({ batch: batches[place % batches.length] as Batch, from: start, to: row })
    }
    yield Math.min(1, (from + block) / wires.length)
  }
  return { groups, rows, doneAt, known, localPlaces }
}

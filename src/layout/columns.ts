import { type Circuit, inputsOf, type Wire } from '../circuit/circuit'
import { inOrderOfFirstUse } from '../circuit/first-use'
import { intoPlaces } from '../lib/counts'
import type { Columns } from './layout'
import { leftInputs } from './measure'

/** With more inputs than the left column holds, its order is no longer the text's alone. */
export const isCrowded = (circuit: Circuit): boolean => circuit.inputs.length > leftInputs

/**
 * A gate stands one column after its latest operand, or later where there are many inputs; whatever stands by a later
 * gate stands just before it. Where lines cross, gates may be made to wait: `columnsLater`.
 */
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
  if (crowded) moveLater(circuit, of)
  const byGate = new Uint8Array(wires.length)
  for (const wire of wires) {
    if (!standsByGate(wire, crowded)) continue
    byGate[wire.id] = 1
    of[wire.id] = firstUse(wire, of) - 1
  }
  const found = { count: last + 1, of, ...filed(of, last + 1), byGate }
  const left = Array.from(found.wires.subarray(0, found.at[1]), (id) => wires[id] as Wire)
  found.wires.set(inOrderOfFirstUse(circuit, left).map(({ id }) => id))
  return found
}

/** Every wire under its column. */
const filed = (of: Int32Array, count: number): Pick<Columns, 'at' | 'wires'> => {
  const at = new Int32Array(count + 1)
  for (const column of of) at[column + 1] = (at[column + 1] as number) + 1
  intoPlaces(at)
  const next = at.slice()
  const wires = new Int32Array(of.length)
  for (let wire = 0; wire < of.length; wire++) {
    const column = of[wire] as number
    const place = next[column] as number
    wires[place] = wire
    next[column] = place + 1
  }
  return { at, wires }
}

/** With the same wires in columns `of`, none of which is earlier; what stays in the left one keeps its order. */
export const columnsLater = ({ count, at, wires, byGate }: Columns, of: Int32Array): Columns => {
  const found = filed(of, count)
  found.wires.set(wires.subarray(0, at[1]).filter((wire) => of[wire] === 0))
  return { count, of, ...found, byGate }
}

/** What stands in the column before its first gate, wherever that is. */
const standsByGate = ({ maker, uses }: Wire, crowded: boolean): boolean =>
  uses.length > 0 && (maker.kind === 'constant' || (maker.kind === 'input' && crowded && uses.length === 1))

const firstUse = ({ uses }: Wire, of: Int32Array): number => {
  let first = Infinity
  for (const { by } of uses) first = Math.min(first, of[by] as number)
  return first
}

/**
 * A gate that is waited for stands later, up to just before it is used, as far as the wires that it takes from pass
 * there anyway; one of them goes on for its sake if it brings an input of its own along. So the products of a long sum
 * stand each by its plus instead of all in one column.
 */
const moveLater = ({ wires }: Circuit, of: Int32Array): void => {
  const { lastBut, use } = usesIn(wires, of)
  for (let id = wires.length - 1; id >= 0; id--) {
    const wire = wires[id] as Wire
    if (wire.maker.kind !== 'gate' || wire.uses.length === 0) continue
    let brings = false
    /** As far as all wires pass that it takes from, and as far as all but one. */
    let [all, allButOne] = [Infinity, Infinity]
    for (const input of inputsOf(wire)) {
      if (standsByGate(wires[input] as Wire, true)) {
        brings = true
        continue
      }
      const passes = lastBut(input, id)
      allButOne = Math.min(allButOne, Math.max(all, passes))
      all = Math.min(all, passes)
    }
    const later = Math.min(firstUse(wire, of) - 1, brings ? allButOne : all)
    if (later <= (of[id] as number)) continue
    of[id] = later
    for (const input of inputsOf(wire)) use(input, id)
  }
}

/** By wire: in which column its last use is that is not by a given gate. */
const usesIn = (wires: readonly Wire[], of: Int32Array) => {
  const array = (): Int32Array => new Int32Array(wires.length)
  const [last, second, whose] = [array(), array(), array()]
  const use = (wire: number, by: number): void => {
    const column = of[by] as number
    if (whose[wire] === by) last[wire] = column
    else if (column > (last[wire] as number)) {
      second[wire] = last[wire] as number
      last[wire] = column
      whose[wire] = by
    } else second[wire] = Math.max(second[wire] as number, column)
  }
  for (const { id, uses } of wires) for (const { by } of uses) use(id, by)
  const lastBut = (wire: number, by: number): number =>
    (whose[wire] === by ? second[wire] : last[wire]) as number
  return { lastBut, use }
}

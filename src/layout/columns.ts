import type { Circuit, Wire } from '../circuit/circuit'
import { kinds } from '../circuit/edges'
import { inOrderOfFirstUse } from '../circuit/first-use'
import { intoPlaces } from '../lib/counts'
import type { Graph } from './graph'
import type { Columns } from './layout'
import { leftInputs } from './measure'

/** With more inputs than the left column holds, its order is no longer the text's alone. */
export const isCrowded = (circuit: Circuit): boolean => circuit.inputs.length > leftInputs

/**
 * A gate stands one column after its latest operand, or later where there are many inputs; whatever stands by a later
 * gate stands just before it. Where lines cross, gates may be made to wait: `columnsLater`.
 */
export const columnsOf = (circuit: Circuit, graph: Graph): Columns => {
  const { wires } = circuit
  const { kind, enterAt, operands } = graph
  const of = new Int32Array(kind.length)
  let last = 0
  for (let wire = 0; wire < kind.length; wire++) {
    if (kind[wire] !== kinds.gate) continue
    let latest = 0
    for (let i = enterAt[wire] as number; i < (enterAt[wire + 1] as number); i++)
      latest = Math.max(latest, of[operands[i] as number] as number)
    of[wire] = latest + 1
    last = Math.max(last, latest + 1)
  }
  const byGate = standingByGates(graph, isCrowded(circuit))
  if (isCrowded(circuit)) moveLater(graph, of, byGate)
  for (let wire = 0; wire < kind.length; wire++) if (byGate[wire]) of[wire] = firstUse(graph, wire, of) - 1
  const found = { count: last + 1, of, ...filed(of, last + 1), byGate }
  const left = Array.from(found.wires.subarray(0, found.at[1]), (id) => wires[id] as Wire)
  found.wires.set(inOrderOfFirstUse(circuit, left).map(({ id }) => id))
  return found
}

/** Every wire under its column. */
const filed = (of: Int32Array, count: number): Pick<Columns, 'at' | 'wires'> => {
  const at = new Int32Array(count + 1)
  for (let wire = 0; wire < of.length; wire++) {
    const next = (of[wire] as number) + 1
    at[next] = (at[next] as number) + 1
  }
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
const standingByGates = ({ kind, leaveAt }: Graph, crowded: boolean): Uint8Array =>
  kind.map((each, wire) => {
    const uses = (leaveAt[wire + 1] as number) - (leaveAt[wire] as number)
    const isLate = each === kinds.constant ? uses > 0 : each === kinds.input && crowded && uses === 1
    return isLate ? 1 : 0
  })

const firstUse = ({ leaveAt, by }: Graph, wire: number, of: Int32Array): number => {
  let first = Infinity
  for (let edge = leaveAt[wire] as number; edge < (leaveAt[wire + 1] as number); edge++)
    first = Math.min(first, of[by[edge] as number] as number)
  return first
}

/**
 * A gate that is waited for stands later, up to just before it is used, as far as the wires that it takes from pass
 * there anyway; one of them goes on for its sake if it brings an input of its own along. So the products of a long sum
 * stand each by its plus instead of all in one column.
 */
const moveLater = (graph: Graph, of: Int32Array, byGate: Uint8Array): void => {
  const { kind, leaveAt, enterAt, operands } = graph
  const { lastBut, use } = usesIn(graph, of)
  for (let gate = kind.length - 1; gate >= 0; gate--) {
    if (kind[gate] !== kinds.gate || leaveAt[gate] === leaveAt[gate + 1]) continue
    let brings = false
    /** As far as all wires pass that it takes from, and as far as all but one. */
    let all = Infinity
    let allButOne = Infinity
    for (let i = enterAt[gate] as number; i < (enterAt[gate + 1] as number); i++) {
      const input = operands[i] as number
      if (byGate[input]) {
        brings = true
        continue
      }
      const passes = lastBut(input, gate)
      allButOne = Math.min(allButOne, Math.max(all, passes))
      all = Math.min(all, passes)
    }
    const later = Math.min(firstUse(graph, gate, of) - 1, brings ? allButOne : all)
    if (later <= (of[gate] as number)) continue
    of[gate] = later
    for (let i = enterAt[gate] as number; i < (enterAt[gate + 1] as number); i++)
      use(operands[i] as number, gate)
  }
}

/** By wire: in which column its last use is that is not by a given gate. */
const usesIn = ({ kind, from, by }: Graph, of: Int32Array) => {
  const array = (): Int32Array => new Int32Array(kind.length)
  const [last, second, whose] = [array(), array(), array()]
  const use = (wire: number, gate: number): void => {
    const column = of[gate] as number
    if (whose[wire] === gate) last[wire] = column
    else if (column > (last[wire] as number)) {
      second[wire] = last[wire] as number
      last[wire] = column
      whose[wire] = gate
    } else second[wire] = Math.max(second[wire] as number, column)
  }
  for (let edge = 0; edge < from.length; edge++) use(from[edge] as number, by[edge] as number)
  const lastBut = (wire: number, gate: number): number =>
    (whose[wire] === gate ? second[wire] : last[wire]) as number
  return { lastBut, use }
}

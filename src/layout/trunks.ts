import { intoPlaces } from '../lib/counts'
import type { Graph } from './graph'
import type { Columns } from './layout'

export type Ends = Pick<Graph, 'from' | 'by'>

/**
 * Which edges share lanes. Edges of one wire that go far can run together, in the lanes of the one that goes farthest,
 * their trunk, and leave it one after the other, each at a junction in the column before its gate's.
 */
export type Trunks = {
  /** By edge: the one in whose lanes it runs; itself where it has its own from the start. */
  readonly trunk: Int32Array
  /** By edge: its own lanes begin after this column: its wire's, or that of the junction where it leaves its trunk. */
  readonly begins: Int32Array
}

export const columnsPassed = ({ of }: Columns, { from, by }: Ends, edge: number): number =>
  (of[by[edge] as number] as number) - (of[from[edge] as number] as number) - 1

/** Every edge alone, or all of a wire that pass a column, up to `longest`, in the lanes of the one that passes most. */
export const trunksOf = (columns: Columns, edges: Ends, shared: boolean, longest: number): Trunks => {
  const { from, by } = edges
  const trunk = from.map((_, edge) => edge)
  const begins = from.map((wire) => columns.of[wire] as number)
  for (let first = 0, end = 0; shared && first < from.length; first = end) {
    let leader = -1
    let most = 0
    for (end = first; end < from.length && from[end] === from[first]; end++) {
      const passed = columnsPassed(columns, edges, end)
      if (passed <= most || passed > longest) continue
      leader = end
      most = passed
    }
    for (let edge = first; edge < end; edge++) {
      const passed = columnsPassed(columns, edges, edge)
      if (edge === leader || passed === 0 || passed > longest) continue
      trunk[edge] = leader
      begins[edge] = (columns.of[by[edge] as number] as number) - 1
    }
  }
  return { trunk, begins }
}

/**
 * Where wires split. Cells are counted through, wires by their ids, then lanes: what leaves cell `c` is
 * `prongs[prongAt[c]]` up to `prongs[prongAt[c + 1]]`. From a wire go its edges alone and its trunk, from a junction
 * what leaves the trunk there and, last, the trunk; from other lanes nothing.
 */
export type Prongs = {
  readonly prongAt: Int32Array
  readonly prongs: Int32Array
  /** By edge: the lane of the junction where it leaves its trunk, of a trunk its last one; −1 for an edge alone. */
  readonly leavesAt: Int32Array
  /** By edge: the one whose line leads to where its own begins; −1 where that is its wire. */
  readonly via: Int32Array
  /** By lane: the edge whose own line passes there. */
  readonly carries: Int32Array
}

export const prongsOf = (
  { from }: Ends,
  columns: Columns,
  { laneAt, trunk, begins }: Trunks & { readonly laneAt: Int32Array },
): Prongs => {
  const wires = columns.of.length
  const lanes = laneAt.at(-1) as number
  const leavesAt = new Int32Array(from.length).fill(-1)
  const prongAt = new Int32Array(wires + lanes + 1)
  const more = (cell: number): void => {
    prongAt[cell + 1] = (prongAt[cell + 1] as number) + 1
  }
  for (let edge = 0; edge < from.length; edge++) {
    const leader = trunk[edge] as number
    if (leader === edge) {
      more(from[edge] as number)
      continue
    }
    const first = (columns.of[from[edge] as number] as number) + 1
    const lane = (laneAt[leader] as number) + (begins[edge] as number) - first
    leavesAt[edge] = lane
    if (prongAt[wires + lane + 1] === 0) more(wires + lane)
    more(wires + lane)
    leavesAt[leader] = Math.max(leavesAt[leader] as number, lane)
  }
  intoPlaces(prongAt)
  const prongs = new Int32Array(prongAt.at(-1) as number)
  const next = prongAt.slice()
  const put = (cell: number, edge: number): void => {
    const place = next[cell] as number
    prongs[place] = edge
    next[cell] = place + 1
  }
  for (let edge = 0; edge < from.length; edge++)
    put(trunk[edge] === edge ? (from[edge] as number) : wires + (leavesAt[edge] as number), edge)
  const via = new Int32Array(from.length).fill(-1)
  const carries = new Int32Array(lanes)
  for (let edge = 0; edge < from.length; edge++) {
    if (trunk[edge] !== edge) continue
    let before = -1
    let start = laneAt[edge] as number
    for (let lane = start; lane < (laneAt[edge + 1] as number); lane++) {
      const at = prongAt[wires + lane] as number
      const end = prongAt[wires + lane + 1] as number
      if (at === end) continue
      put(wires + lane, edge)
      const owner = prongs[at] as number
      via[owner] = before
      for (let i = at + 1; i < end - 1; i++) via[prongs[i] as number] = owner
      carries.fill(owner, start, lane + 1)
      before = owner
      start = lane + 1
    }
    via[edge] = before
    carries.fill(edge, start, laneAt[edge + 1])
  }
  return { prongAt, prongs, leavesAt, via, carries }
}

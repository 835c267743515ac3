import { intoPlaces, longestIn } from '../lib/counts'
import { flies } from './passing'
import type { Weave } from './weave'

/**
 * The columns as a graph of cells, a wire's row or a lane, whose links run from one column to the next. Cells are
 * counted through: wires by their ids, then lanes. What a cell is joined to on a side is
 * `links[at[cell]]` up to `links[at[cell + 1]]`.
 */
export type Side = { readonly at: Int32Array; readonly links: Int32Array }

export type Cells = {
  readonly left: Side
  readonly right: Side
  /** Where each column begins. */
  readonly at: Int32Array
  /** By cell: its place in its column, as last taken up. */
  readonly place: Int32Array
}

export const cellsOf = (weave: Weave, at: Int32Array): Cells => {
  const { from, by, trunk, leavesAt, laneAt, lanes } = weave
  const wires = weave.kind.length
  const cells = wires + lanes
  const count = { left: new Int32Array(cells + 1), right: new Int32Array(cells + 1) }
  const eachLink = (visit: (a: number, b: number) => void): void => {
    for (let edge = 0; edge < from.length; edge++) {
      if (flies(weave, edge)) continue
      let cell = trunk[edge] === edge ? (from[edge] as number) : wires + (leavesAt[edge] as number)
      for (let lane = laneAt[edge] as number; lane < (laneAt[edge + 1] as number); lane++) {
        visit(cell, wires + lane)
        cell = wires + lane
      }
      visit(cell, by[edge] as number)
    }
  }
  eachLink((a, b) => {
    count.right[a + 1] = (count.right[a + 1] as number) + 1
    count.left[b + 1] = (count.left[b + 1] as number) + 1
  })
  intoPlaces(count.left)
  intoPlaces(count.right)
  const links = count.left.at(-1) as number
  const left = { at: count.left, links: new Int32Array(links) }
  const right = { at: count.right, links: new Int32Array(links) }
  const next = { left: count.left.slice(), right: count.right.slice() }
  eachLink((a, b) => {
    const atRight = next.right[a] as number
    const atLeft = next.left[b] as number
    right.links[atRight] = b
    left.links[atLeft] = a
    next.right[a] = atRight + 1
    next.left[b] = atLeft + 1
  })
  return { left, right, at, place: new Int32Array(cells) }
}

/** Takes up the places of one column. */
export const takeUp = ({ at, place }: Cells, slots: Int32Array, column: number): void => {
  const first = at[column] as number
  const end = at[column + 1] as number
  for (let i = first; i < end; i++) place[slots[i] as number] = i - first
}

export const takeUpAll = (cells: Cells, slots: Int32Array): void => {
  for (let column = 0; column + 1 < cells.at.length; column++) takeUp(cells, slots, column)
}

/** The places that a cell is joined to, ascending, written to `into`; how many they are is returned. */
export const joined = ({ at, links }: Side, place: Int32Array, cell: number, into: Int32Array): number => {
  const first = at[cell] as number
  const end = at[cell + 1] as number
  if (end - first > manyLinks) {
    for (let i = first; i < end; i++) into[i - first] = place[links[i] as number] as number
    into.subarray(0, end - first).sort()
    return end - first
  }
  for (let i = first; i < end; i++) {
    const found = place[links[i] as number] as number
    let hole = i - first
    for (; hole > 0 && (into[hole - 1] as number) > found; hole--) into[hole] = into[hole - 1] as number
    into[hole] = found
  }
  return end - first
}

const manyLinks = 32

/** The most links that a cell has on one side. */
export const mostJoined = ({ left, right }: Cells): number =>
  Math.max(longestIn(left.at), longestIn(right.at))

/**
 * How many links cross, with the places of `slots`: those that begin or end at one cell do not cross there. Counted
 * with a tree of partial sums (Barth, Jünger and Mutzel 2002), up to a `limit`: how many more there are is then
 * not asked. All places are taken up.
 */
export const crossingsIn = (cells: Cells, slots: Int32Array, limit = Number.POSITIVE_INFINITY): number => {
  const { at, right, place } = cells
  const columns = at.length - 1
  takeUpAll(cells, slots)
  const tree = new Int32Array(longestIn(at) + 1)
  const into = new Int32Array(mostJoined(cells))
  let crossings = 0
  for (let column = 0; column + 1 < columns && crossings < limit; column++) {
    const size = (at[column + 2] as number) - (at[column + 1] as number)
    tree.fill(0, 0, size + 1)
    let lines = 0
    for (let i = at[column] as number; i < (at[column + 1] as number); i++) {
      const cell = slots[i] as number
      const first = right.at[cell] as number
      const count = (right.at[cell + 1] as number) - first
      // A lane goes on to one place: it needs no list.
      if (count === 1) into[0] = place[right.links[first] as number] as number
      else joined(right, place, cell, into)
      for (let k = 0; k < count; k++) {
        let before = 0
        for (let node = (into[k] as number) + 1; node > 0; node -= node & -node)
          before += tree[node] as number
        crossings += lines - before
      }
      for (let k = 0; k < count; k++)
        for (let node = (into[k] as number) + 1; node <= size; node += node & -node)
          tree[node] = (tree[node] as number) + 1
      lines += count
    }
  }
  return crossings
}

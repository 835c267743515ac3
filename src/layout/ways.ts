import type { Circuit } from '../circuit/circuit'
import { heightOn } from './line'
import type { Placed } from './placed'

/**
 * The ways of an earlier picture's lines: by edge of the circuit, `heights[at[edge]]` up to `heights[at[edge + 1]]` are
 * those at which its line passed the columns between its ends. None of what was not there, and none of large pictures.
 */
export type Ways = { readonly at: Int32Array; readonly heights: Float64Array }

/** Of more wires nobody sees which of their lines has moved. */
const fewWires = 400

export const waysBefore = (earlier: Placed, { wires }: Circuit): Ways => {
  const uses = wires.reduce((sum, wire) => sum + wire.uses.length, 0)
  const at = new Int32Array(uses + 1)
  if (wires.length > fewWires) return { at, heights: new Float64Array(0) }
  const known = edgesByName(earlier.circuit)
  const heights: number[] = []
  let edge = 0
  eachUse(wires, (name) => {
    const was = known.get(name)
    if (was !== undefined) addWay(heights, earlier, was)
    edge += 1
    at[edge] = heights.length
  })
  return { at, heights: Float64Array.from(heights) }
}

/** Edges in order of (from, use), as everywhere. */
const eachUse = (wires: Circuit['wires'], visit: (name: string) => void): void => {
  for (const { key, uses } of wires)
    for (const { by, port } of uses) visit(`${key} ${wires[by]?.key} ${port}`)
}

const edgesByName = ({ wires }: Circuit): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  eachUse(wires, (name) => found.set(name, found.size))
  return found
}

const addWay = (heights: number[], { plan, places }: Placed, edge: number): void => {
  const { columns, left, right, via, lineAt, points } = places
  const from = plan.from[edge] as number
  const by = plan.by[edge] as number
  for (let column = (columns.of[from] as number) + 1; column < (columns.of[by] as number); column++) {
    const x = ((left[column] as number) + (right[column] as number)) / 2
    let own = edge
    while ((via[own] as number) >= 0 && (points[2 * (lineAt[own] as number)] as number) > x)
      own = via[own] as number
    let i = 2 * (lineAt[own] as number)
    while (i + 4 < 2 * (lineAt[own + 1] as number) && (points[i + 2] as number) < x) i += 2
    const ax = points[i] as number
    const ay = points[i + 1] as number
    heights.push(heightOn(x, ax, ay, points[i + 2] as number, points[i + 3] as number))
  }
}

/** At which height an edge's line passed `column`, or about there where its ends are now in other columns; null where nothing is known. */
export const heightBefore = (
  { at, heights }: Ways,
  edge: number,
  { column, left, right }: { readonly column: number; readonly left: number; readonly right: number },
): number | null => {
  const first = at[edge] as number
  const end = at[edge + 1] as number
  if (first === end) return null
  const along = Math.floor(((column - left - 0.5) / (right - left - 1)) * (end - first))
  return heights[first + Math.min(end - first - 1, along)] as number
}

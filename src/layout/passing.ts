import { budget } from '../lib/budget'
import { intoPlaces } from '../lib/counts'
import type { Columns } from './layout'
import { columnsPassed, type Ends, type Trunks, trunksOf } from './trunks'

export type Passing = {
  /** The lanes in each column: of column `c` they are `passing[passAt[c]]` up to `passing[passAt[c + 1]]`. */
  readonly passAt: Int32Array
  readonly passing: Int32Array
  /**
   * An edge's own lanes, one in every column that it passes alone, are `laneAt[edge]` up to `laneAt[edge + 1]`; they
   * are counted through. One that flies has none.
   */
  readonly laneAt: Int32Array
  readonly lanes: number
  /** By lane: whose it is. */
  readonly edgeOf: Int32Array
  /** Some edge has no lanes where it should. */
  readonly someFly: boolean
}

/** Whether an edge goes straight over all that lies on its way. */
export const flies = (plan: Ends & Trunks & Passing & { readonly columns: Columns }, edge: number) =>
  plan.someFly &&
  plan.laneAt[edge] === plan.laneAt[edge + 1] &&
  plan.trunk[edge] === edge &&
  columnsPassed(plan.columns, plan, edge) > 0

/** The column of a lane. */
export const columnOf = ({ edgeOf, begins, laneAt }: Trunks & Passing, lane: number): number => {
  const edge = edgeOf[lane] as number
  return (begins[edge] as number) + 1 + lane - (laneAt[edge] as number)
}

/**
 * Where an input is used thousands of columns on, and again and again, lanes for all of it would be more than a
 * machine holds: the longest edges then have none.
 */
const longestOf = (columns: Columns, edges: Ends, shared: boolean): number => {
  const { from } = edges
  const passed = from.map((_, edge) => columnsPassed(columns, edges, edge))
  let longest = 0
  for (let edge = 0; edge < passed.length; edge++) longest = Math.max(longest, passed[edge] as number)
  /** Lanes for all that is not longer; of a trunk as many as its longest edge takes. */
  const total = (): number => {
    let sum = 0
    let trunk = 0
    for (let edge = 0; edge < from.length; edge++) {
      const lanes = passed[edge] as number
      if (!shared || from[edge] !== from[edge - 1]) {
        sum += trunk
        trunk = 0
      }
      if (lanes <= longest) trunk = Math.max(trunk, lanes)
    }
    return sum + trunk
  }
  while (total() > budget.lanes) longest = Math.floor(longest * 0.7)
  return longest
}

export const passingOf = (columns: Columns, edges: Ends, shared: boolean): Passing & Trunks => {
  const { from, by } = edges
  const { of, count } = columns
  const longest = longestOf(columns, edges, shared)
  const trunks = trunksOf(columns, edges, shared, longest)
  const { trunk, begins } = trunks
  const laneAt = new Int32Array(from.length + 1)
  let someFly = false
  /** By column, how many more or fewer edges pass it than the one before. */
  const change = new Int32Array(count + 1)
  for (let edge = 0; edge < from.length; edge++) {
    const first = (begins[edge] as number) + 1
    const passed = (of[by[edge] as number] as number) - first
    const isFlying = trunk[edge] === edge && passed > longest
    someFly ||= isFlying
    const lanes = isFlying ? 0 : passed
    laneAt[edge + 1] = (laneAt[edge] as number) + lanes
    change[first] = (change[first] as number) + (lanes > 0 ? 1 : 0)
    change[first + lanes] = (change[first + lanes] as number) - (lanes > 0 ? 1 : 0)
  }
  const passAt = new Int32Array(count + 1)
  for (let column = 0, passes = 0; column < count; column++) {
    passes += change[column] as number
    passAt[column + 1] = passes
  }
  intoPlaces(passAt)
  const lanes = laneAt[from.length] as number
  const passing = new Int32Array(lanes)
  const edgeOf = new Int32Array(lanes)
  const next = passAt.slice()
  for (let edge = 0; edge < from.length; edge++) {
    let column = (begins[edge] as number) + 1
    for (let lane = laneAt[edge] as number; lane < (laneAt[edge + 1] as number); lane++, column++) {
      const place = next[column] as number
      passing[place] = lane
      edgeOf[lane] = edge
      next[column] = place + 1
    }
  }
  return { passAt, passing, laneAt, lanes, edgeOf, someFly, ...trunks }
}

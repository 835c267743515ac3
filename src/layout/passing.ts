import { budget } from '../lib/budget'
import type { Columns } from './columns'

type Edges = { readonly from: Int32Array; readonly by: Int32Array }

export type Passing = {
  /** The edges that pass through a column without ending there, column after column. */
  readonly passAt: Int32Array
  readonly passing: Int32Array
  /** An edge has a lane in every column it passes; they are counted through. One that flies has none. */
  readonly laneAt: Int32Array
  readonly lanes: number
}

/** Whether an edge goes straight over all that lies on its way. */
export const flies = (
  { laneAt, columns, from, by }: Edges & Passing & { readonly columns: Columns },
  edge: number,
) =>
  laneAt[edge] === laneAt[edge + 1] &&
  (columns.of[by[edge] as number] as number) - (columns.of[from[edge] as number] as number) > 1

/**
 * Where an input is used thousands of columns on, and again and again, lanes for all of it would be more than a
 * machine holds: the longest edges then have none.
 */
const longestIn = (lengths: Int32Array): number => {
  let longest = 0
  for (const length of lengths) longest = Math.max(longest, length)
  const total = (): number => lengths.reduce((sum, length) => sum + (length > longest ? 0 : length), 0)
  while (total() > budget.lanes) longest = Math.floor(longest * 0.7)
  return longest
}

export const passingOf = ({ count, of }: Columns, { from, by }: Edges): Passing => {
  const lengths = from.map((source, edge) => (of[by[edge] as number] as number) - (of[source] as number) - 1)
  const longest = longestIn(lengths)
  const laneAt = new Int32Array(from.length + 1)
  /** By column, how many more or fewer edges pass it than the one before. */
  const change = new Int32Array(count + 1)
  for (let edge = 0; edge < from.length; edge++) {
    const length = lengths[edge] as number
    const lanes = length > longest ? 0 : length
    laneAt[edge + 1] = (laneAt[edge] as number) + lanes
    const first = (of[from[edge] as number] as number) + 1
    change[first] = (change[first] as number) + (lanes > 0 ? 1 : 0)
    change[first + lanes] = (change[first + lanes] as number) - (lanes > 0 ? 1 : 0)
  }
  const passAt = new Int32Array(count + 1)
  for (let column = 0, passes = 0; column < count; column++) {
    passes += change[column] as number
    passAt[column + 1] = (passAt[column] as number) + passes
  }
  const lanes = laneAt[from.length] as number
  const passing = new Int32Array(lanes)
  const next = passAt.slice()
  for (let edge = 0; edge < from.length; edge++) {
    const first = (of[from[edge] as number] as number) + 1
    const end = first + (laneAt[edge + 1] as number) - (laneAt[edge] as number)
    for (let column = first; column < end; column++) {
      const place = next[column] as number
      passing[place] = edge
      next[column] = place + 1
    }
  }
  return { passAt, passing, laneAt, lanes }
}

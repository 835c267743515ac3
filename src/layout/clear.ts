import { blocks, type Ground } from './ground'
import type { Leg } from './legs'
import { heightOn } from './line'
import { lineClearance } from './measure'

/** Whether a piece of a leg, or all of it, meets nothing on its way. */
export const isClear = (ground: Ground, { from, to, gate }: Leg, piece: Float64Array): boolean => {
  const { left, right, rows } = ground
  const ax = piece[0] as number
  const ay = piece[1] as number
  const bx = piece[2] as number
  const by = piece[3] as number
  const last = gate < 0 ? to - 1 : to
  for (let column = from + 1; column <= last; column++) {
    const begins = left[column] as number
    const ends = right[column] as number
    if (ends < ax || begins > bx) continue
    const enters = heightOn(Math.max(begins, ax), ax, ay, bx, by)
    const leaves = heightOn(Math.min(ends, bx), ax, ay, bx, by)
    const top = Math.min(enters, leaves)
    const bottom = Math.max(enters, leaves)
    const first = column === to ? firstFrom(ground, gate, top) : firstBelow(ground, column, top)
    for (let row = first; row < (rows.at[column + 1] as number); row++) {
      if (bottom < (rows.tops[row] as number)) break
      const cell = rows.cells[row] as number
      if (column === to && standsBehind(ground, piece, gate, row)) continue
      if (blocks(ground, cell, piece, cell === gate)) return false
    }
  }
  return true
}

/** The first row of a column that does not end above a height. */
const firstBelow = ({ rows: { at, bottoms } }: Ground, column: number, y: number): number => {
  let low = at[column] as number
  let high = at[column + 1] as number
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bottoms[middle] as number) < y) low = middle + 1
    else high = middle
  }
  return low
}

/** The same in the column of a gate to which the line leads: it is not far from there. */
const firstFrom = ({ rows: { at, of, bottoms }, weave }: Ground, gate: number, y: number): number => {
  const least = at[weave.columns.of[gate] as number] as number
  let row = of[gate] as number
  while (row > least && (bottoms[row - 1] as number) >= y) row -= 1
  return row
}

/**
 * Whether nothing of a row can be in the way of a line to a gate of the same column: nothing of a gate without a tag
 * stands left of where it begins (behind a gate there is as much room as marks and a name before a number take, see
 * `forkLeadLength` and `nameRoom`), and no gate that is not wider begins where the line is still far from its own.
 */
const standsBehind = ({ weave, rows }: Ground, piece: Float64Array, gate: number, row: number): boolean => {
  const { half, tagWidth } = weave
  const cell = rows.cells[row] as number
  if (cell >= half.length || half[cell] === 0 || tagWidth[cell] !== 0) return false
  if (cell === gate) return true
  if ((half[cell] as number) > (half[gate] as number)) return false
  const ax = piece[0] as number
  const ay = piece[1] as number
  const bx = piece[2] as number
  const by = piece[3] as number
  const near = heightOn(Math.max(ax, bx - lineClearance), ax, ay, bx, by)
  return (rows.tops[row] as number) > Math.max(near, by) || (rows.bottoms[row] as number) < Math.min(near, by)
}

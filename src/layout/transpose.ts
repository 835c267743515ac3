import { type Cells, joined, mostJoined, takeUp } from './crossings'

/** Crossings of the lines to ascending places `a`, of what stands above, with those to `b`, of what stands below. */
const crossed = (a: Int32Array, aCount: number, b: Int32Array, bCount: number): number => {
  let [crossings, below] = [0, 0]
  for (let i = 0; i < aCount; i++) {
    while (below < bCount && (b[below] as number) < (a[i] as number)) below += 1
    crossings += below
  }
  return crossings
}

type Passes = { readonly passes: number; readonly still?: number; readonly worth?: number }

/**
 * Neighbours change places wherever fewer lines cross then (Gansner, Koutsofios, North and Vo 1993), in at most so
 * many passes over all columns from the `first`; the last is the first that gains less than `worth`. Of the cells before
 * `still`, no two change places with each other. How many fewer lines cross in the end is returned.
 */
export const transpose = (
  cells: Cells,
  slots: Int32Array,
  first: number,
  { passes, still = 0, worth = 1 }: Passes,
): number => {
  const { at, left, right, place } = cells
  const columns = at.length - 1
  const most = mostJoined(cells)
  const room = (): Int32Array => new Int32Array(most)
  let [aLeft, aRight, bLeft, bRight] = [room(), room(), room(), room()]
  let gained = 0
  /** Columns in which, or beside which, something has moved since they were looked at. */
  let stirred = new Uint8Array(columns + 1).fill(1)
  for (let pass = 0; pass < passes; pass++) {
    const again = new Uint8Array(columns + 1)
    const before = gained
    for (let column = first; column < columns; column++) {
      if (!stirred[column]) continue
      const end = (at[column + 1] as number) - 1
      let start = at[column] as number
      if (start >= end) continue
      let moved = false
      let a = slots[start] as number
      let aL = joined(left, place, a, aLeft)
      let aR = joined(right, place, a, aRight)
      for (; start < end; start++) {
        const b = slots[start + 1] as number
        const bL = joined(left, place, b, bLeft)
        const bR = joined(right, place, b, bRight)
        const now = crossed(aLeft, aL, bLeft, bL) + crossed(aRight, aR, bRight, bR)
        const isFixed = now === 0 || (a < still && b < still)
        const then = isFixed ? now : crossed(bLeft, bL, aLeft, aL) + crossed(bRight, bR, aRight, aR)
        if (then < now) {
          gained += now - then
          slots[start] = b
          slots[start + 1] = a
          moved = true
          continue
        }
        a = b
        ;[aL, aR] = [bL, bR]
        ;[aLeft, bLeft] = [bLeft, aLeft]
        ;[aRight, bRight] = [bRight, aRight]
      }
      if (!moved) continue
      takeUp(cells, slots, column)
      again[column] = 1
      again[column + 1] = 1
      if (column > 0) again[column - 1] = 1
      stirred[column + 1] = 1
    }
    if (gained - before < worth) break
    stirred = again
  }
  return gained
}

import { type Cells, joined, mostJoined, takeUp } from './crossings'

/**
 * How many fewer lines cross once two neighbours have changed places, on one side of them: the upper one has lines to
 * ascending places `a`, the lower one to `b`.
 */
const gainOf = (a: Int32Array, aCount: number, b: Int32Array, bCount: number): number => {
  let before = 0
  let after = 0
  let gain = -aCount * bCount
  for (let i = 0; i < aCount; i++) {
    const place = a[i] as number
    while (before < bCount && (b[before] as number) < place) before += 1
    if (after < before) after = before
    while (after < bCount && (b[after] as number) === place) after += 1
    // Those before it cross it now, and those after it would: lines to one place do not cross.
    gain += before + after
  }
  return gain
}

/** A pass is judged after this share of it. */
const glimpse = 1 / 4

type Passes = { readonly passes: number; readonly still?: number; readonly worth?: number }

/**
 * Neighbours change places wherever fewer lines cross then (Gansner, Koutsofios, North and Vo 1993), in at most so
 * many passes over all columns from the `first`; the last is the first that gains less than `worth`, and ends where it
 * has gained too little for as far as it has come. Of the cells before `still`, no two change places with each other.
 * How many fewer lines cross in the end is returned.
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
  /** Where the first column begins in which neighbours cross: what is calm before it says nothing of the rest. */
  let tangle = slots.length
  /** Columns in which, or beside which, something has moved since they were looked at. */
  let stirred = new Uint8Array(columns + 1).fill(1)
  for (let pass = 0; pass < passes; pass++) {
    const again = new Uint8Array(columns + 1)
    const before = gained
    for (let column = first; column < columns; column++) {
      const done = ((at[column] as number) - tangle) / (slots.length - tangle)
      if (done > glimpse && gained - before < done * (worth - 1)) return gained
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
        // Most do not cross as they are, and need not be counted.
        const crosses =
          (aLeft[aL - 1] as number) > (bLeft[0] as number) ||
          (aRight[aR - 1] as number) > (bRight[0] as number)
        if (crosses && tangle === slots.length) tangle = at[column] as number
        const gain = crosses ? gainOf(aLeft, aL, bLeft, bL) + gainOf(aRight, aR, bRight, bR) : 0
        if (gain > 0 && !(a < still && b < still)) {
          gained += gain
          slots[start] = b
          slots[start + 1] = a
          moved = true
          continue
        }
        a = b
        aL = bL
        aR = bR
        const spareLeft = aLeft
        const spareRight = aRight
        aLeft = bLeft
        aRight = bRight
        bLeft = spareLeft
        bRight = spareRight
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

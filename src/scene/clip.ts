import type { Box, Point } from '../layout/layout'
import { holds, shareInside } from './box'

/** What dashes of any line come back after, in units: begun at such a place, they lie where those of the whole line do. */
const dashes = 24

/**
 * The pieces of a line that lie in a box, each from its entry, or a little before, to its exit; null where all of it does.
 * A line may leave a box for ten thousands of units and come back.
 */
export const piecesIn = (path: readonly Point[], box: Box): readonly (readonly Point[])[] | null => {
  if (path.every((point) => holds(box, point))) return null
  const pieces: Point[][] = []
  let open: Point[] | null = null
  /** Of the line, up to the stretch that is looked at. */
  let length = 0
  for (let i = 0; i + 1 < path.length; i++) {
    const a = path[i] as Point
    const b = path[i + 1] as Point
    const span = shareInside(a, b, box)
    const stretch = Math.hypot(b.x - a.x, b.y - a.y)
    if (span) {
      if (!open) {
        const before = (length + span[0] * stretch) % dashes
        open = backFrom(path.slice(0, i + 1), along(a, b, span[0]), before)
        pieces.push(open)
      }
      open.push(span[1] < 1 ? along(a, b, span[1]) : b)
    }
    if (!span || span[1] < 1) open = null
    length += stretch
  }
  return pieces
}

/** The way that ends at a point, so much of it as leads so far back. */
const backFrom = (path: readonly Point[], point: Point, far: number): Point[] => {
  const found = [point]
  let left = far
  for (let i = path.length - 1; i >= 0 && left > 0; i--) {
    const a = path[i] as Point
    const b = found[0] as Point
    const stretch = Math.hypot(b.x - a.x, b.y - a.y)
    found.unshift(stretch <= left ? a : along(b, a, left / stretch))
    left -= stretch
  }
  // In the middle of a straight stretch, it is no point of its own.
  return far > 0 ? found.slice(0, -1) : found
}

const along = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

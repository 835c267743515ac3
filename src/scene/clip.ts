import type { Box, Point } from '../layout/layout'
import { holds, shareInside } from './box'

/**
 * The part of a line that passes a box, from where it first enters to where it last leaves; null where it never does.
 *
 */
export const clipped = (path: readonly Point[], box: Box): readonly Point[] | null => {
  if (path.every((point) => holds(box, point))) return path
  let start: { readonly at: number; readonly point: Point } | null = null
  let end: { readonly at: number; readonly point: Point } | null = null
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i] as Point, path[i + 1] as Point]
    const span = shareInside(a, b, box)
    if (!span) continue
    start ??= { at: i, point: along(a, b, span[0]) }
    end = { at: i, point: along(a, b, span[1]) }
  }
  return start && end && [start.point, ...path.slice(start.at + 1, end.at + 1), end.point]
}

const along = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

import type { Box, Point } from '../layout/layout'

/**
 * The part of a line that passes a box, from where it first enters to where it last leaves; null where it never does.
 * A line that lies inside is returned as it is. (One axis after the other: Liang and Barsky 1984.)
 */
export const clipped = (path: readonly Point[], box: Box): readonly Point[] | null => {
  if (path.every((point) => holds(box, point))) return path
  let start: { readonly at: number; readonly point: Point } | null = null
  let end: { readonly at: number; readonly point: Point } | null = null
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i] as Point, path[i + 1] as Point]
    const span = within(a, b, box)
    if (!span) continue
    start ??= { at: i, point: along(a, b, span[0]) }
    end = { at: i, point: along(a, b, span[1]) }
  }
  return start && end && [start.point, ...path.slice(start.at + 1, end.at + 1), end.point]
}

const holds = ({ x, y, width, height }: Box, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height

const along = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

/** From which share of its way to which a line is inside. */
const within = (a: Point, b: Point, { x, y, width, height }: Box): readonly [number, number] | null => {
  let [enter, leave] = [0, 1]
  for (const [from, to, low, high] of [
    [a.x, b.x, x, x + width],
    [a.y, b.y, y, y + height],
  ] as const) {
    if (from === to) {
      if (from < low || from > high) return null
      continue
    }
    const [first, second] = [(low - from) / (to - from), (high - from) / (to - from)]
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
  }
  return enter < leave ? [enter, leave] : null
}

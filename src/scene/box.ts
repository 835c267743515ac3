import type { Box, Point } from '../layout/layout'

export const holds = ({ x, y, width, height }: Box, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** From which share of the way from `a` to `b` to which it is inside a box; null where it never is. */
export const shareInside = (
  a: Point,
  b: Point,
  { x, y, width, height }: Box,
): readonly [number, number] | null => {
  const [first, last] = within(a.x, b.x - a.x, x, x + width)
  const [first2, last2] = within(a.y, b.y - a.y, y, y + height)
  const enter = Math.max(0, first, first2)
  const leave = Math.min(1, last, last2)
  return enter < leave ? [enter, leave] : null
}

/** One axis (Liang and Barsky 1984). */
const within = (from: number, length: number, low: number, high: number): readonly [number, number] => {
  if (length === 0) return from > low && from < high ? [0, 1] : [1, 0]
  const a = (low - from) / length
  const b = (high - from) / length
  return a < b ? [a, b] : [b, a]
}

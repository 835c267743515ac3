import type { Box, Point } from './layout'

/** The smallest box around boxes and points, with a margin. */
export const boundsOf = (boxes: readonly Box[], points: readonly Point[], margin: number): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const include = (x: number, y: number): void => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  for (const { x, y, width, height } of boxes) {
    include(x, y)
    include(x + width, y + height)
  }
  for (const { x, y } of points) include(x, y)
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 }
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  }
}

import type { Point } from '../layout/layout'

/** Which of `points` an arrow key leads to from `points[from]`; null where the key means nothing here. */
export const nextOf = (points: readonly Point[], from: number, key: string): number | null => {
  const reading = readingOrder(points)
  const place = reading.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return reading[Math.min(place + 1, reading.length - 1)] ?? null
    case 'ArrowLeft':
      return reading[Math.max(place - 1, 0)] ?? null
    case 'Home':
      return reading[0] ?? null
    case 'End':
      return reading.at(-1) ?? null
    case 'ArrowUp':
      return nearest(points, from, -1)
    case 'ArrowDown':
      return nearest(points, from, 1)
    default:
      return null
  }
}

/** Along x, as the program runs; at the same x from top to bottom. */
export const readingOrder = (points: readonly Point[]): readonly number[] =>
  points
    .map((point, index) => ({ ...point, index }))
    .sort((a, b) => Math.round(a.x) - Math.round(b.x) || a.y - b.y)
    .map(({ index }) => index)

/** The closest one above or below; what stands to the side counts as three times as far. */
const nearest = (points: readonly Point[], from: number, direction: 1 | -1): number => {
  const here = points[from]
  if (!here) return from
  let best = from
  let least = Number.POSITIVE_INFINITY
  points.forEach(({ x, y }, index) => {
    const away = (y - here.y) * direction
    const cost = away + 3 * Math.abs(x - here.x)
    if (away > 1 && cost < least) {
      best = index
      least = cost
    }
  })
  return best
}

import type { Point } from '../layout/layout'

const short = (value: number): number => Math.round(value * 100) / 100

export const lineThrough = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x)},${short(y)}`).join('')

export const translate = ({ x, y }: Point): string => `translate(${short(x)},${short(y)})`

/** The same as attributes of what stands there. */
export const placed = ({ x, y }: Point): Point => ({ x: short(x), y: short(y) })

/** An arrowhead with its point at `tip`, coming from `from`. */
export const arrowhead = (from: Point, tip: Point, width: number): string => {
  const { length, halfHeight } = arrowSize(width)
  const distance = Math.hypot(tip.x - from.x, tip.y - from.y)
  if (distance === 0) return ''
  const along = { x: (tip.x - from.x) / distance, y: (tip.y - from.y) / distance }
  const base = { x: tip.x - along.x * length, y: tip.y - along.y * length }
  const left = { x: base.x - along.y * halfHeight, y: base.y + along.x * halfHeight }
  const right = { x: base.x + along.y * halfHeight, y: base.y - along.x * halfHeight }
  return `${lineThrough([left, tip, right])}Z`
}

/** 6 × 4 at a hairline, as in the lecture's drawings; a thicker line needs a larger head to have one at all. */
export const arrowSize = (width: number): { readonly length: number; readonly halfHeight: number } => ({
  length: 5 + 1.5 * width,
  halfHeight: 1.4 + 0.8 * width,
})

/** The line without its last few units, so that a thick one does not stick out past its arrowhead. */
export const shorten = (points: readonly Point[], by: number): readonly Point[] => {
  const tip = points.at(-1)
  const from = points.at(-2)
  if (!tip || !from) return points
  const distance = Math.hypot(tip.x - from.x, tip.y - from.y)
  if (distance <= by) return points
  const kept = 1 - by / distance
  return [
    ...points.slice(0, -1),
    { x: from.x + (tip.x - from.x) * kept, y: from.y + (tip.y - from.y) * kept },
  ]
}

/** Without the points in the middle of a straight stretch: browsers draw a line of one stretch more crisply. */
export const straightened = (points: readonly Point[]): readonly Point[] =>
  points.filter((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    return !before || !after || before.y !== point.y || point.y !== after.y
  })

/** The point from which a path reaches `tip`, which is one of its points. */
export const pointBefore = (points: readonly Point[], tip: Point): Point | null => {
  const index = points.findIndex(({ x, y }) => x === tip.x && y === tip.y)
  return points[index - 1] ?? null
}

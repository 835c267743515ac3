/** A line of points that can grow: x and y in turn. */
export type Line = {
  readonly points: () => Float64Array
  /** How many points there are. */
  readonly length: () => number
  readonly add: (x: number, y: number) => void
  /** Keeps the first so many points. */
  readonly cut: (length: number) => void
}

/** In memory that is given, or a little of its own, before it grows. */
export const beginLine = (points: Float64Array = new Float64Array(64)): Line => {
  let length = 0
  return {
    points: () => points,
    length: () => length,
    add: (x, y) => {
      if (2 * length === points.length) {
        const larger = new Float64Array(2 * points.length)
        larger.set(points)
        points = larger
      }
      points[2 * length] = x
      points[2 * length + 1] = y
      length += 1
    },
    cut: (kept) => {
      length = kept
    },
  }
}

/** The height at x on the line from (ax, ay) to (bx, by). */
export const heightOn = (x: number, ax: number, ay: number, bx: number, by: number): number =>
  ay + ((by - ay) * (x - ax)) / (bx - ax)

// How many lines of a drawing cross. A line is a list of points; lines that run along the very same piece, as branches
// of a fork do on their trunk, count it once.

const flat = 8

/** A chain of cubic Béziers, `[p0, c1, c2, p1, c1, c2, p2 …]`, as a line of points. */
export const flattened = (points) => {
  const found = [points[0]]
  for (let i = 0; i + 3 < points.length; i += 3)
    for (let step = 1; step <= flat; step++) {
      const t = step / flat
      const u = 1 - t
      const at = (k) =>
        u ** 3 * points[i][k] +
        3 * u * u * t * points[i + 1][k] +
        3 * u * t * t * points[i + 2][k] +
        t ** 3 * points[i + 3][k]
      found.push([at(0), at(1)])
    }
  return found
}

const side = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

/** Whether two pieces cross, each inside the other's ends. */
const cross = ([a, b], [c, d]) => {
  const tiny = 1e-9
  const [p, q, r, s] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  return p * q < -tiny && r * s < -tiny
}

const keyOf = ([a, b]) => `${a[0].toFixed(3)} ${a[1].toFixed(3)} ${b[0].toFixed(3)} ${b[1].toFixed(3)}`

/** Pieces in a grid: each is compared with those that share a cell, and a crossing counted in its own cell alone. */
export const crossingsOf = (lines) => {
  const seen = new Set()
  const pieces = []
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i++) {
      const piece = [line[i], line[i + 1]]
      const key = keyOf(piece)
      if (seen.has(key)) continue
      seen.add(key)
      pieces.push(piece)
    }
  const xs = pieces.flatMap(([a, b]) => [a[0], b[0]])
  const ys = pieces.flatMap(([a, b]) => [a[1], b[1]])
  const least = (list) => list.reduce((found, n) => Math.min(found, n), Infinity)
  const most = (list) => list.reduce((found, n) => Math.max(found, n), -Infinity)
  const [left, top] = [least(xs), least(ys)]
  const side = Math.max(1, Math.min(400, Math.floor(Math.sqrt(pieces.length))))
  const [width, height] = [(most(xs) - left || 1) / side, (most(ys) - top || 1) / side]
  const cellOf = (n, from, size) => Math.max(0, Math.min(side - 1, Math.floor((n - from) / size)))
  const grid = new Map()
  pieces.forEach(([a, b], index) => {
    for (
      let x = cellOf(Math.min(a[0], b[0]), left, width);
      x <= cellOf(Math.max(a[0], b[0]), left, width);
      x++
    )
      for (
        let y = cellOf(Math.min(a[1], b[1]), top, height);
        y <= cellOf(Math.max(a[1], b[1]), top, height);
        y++
      ) {
        const key = x * side + y
        const there = grid.get(key)
        if (there) there.push(index)
        else grid.set(key, [index])
      }
  })
  let count = 0
  for (const [key, there] of grid)
    for (let i = 0; i < there.length; i++)
      for (let k = 0; k < i; k++) {
        const [p, q] = [pieces[there[i]], pieces[there[k]]]
        if (!cross(p, q)) continue
        const [x, y] = meeting(p, q)
        if (cellOf(x, left, width) * side + cellOf(y, top, height) === key) count += 1
      }
  return count
}

const meeting = ([a, b], [c, d]) => {
  const t = side(c, d, a) / (side(c, d, a) - side(c, d, b))
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

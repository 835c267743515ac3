import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../layout/layout'
import { holds } from './box'
import { piecesIn } from './clip'

const box = { x: 0, y: 0, width: 10, height: 10 }
const point = (x: number, y: number): Point => ({ x, y })

test.each([
  ['through, one piece from edge to edge', [point(-24, 5), point(30, 5)], [[point(0, 5), point(10, 5)]]],
  ['from above, from the upper edge', [point(5, -24), point(5, 5)], [[point(5, 0), point(5, 5)]]],
  [
    'bends inside stay',
    [point(-24, 2), point(4, 2), point(4, 8), point(20, 8)],
    [[point(0, 2), point(4, 2), point(4, 8), point(10, 8)]],
  ],
  ['begun before an edge where a dash begins', [point(-26, 5), point(5, 5)], [[point(-2, 5), point(5, 5)]]],
  [
    'also round a bend',
    [point(-2, -23), point(-2, 5), point(5, 5)],
    [[point(-2, 1), point(-2, 5), point(5, 5)]],
  ],
  ['beside, nothing of it is left', [point(-5, -5), point(20, -1)], []],
  [
    'out and in again, two pieces and nothing of the way between',
    [point(3, 5), point(3, -80), point(8, -80), point(8, 5)],
    // 90 + 80 units until it is back: the last dash of the whole line began two units before.
    [
      [point(3, 5), point(3, 0)],
      [point(8, -2), point(8, 5)],
    ],
  ],
])('of a line %s', (_, path, expected) => {
  expect(piecesIn(path, box)).toEqual(expected)
})

test('a line that lies inside is drawn whole', () => {
  expect(piecesIn([point(1, 1), point(9, 9)], box)).toBeNull()
})

test('all that is in the box of any line is on its pieces', () => {
  const somewhere = fc.record({ x: fc.integer({ min: -40, max: 50 }), y: fc.integer({ min: -40, max: 50 }) })
  fc.assert(
    fc.property(fc.array(somewhere, { minLength: 2, maxLength: 6 }), (path) => {
      const pieces = piecesIn(path, box) ?? [path]
      let [inside, seen] = [0, 0]
      for (const [line, add] of [
        ...pieces.map((piece) => [piece, (length: number) => (seen += length)] as const),
        [path, (length: number) => (inside += length)] as const,
      ])
        for (let i = 0; i + 1 < line.length; i++) add(lengthInside(line[i] as Point, line[i + 1] as Point))
      expect(seen).toBeGreaterThanOrEqual(inside - 1)
      for (const piece of pieces.slice(0, -1)) expect(holds(box, piece.at(-1) as Point)).toBe(true)
    }),
  )
})

/** Its edges, where nobody looks, not counted; in small steps. */
const lengthInside = (a: Point, b: Point): number => {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const steps = 400
  let found = 0
  for (let i = 0; i < steps; i++) {
    const share = (i + 0.5) / steps
    const { x, y } = point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
    if (x > 0 && x < 10 && y > 0 && y < 10) found += length / steps
  }
  return found
}

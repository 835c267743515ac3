import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../layout/layout'
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

test('all that is in the box of any line is on its pieces, and little else', () => {
  const somewhere = fc.record({ x: fc.integer({ min: -90, max: 99 }), y: fc.integer({ min: -90, max: 99 }) })
  fc.assert(
    fc.property(fc.array(somewhere, { minLength: 2, maxLength: 6 }), (path) => {
      const pieces = piecesIn(path, box) ?? [path]
      expect(sum(pieces.map(insideOf))).toBeGreaterThan(insideOf(path) - 1)
      // Each from where the last dash before it began.
      expect(sum(pieces.map(lengthOf))).toBeLessThan(insideOf(path) + 24 * pieces.length + 1)
    }),
  )
})

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
const stretches = (path: readonly Point[]) => path.slice(1).map((b, i) => [path[i] as Point, b] as const)
const lengthOf = (path: readonly Point[]): number =>
  sum(stretches(path).map(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y)))

/** How much of a line is in the box, its edges not counted; in small steps. */
const insideOf = (path: readonly Point[]): number =>
  sum(
    stretches(path).map(([a, b]) => {
      const steps = 1000
      const inside = Array.from({ length: steps }, (_, i) => (i + 0.5) / steps).filter((share) => {
        const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share]
        return x > 0 && x < 10 && y > 0 && y < 10
      })
      return (inside.length / steps) * lengthOf([a, b])
    }),
  )

import { expect, test } from 'vitest'
import { clipped } from './clip'

const box = { x: 0, y: 0, width: 10, height: 10 }
const point = (x: number, y: number) => ({ x, y })

test.each([
  ['inside, it is the same', [point(1, 1), point(9, 9)], [point(1, 1), point(9, 9)]],
  ['through, it is cut at both ends', [point(-10, 5), point(30, 5)], [point(0, 5), point(10, 5)]],
  ['from above, at the upper edge', [point(5, -5), point(6, 5)], [point(5.5, 0), point(6, 5)]],
  [
    'bends inside stay',
    [point(-2, 2), point(4, 2), point(4.5, 8), point(20, 8)],
    [point(0, 2), point(4, 2), point(4.5, 8), point(10, 8)],
  ],
  ['beside, nothing of it is left', [point(-5, -5), point(20, -1)], null],
  ['from far above to far below', [point(3, -90), point(3, 10)], [point(3, 0), point(3, 10)]],
])('of a line %s', (_, path, expected) => {
  expect(clipped(path, box)).toEqual(expected)
})

test('a line that lies inside is the same object: the painter passes over it', () => {
  const path = [point(1, 1), point(9, 9)]
  expect(clipped(path, box)).toBe(path)
})

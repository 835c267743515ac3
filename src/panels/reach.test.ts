import { expect, test } from 'vitest'
import { canSlide, reachOf } from './reach'

test.each([
  [-2, 0, 10],
  [10, 0, 10],
  [11, 0, 100],
  [-1234, 0, 10000],
  [2, 2, 10],
  [0.25, 2, 1],
  [0.004, 3, 0.1],
])('%f with %i decimals slides to ±%f', (value, decimals, reach) => {
  expect(reachOf(value, decimals)).toBe(reach)
})

test('no slider for what has no steps', () => {
  expect(canSlide(Number.POSITIVE_INFINITY, 0)).toBe(false)
  expect(canSlide(1e300, 0)).toBe(false)
  expect(canSlide(-3, 2)).toBe(true)
})

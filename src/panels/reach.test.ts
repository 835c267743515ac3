import { expect, test } from 'vitest'
import { canSlide, reachOf, written } from './reach'

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

test('a slider writes as many decimals as were typed, and never −0', () => {
  expect(written(-0.30000000000000004, 1)).toBe('-0.3')
  expect(written(-0.0001, 2)).toBe('0.00')
  expect(written(3, 2)).toBe('3.00')
})

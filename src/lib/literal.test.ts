import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalsToMove, largestLiteral, stepOf, writeLiteral } from './literal'

test.each([
  [-0.30000000000000004, 1, '-0.3'],
  [-0.0001, 2, '0.00'],
  [3, 2, '3.00'],
  [-2, 0, '-2'],
  [1e15, 0, '1.00e15'],
  [largestLiteral, 0, '1.79e308'],
])('%f with %i decimals is written %s', (value, decimals, text) => {
  expect(writeLiteral(value, decimals)).toBe(text)
})

test('what is written is read as a finite number, near to what was meant', () => {
  const values = fc.double({ noNaN: true, min: -largestLiteral, max: largestLiteral })
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 20 }), (value, decimals) => {
      const read = Number(writeLiteral(value, decimals))
      expect(Number.isFinite(read)).toBe(true)
      expect(Math.abs(read - value)).toBeLessThanOrEqual(
        Math.max(0.51 * 10 ** -decimals, Math.abs(value) * 0.0051),
      )
    }),
  )
})

test.each([
  [-2, 0, 1],
  [2, 2, 0.01],
  [0, 1, 0.1],
  [999, 0, 1],
  [1000, 0, 10],
  [12345, 2, 100],
  [1e300, 0, 1e298],
])('a step at %f with %i decimals is %f', (value, decimals, step) => {
  expect(stepOf(value, decimals)).toBeCloseTo(step, 12)
})

test.each([
  [0.5, 1, 1],
  [1 / 3, 0, 2],
  [-2, 0, 0],
  [0.1 + 0.2, 1, 2],
])('%f, typed with %i decimals, moves with %i', (value, typed, decimals) => {
  expect(decimalsToMove(value, typed)).toBe(decimals)
})

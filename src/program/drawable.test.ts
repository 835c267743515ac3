import { expect, test } from 'vitest'
import { drawable } from './drawable'

const sum = (terms: number): string => `x = 2; y = 3\nf = x${' + y'.repeat(terms)}`
const problemOf = (source: string) => {
  const found = drawable(source)
  return found.ok ? null : found.problems[0]
}

test('of 100,000 gates there is a picture', () => {
  expect(problemOf(sum(100_000))).toBeNull()
})

test('of more there is none, but what they come to is told', () => {
  const problem = problemOf(sum(100_001))
  expect(problem?.message).toBe('This circuit has 100,001 gates; up to 100,000 are drawn.')
  // 2 + 3 · 100,001; one x, and as many y.
  expect(problem?.hint).toContain('computed all the same: `f` = 300005; gradients: `x` = 1, `y` = 100001.')
})

test('of many inputs the first three are told', () => {
  const many = `f = a + b + c + d${' + d'.repeat(100_000)}`
  expect(problemOf(many)?.hint).toContain('gradients: `a` = 1, `b` = 1, `c` = 1 … Leave out')
})

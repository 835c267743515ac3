import { expect, test } from 'vitest'
import { compileAnew } from './derive'
import { tooMany } from './too-many'

const source = 'x = 1; y = 2\na = x + y\nb = a * x\nf = tanh(b)'

test.each([
  ['as many gates as may be', 3, null],
  ['one too many', 2, 'This circuit has 3 gates; up to 2 are drawn.'],
  ['inputs are not counted', 4, null],
])('%s', (_, most, message) => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error('the program is sound')
  const problem = tooMany(compiled.value.circuit, most, 'drawn')
  expect(problem?.message ?? null).toBe(message)
  // It stands where the first gate is that is too many.
  if (problem) expect(source.slice(problem.span.from, problem.span.to)).toBe('tanh(b)')
})

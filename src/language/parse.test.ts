import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { show } from './expr'
import { grammar } from './grammar-for-tests'
import { parse } from './parse'
import type { Statement } from './statement'

const say = (line: Statement): string => {
  switch (line.kind) {
    case 'assign':
      return line.assignments.map(({ name, value }) => `${name} := ${show(value)}`).join(', ')
    case 'define':
      return `${line.name}(${line.ports.join(', ')}) := ${show(line.body)}`
    case 'express':
      return show(line.value)
    case 'import':
      return 'import'
    case 'broken':
      return `broken ${line.names.join(' ')}`
  }
}
const lines = (source: string): readonly string[] => {
  const { statements, problems } = parse(source, grammar)
  expect(problems).toEqual([])
  return statements.map(say)
}

describe('statements', () => {
  test.each([
    ['', []],
    ['\n\n ; ;; # nothing\n', []],
    ['x = -2; y = 5; z = -4', ['x := (- 2)', 'y := 5', 'z := (- 4)']],
    ['x = 1;', ['x := 1']],
    ['x = 1\r\ny = 2\rz = 3\u2028u = 4', ['x := 1', 'y := 2', 'z := 3', 'u := 4']],
    ['x, y = 3, -4', ['x := 3, y := (- 4)']],
    ['x, y = max(1, 2), [3, 4]', ['x := (max 1 2), y := [3 4]']],
    ['w = [2, -3, -3]', ['w := [2 (- 3) (- 3)]']],
    ['(x + y) * z', ['(* (+ x y) z)']],
    ['f(x, y, z) = (x + y) z', ['f(x, y, z) := (* (+ x y) z)']],
    ['s(t) = 1 / (1 + exp(-t))', ['s(t) := (/ 1 (+ 1 (exp (- t))))']],
    ['def s(t): return 2*t', ['s(t) := (* 2 t)']],
    ['def s( a , b ) : return a', ['s(a, b) := a']],
    ['dx += y', ['dx := (+ dx y)']],
    ['x -= y - z', ['x := (- x (- y z))']],
    ['x *= y + z', ['x := (* x (+ y z))']],
    ['x /= y', ['x := (/ x y)']],
    ['x **= 2', ['x := (** x 2)']],
    ['import math', ['import']],
    ['import numpy as np', ['import']],
    ['from math import exp', ['import']],
    ['f = math.exp(x) + np.exp(y) * torch.sin(z)', ['f := (+ (exp x) (* (exp y) (sin z)))']],
    ['f = np.pi * math.e', ['f := (* pi e)']],
    ['math = 3; f = math * 2', ['math := 3', 'f := (* math 2)']],
    ['f = (x +\n  y)', ['f := (+ x y)']],
    ['f = max(x,\n\n  # the other one\n  y)\ng = f', ['f := (max x y)', 'g := f']],
    ['w = [1,\r\n2]', ['w := [1 2]']],
    ['f = x \\\n  + y', ['f := (+ x y)']],
    ['constructor = 1; __proto__ = 2', ['constructor := 1', '__proto__ := 2']],
  ])('%j reads as %j', (source, expected) => {
    expect(lines(source)).toEqual(expected)
  })

  test('a tag behind a line belongs to its last statement', () => {
    const { statements } = parse('a = x; b = y #(3)\n# (4)\nc = z\nd = (x + # (5)\n y) # den (6)', grammar)
    expect(statements.map((line) => line.tag)).toEqual([null, '3', null, '6'])
  })

  test.each([
    ['x = 1/3', '1/3'],
    ['x = (2)', '(2)'],
    ['x = -2 # two', '-2'],
    ['(x + y)*z', '(x + y)*z'],
  ])('the value in %j stands at %j', (source, text) => {
    const line = parse(source, grammar).statements[0]
    const span =
      line?.kind === 'assign'
        ? line.assignments[0]?.valueSpan
        : line?.kind === 'express'
          ? line.valueSpan
          : null
    expect(span && source.slice(span.from, span.to)).toBe(text)
  })

  test('in x, y = 3, -4 each number stands at its own place', () => {
    const source = 'x, y = 3, -4'
    const line = parse(source, grammar).statements[0]
    const spans = line?.kind === 'assign' ? line.assignments.map((assignment) => assignment.valueSpan) : []
    expect(spans.map(({ from, to }) => source.slice(from, to))).toEqual(['3', '-4'])
  })
})

describe('an open bracket ends where a new statement plainly begins', () => {
  test.each([
    ['f = (x + y\ng = 2', 'f = ('],
    ['f = (x + y\n\n\n', 'f = ('],
    ['f = (x + y; g = 2', 'f = ('],
    ['f = (x\ng += 2', 'f = ('],
    ['f = (x\ndef s(t): return t', 'f = ('],
    ['f = (x\nimport math', 'f = ('],
    ['f = (x\ns(t) = 2*t', 'f = ('],
    ['f = (x\na, b = 3, 4', 'f = ('],
    ['f = (x + y\nf * 2', 'f = ('],
    ['f = max(x, y\n2 * f', 'f = max('],
  ])('in %j one problem points at the open bracket', (source, before) => {
    const { problems } = parse(source, grammar)
    expect(problems.map((problem) => problem.span)).toEqual([{ from: before.length - 1, to: before.length }])
    expect(problems[0]?.message).toContain('never closed')
  })
})

const broken = [
  'f = (x + y',
  'x y',
  '5 = x',
  'f == x',
  'f = x +',
  'f = )',
  'f = (x]',
  'f = x $ y',
  'f = 1e400',
  'f = max(x,,y)',
  'for i in x',
  'print(x)',
  'f = lambda t: t',
  'a, b = 1',
  'f = ２',
  'f = x 😀',
  'f := 3',
  'w[0] = 3',
  'def s(t): t',
  'f = x % 2',
  'a = b = 3',
]
const whole = ['x = 1', 'q = x + y', 'f(t) = 2t', 'max(x, y)', '# a remark', 'import math', 'w = [1, 2]', '']

test('n broken lines among sound ones are n problems, one inside each', () => {
  const line = fc.oneof(fc.constantFrom(...broken), fc.constantFrom(...whole))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (typed) => {
      // An open bracket needs an assignment below it to be told from a continued line.
      const ended = typed.flatMap((text) => (text === 'f = (x + y' ? [text, 'g = 1'] : [text]))
      const source = ended.join('\n')
      const { statements, problems } = parse(source, grammar)
      const starts = ended.map((_, i) => ended.slice(0, i).join('\n').length + (i > 0 ? 1 : 0))
      const spans = ended.flatMap((text, i) =>
        broken.includes(text) ? [{ from: starts[i] as number, to: (starts[i] as number) + text.length }] : [],
      )
      expect(problems).toHaveLength(spans.length)
      problems.forEach(({ span }, i) => {
        expect(span.from).toBeGreaterThanOrEqual(spans[i]?.from as number)
        expect(span.to).toBeLessThanOrEqual(spans[i]?.to as number)
      })
      const count = ended.filter((text) => text !== '' && !text.startsWith('#')).length
      expect(statements).toHaveLength(count)
    }),
    { numRuns: 500 },
  )
})

test('a broken line still says which names it would have given', () => {
  const { statements } = parse('q = x +\na, b = 1, )\nf = q * a', grammar)
  expect(statements.map(say)).toEqual(['broken q', 'broken a b', 'f := (* q a)'])
})

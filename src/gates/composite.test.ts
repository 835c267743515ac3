import { describe, expect, test } from 'vitest'
import { composite } from './composite'
import type { Gate } from './gate'
import { formulaTree } from './run'
import { slopeAt } from './slopes-for-tests'

const own = new Map<string, Gate>()
const gate = (name: string, ports: readonly string[], body: string): Gate =>
  composite(name, { ports, body: formulaTree(body), own })
const slopes = (of: Gate, operands: readonly number[]) => {
  const out = of.value(operands, 0)
  return of.ports.map((_, port) => slopeAt(of, port, { operands, constant: 0, out }))
}
own.set('sq', gate('sq', ['t'], 't * t'))
own.set('two', gate('two', ['t', 'u'], 'sq(t) - u * sq(u)'))

describe('a gate made of gates has the value and the slopes of its body', () => {
  const s = (t: number) => 1 / (1 + Math.exp(-t))
  test.each<[string, readonly string[], readonly number[], number, readonly number[]]>([
    ['1 / (1 + exp(-t))', ['t'], [1], s(1), [s(1) * (1 - s(1))]],
    ['t * t', ['t'], [3], 9, [6]],
    ['t + t + t', ['t'], [2], 6, [3]],
    ['t - u * t', ['t', 'u'], [3, 5], -12, [-4, -3]],
    ['sq(t)', ['t'], [-4], 16, [-8]],
    ['sq(sq(t))', ['t'], [2], 16, [32]],
    ['two(t, 2)', ['t'], [3], 1, [6]],
    ['two(u, t) * u', ['t', 'u'], [1, 2], 6, [-6, 11]],
    ['max(t, u) + min(t, u)', ['t', 'u'], [3, 1], 4, [1, 1]],
    ['max(t, t)', ['t'], [3], 3, [1]],
    ['e ** t + pi', ['t'], [0], 1 + Math.PI, [1]],
    ['e * 2', ['e'], [5], 10, [2]],
    ['7', ['t'], [1], 7, [0]],
    ['u', ['t', 'u'], [1, 2], 2, [0, 1]],
    ['-t ** 2', ['t'], [3], -9, [-6]],
    ['2t² − √t', ['t'], [4], 30, [15.75]],
  ])('g = %s over %j at %j is %d, with slopes %j', (body, ports, operands, value, expected) => {
    const g = gate('g', ports, body)
    expect(g.value(operands, 0)).toBeCloseTo(value, 12)
    slopes(g, operands).forEach((slope, i) => {
      expect(slope).toBeCloseTo(expected[i] as number, 12)
    })
  })
})

test('it says what a gate inside it has to say: the kink', () => {
  const g = gate('g', ['t'], 'relu(t - 1) + t')
  expect(g.kink([1], 0)).toContain('relu')
  expect(g.kink([2], 0)).toBeNull()
})

test.each([
  ['log(t)', -1, 'negative'],
  ['1 / t', 0, 'Dividing by 0'],
  ['exp(exp(t))', 10, 'larger than any number'],
  ['sq(1 / t)', 0, 'Dividing by 0'],
])('g = %s at %d blames the gate inside: %j', (body, at, words) => {
  expect(gate('g', ['t'], body).trouble([at], 0)).toContain(words)
})

test('it shows its name, and its formula is its use', () => {
  const g = gate('swish', ['t', 'b'], 't / (1 + exp(-b * t))')
  expect(g.sign('')).toBe('swish')
  expect(g.formula).toBe('swish(t, b)')
  expect(g.name).toBe('swish')
  expect(g.spoken).toBe('swish')
  expect(g.locals).toHaveLength(2)
})

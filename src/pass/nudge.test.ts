import { describe, expect, test } from 'vitest'
import { builtFrom } from '../circuit/circuit-for-tests'
import { runPass } from './backward'
import { nudgeOf } from './nudge'
import { pathsOf } from './paths'

const at = (source: string) => {
  const { circuit, literals } = builtFrom(source)
  const inputs = literals.map(({ value }) => value)
  const pass = runPass(circuit, inputs)
  const idOf = (name: string) => {
    const wire = circuit.wires.find(({ names }) => names.includes(name))
    if (!wire) throw new Error(`no wire ${name}`)
    return wire.id
  }
  return { pass, inputs, idOf }
}

describe('f = x·y at (4, −3), nudged', () => {
  const { pass, inputs, idOf } = at('x = 4; y = -3; f = x * y')

  /** Worked out by hand: (4 + h)·(−3), 4·(−3 + h), (4 + h)·(−3 + h). */
  test.each([
    [1, -15, -3, -8, 4, 2, 1],
    [0.1, -12.3, -3, -11.6, 4, 0.11, 0.1],
    [0.01, -12.03, -3, -11.96, 4, 0.0101, 0.01],
  ])('by %d', (h, withX, perX, withY, perY, both, promised) => {
    const x = nudgeOf(pass, inputs, [idOf('x')], h)
    const y = nudgeOf(pass, inputs, [idOf('y')], h)
    const xy = nudgeOf(pass, inputs, [idOf('x'), idOf('y')], h)
    expect([x.from, y.from, xy.from]).toEqual([-12, -12, -12])
    expect([x.to, x.perUnit]).toEqual([expect.closeTo(withX, 10), expect.closeTo(perX, 8)])
    expect([y.to, y.perUnit]).toEqual([expect.closeTo(withY, 10), expect.closeTo(perY, 8)])
    expect([xy.change, xy.predicted]).toEqual([expect.closeTo(both, 10), expect.closeTo(promised, 10)])
  })
})

test('an inner wire is nudged too: q of (x + y)·z by 0.1 is −0.4', () => {
  const { pass, inputs, idOf } = at('x = -2; y = 5; z = -4; q = x + y; f = q * z')
  const { change, predicted } = nudgeOf(pass, inputs, [idOf('q')], 0.1)
  expect([change, predicted]).toEqual([expect.closeTo(-0.4, 10), expect.closeTo(-0.4, 10)])
})

test('an inner wire carries h more than the nudges before it make of it: x and q of (x + y)·z by 0.1 are −0.8', () => {
  const { pass, inputs, idOf } = at('x = -2; y = 5; z = -4; q = x + y; f = q * z')
  const { change, predicted } = nudgeOf(pass, inputs, [idOf('x'), idOf('q')], 0.1)
  expect([change, predicted]).toEqual([expect.closeTo(-0.8, 10), expect.closeTo(-0.8, 10)])
})

describe('paths', () => {
  const products = (source: string, name: string) => {
    const { pass, idOf } = at(source)
    const found = pathsOf(pass, idOf(name))
    return { ...found, products: found.paths.map(({ product }) => product) }
  }

  test.each([
    ['one path through circuit-1', 'x = -2; y = 5; z = -4; q = x + y; f = q * z', 'x', [-4]],
    ['two into one product', 'x = 3; f = x * x', 'x', [3, 3]],
    ['the output itself', 'x = 3; f = x * x', 'f', [1]],
    ['none from a dead end', 'x = 3; dead = x + 1; f = x * 2', 'dead', []],
    ['only those that arrive', 'x = 3; dead = x + 1; f = x * 2', 'x', [2]],
    ['a fork that meets again', 'x = 2; a = x * 3; b = x + 1; f = a * b', 'x', [6, 9]],
  ])('%s', (_, source, name, expected) => {
    const found = products(source, name)
    expect(found.products).toEqual(expected)
    expect(found.count).toBe(expected.length)
    expect(found.products.reduce((a, b) => a + b, 0)).toBeCloseTo(found.sum, 12)
  })

  test('the three of the staged example are its shares, in the order in which they arrive', () => {
    const staged =
      'x = 3; y = -4; sigy = sigmoid(y); num = x + sigy; sigx = sigmoid(x); xpy = x + y; xpysqr = xpy**2; den = sigx + xpysqr; f = num * (1 / den)'
    expect(products(staged, 'x').products.map((product) => product.toFixed(4))).toEqual([
      '1.5832',
      '-0.0358',
      '0.5121',
    ])
  })

  test('2^300 paths are counted, twelve are spelled out, at once', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `g${i + 1} = g${i} + g${i}`)
    const found = products(`g0 = 1\n${lines.join('\n')}`, 'g0')
    expect(found.count).toBe(2 ** 300)
    expect(found.paths).toHaveLength(12)
  })
})

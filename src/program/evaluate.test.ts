import { describe, expect, test } from 'vitest'
import { evaluate } from './derive'

const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN]
const same = (a: number, b: number) =>
  Object.is(a + 0, b + 0) || Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b))

describe('what a program comes to', () => {
  test.each<[string, number, readonly (readonly [string, number])[]]>([
    [
      'x = -2; y = 5; z = -4; f = (x + y) * z',
      -12,
      [
        ['x', -4],
        ['y', -4],
        ['z', 3],
        ['f', 1],
      ],
    ],
    [
      'x = 3\r\ny = 4\r\nf = x*y\r\n',
      12,
      [
        ['x', 4],
        ['y', 3],
      ],
    ],
    ['f = 1/0', inf, [['f', 1]]],
    ['f = log(-1)', nan, [['f', 1]]],
    ['f = 0*(1/0)', nan, [['f', 1]]],
    ['x = 0; f = 1/x', inf, [['x', -inf]]],
    ['x = -1; f = log(x)', nan, [['x', nan]]],
    ['x = 0; f = x*(1/x)', nan, [['x', nan]]],
    [
      'x = 2; y = 2; f = max(x, y)',
      2,
      [
        ['x', 0.5],
        ['y', 0.5],
      ],
    ],
    [
      'x = 2; y = 2; f = min(x, y)',
      2,
      [
        ['x', 0.5],
        ['y', 0.5],
      ],
    ],
    ['x = 0; f = relu(x)', 0, [['x', 0]]],
    ['x = 0; f = max(0, x)', 0, [['x', 0.5]]],
    ['x = 0; f = abs(x)', 0, [['x', 0]]],
    ['x = 0; f = x ** 0', 1, [['x', 0]]],
    [
      'x = 3; y = 4; q = x + y; unused = x * y; f = q',
      7,
      [
        ['x', 1],
        ['y', 1],
        ['unused', 0],
        ['q', 1],
      ],
    ],
    [
      'f = x * y',
      1,
      [
        ['x', 1],
        ['y', 1],
      ],
    ],
    [
      'x = 3; x = x * x; x = x + 1',
      10,
      [
        ['x@1', 6],
        ['x@2', 1],
        ['x', 1],
      ],
    ],
    [
      'x = 3; q = x; f = q * x',
      9,
      [
        ['x', 6],
        ['q', 6],
      ],
    ],
    [
      'w = [2, -3]; f = w[0] * w[1]',
      -6,
      [
        ['w[0]', -3],
        ['w[1]', 2],
      ],
    ],
    [
      'constructor = 2; __proto__ = 3; f = constructor * __proto__ + toString',
      7,
      [
        ['constructor', 3],
        ['__proto__', 2],
        ['toString', 1],
      ],
    ],
    ['hasOwnProperty(valueOf) = 2 + valueOf', 3, [['valueOf', 1]]],
    ['toString(t) = 2t; f = toString(x)', 2, [['x', 2]]],
    ['x = 2; f = 1 - x / 4 ^ 0.5 ** 1 * 8', -7, [['x', -4]]],
    [
      'f(x, y, z) = (x + y) z',
      2,
      [
        ['x', 1],
        ['y', 1],
        ['z', 2],
      ],
    ],
    ['x = 2\nsigmoid(t) = 3t\nf = sigmoid(x)', 6, [['x', 3]]],
    ['y = -2\ndef relu(x): return max(0.1*x, x)\nf = relu(y)', -0.2, [['y', 0.1]]],
    ['x = 4; f = √x + σ(0)·2 − x²÷8', 1, [['x', -0.75]]],
    [
      'x₀ = 3; θ = 2; f = x₀·θ',
      6,
      [
        ['x₀', 2],
        ['θ', 3],
      ],
    ],
  ])('%j is %d, with gradients %j', (source, output, gradients) => {
    const found = evaluate(source)
    if (!found.ok) throw new Error(found.problems[0]?.message)
    expect(same(found.value.output, output), `${found.value.output}`).toBe(true)
    for (const [name, gradient] of gradients) {
      const ours = found.value.gradients.get(name) ?? Number.NEGATIVE_INFINITY
      expect(same(ours, gradient), `${name}: ${ours}`).toBe(true)
    }
    expect([...found.value.values.keys()]).toEqual([...found.value.gradients.keys()])
  })

  test('−0 stays −0', () => {
    const found = evaluate('x = -0')
    expect(found.ok && Object.is(found.value.output, -0)).toBe(true)
  })

  test('every named wire and input has its value, and nothing else has', () => {
    const found = evaluate('w = [1, 2]; x = 3; x = x*x + w[0]; q = x; unused = y; q * 2')
    const values = found.ok ? [...found.value.values].sort() : []
    expect(values).toEqual(
      [
        ['w[0]', 1],
        ['w[1]', 2],
        ['x@1', 3],
        ['x', 10],
        ['q', 10],
        ['y', 1],
        ['unused', 1],
      ].sort(),
    )
  })
})

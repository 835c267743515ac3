import { describe, expect, test } from 'vitest'
import { builtFrom, outline } from './circuit-for-tests'

describe('names and wires', () => {
  test.each([
    ['x = -2; y = 5; z = -4\nq = x + y\nf = q * z', ['x', 'y', 'z', 'q = +(x, y)', 'f = *(q, z)']],
    ['x + y', ['x', 'y', '#2 = +(x, y)']],
    ['x = 3; q = x; f = q * x', ['x = q', 'f = *(x = q, x = q)']],
    ['x = 2; x = x * x', ['x@1', 'x = *(x@1, x@1)']],
    ['x = 2; x = x * x; x = x + x', ['x@1', 'x@2 = *(x@1, x@1)', 'x = +(x@2, x@2)']],
    ['x = 2; y = x; x = 3; f = x * y', ['x@1 = y', 'x', 'f = *(x, x@1 = y)']],
    ['x = 1; x += y', ['x@1', 'y', 'x = +(x@1, y)']],
    ['x = 5; x -= y * 2', ['x@1', 'y', '#2 = *2(y)', 'x = −(x@1, #2)']],
    ['x, y = 3, -4; f = x * y', ['x', 'y', 'f = *(x, y)']],
    ['x, y = 1, 2; x, y = y, x; f = x - y', ['x@1 = y', 'y@1 = x', 'f = −(y@1 = x, x@1 = y)']],
    ['x = 1; x, y = x * x, x + x; f = x * y', ['x@1', 'x = *(x@1, x@1)', 'y = +(x@1, x@1)', 'f = *(x, y)']],
    [
      'w = [2, -3]; x = [1, 4]\nw[0]*x[0] + w[1]*x[1]',
      ['w[0]', 'w[1]', 'x[0]', 'x[1]', '#4 = *(w[0], x[0])', '#5 = *(w[1], x[1])', '#6 = +(#4, #5)'],
    ],
    ['w = [1, 2]; f = w[-1] * w[1 + 0 * 2 - 1]', ['w[0]', 'w[1]', 'f = *(w[1], w[0])']],
    ['w = [1]; v = w; f = v[0] * 2', ['w[0]', 'f = *2(w[0])']],
    ['w = [1]; w = [2]; f = w[0]', ['w@1[0]', 'w[0] = f']],
    ['q = x * y\ng = x * y', ['x', 'y', 'q = *(x, y)', 'g = *(x, y)']],
    ['f(x, y, z) = (x + y) z', ['x', 'y', '#2 = +(x, y)', 'z', 'f = *(#2, z)']],
    ['x = 2\nf(x, y) = x + y', ['x', 'y', 'f = +(x, y)']],
    ['s(t) = t * t\nf = s(x) + s(x)', ['x', '#1 = s(x)', '#2 = s(x)', 'f = +(#1, #2)']],
    ['def s(a, b): return a * b\ns(x, y)', ['x', 'y', '#2 = s(x, y)']],
    ['s(t) = t + 1; t(s) = s * 2; f = s(t(x))', ['x', '#1 = t(x)', 'f = s(#1)']],
    ['s(t) = 2t; a = s(x); s(t) = 3t; f = s(a)', ['x', 'a = s(x)', 'f = s(a)']],
    [
      'constructor = 2; f = constructor * __proto__ + toString',
      ['constructor', '__proto__', '#2 = *(constructor, __proto__)', 'toString', 'f = +(#2, toString)'],
    ],
    ['e = 3; f = e * x', ['e', 'x', 'f = *(e, x)']],
    ['import math\nf = math.exp(x)', ['x', 'f = exp(x)']],
    ['f = 3', ['f']],
  ])('%j is the circuit %j', (source, expected) => {
    expect(outline(source)).toEqual(expected)
  })

  test('the text of an unnamed wire is its expression with the fewest parentheses', () => {
    const { wires } = builtFrom('f = ((x + y)) * (2z - (x*y))/w').circuit
    const unnamed = wires.filter((wire) => wire.names.length === 0).map((wire) => wire.text)
    expect(unnamed).toEqual(['x + y', '2 * z', 'x * y', '2 * z - x * y', '(x + y) * (2 * z - x * y)'])
  })

  test('an unnamed output has its expression as text, a named one its name', () => {
    const textOf = (source: string) => {
      const { wires, output } = builtFrom(source).circuit
      return wires[output]?.text
    }
    expect(textOf('(x + y)*z')).toBe('(x + y) * z')
    expect(textOf('f = (x + y)*z')).toBe('f')
    expect(textOf('f(x, y) = x*y')).toBe('f')
  })
})

describe('constants fold into gates', () => {
  test.each([
    ['x * 2', ['*2(x)']],
    ['2 * x', ['*2(x)']],
    ['2x', ['*2(x)']],
    ['x / 2', ['/2(x)']],
    ['x + 1', ['+1(x)']],
    ['1 + x', ['+1(x)']],
    ['x - 2', ['−2(x)']],
    ['x + -2', ['−2(x)']],
    ['x - -2', ['+2(x)']],
    ['-x', ['*−1(x)']],
    ['--x', ['*−1(x)', '*−1(#1)']],
    ['2 - x', ['*−1(x)', '+2(#1)']],
    ['1 / x', ['1/x(x)']],
    ['1.0 / x', ['1/x(x)']],
    ['3 / x', ['1/x(x)', '*3(#1)']],
    ['-1 / x', ['1/x(x)', '*−1(#1)']],
    ['x ** 2', ['^2(x)']],
    ['x^-1', ['^−1(x)']],
    ['x²', ['^2(x)']],
    ['square(x)', ['^2(x)']],
    ['2 ** x', ['2^x(x)']],
    ['e ** x', ['e^x(x)']],
    ['x * pi', ['*pi(x)']],
    ['x * 2 * 3', ['*2(x)', '*3(#1)']],
    ['2 * 3 * x', ['*(2 * 3)(x)']],
    ['x + 1/2', ['+(1 / 2)(x)']],
    ['x + 1 + 2', ['+1(x)', '+2(#1)']],
    ['x * 0.123456789', ['*0.1235(x)']],
    ['max(0, x)', ['max(0, x)']],
    ['max(x, -1)', ['max(x, -1)']],
    ['max(1, 2, x)', ['max(2, x)']],
    ['relu(2) + x', ['+relu(2)(x)']],
    ['x * (1 + 1)', ['*(1 + 1)(x)']],
  ])('%s is drawn as %j', (source, expected) => {
    const made = outline(source)
      .slice(1)
      .map((line) => line.replace(/^#\d+ = /, ''))
    expect(made).toEqual(expected)
  })

  test.each([
    ['x * 2', 'scale', 2],
    ['x / 2', 'scale', 2],
    ['-x', 'scale', -1],
    ['x - 2', 'shift', -2],
    ['x ** 3', 'power', 3],
    ['3 ** x', 'exponential', 3],
    ['x + 1/3', 'shift', 1 / 3],
    ['x * 1_000', 'scale', 1000],
  ])('%s is one %s gate that carries %d', (source, name, value) => {
    const made = builtFrom(source).circuit.wires.flatMap(({ maker }) =>
      maker.kind === 'gate' ? [maker] : [],
    )
    expect(made.map((maker) => maker.gate.name)).toEqual([name])
    expect(made[0]?.constant?.value).toBe(value)
  })

  test('c − u and c / u name their first link by what it computes', () => {
    const texts = (source: string) => builtFrom(source).circuit.wires.map((wire) => wire.text)
    expect(texts('5 - x')).toEqual(['x', '-x', '5 - x'])
    expect(texts('5 / (x + y)')).toEqual(['x', 'y', 'x + y', '1 / (x + y)', '5 / (x + y)'])
  })
})

describe('inputs', () => {
  test.each([
    ['x = -2; f = x', 'x', -2, '-2', 0],
    ['r = 1/3; f = r', 'r', 1 / 3, '1/3', 0],
    ['x = 0.50; f = x', 'x', 0.5, '0.50', 2],
    ['x = 1e-3; f = x', 'x', 0.001, '1e-3', 3],
    ['x = (2 + 1.25); f = x', 'x', 3.25, '(2 + 1.25)', 2],
    ['x = 2 ** 3; f = x', 'x', 8, '2 ** 3', 0],
    ['x = 2pi; f = x', 'x', 2 * Math.PI, '2pi', 0],
    ['x = −1.5; f = x', 'x', -1.5, '−1.5', 1],
    ['x = exp(0); f = x', 'x', 1, 'exp(0)', 0],
    ['x, y = 3, -4.5; f = y', 'y', -4.5, '-4.5', 1],
    ['w = [2, -3.5]; f = w[0]', 'w[1]', -3.5, '-3.5', 1],
    ['x = 1e1; f = x', 'x', 10, '1e1', 0],
    ['x = 1_000.25; f = x', 'x', 1000.25, '1_000.25', 2],
    ['x = 2\nf(x) = 3', 'f', 3, '3', 0],
  ])('in %j %s is an input of %d, written %s with %i decimals', (source, name, value, text, decimals) => {
    const literal = builtFrom(source).literals.find((input) => input.name === name)
    expect(literal?.value).toBe(value)
    expect(literal?.decimals).toBe(decimals)
    expect(literal?.text).toBe(text)
    const { from, to } = literal?.span ?? { from: 0, to: 0 }
    expect(source.slice(from, to)).toBe(text)
  })

  test('a name that no line gives a value is an input of 1, written nowhere', () => {
    const { literals } = builtFrom('f = x * y; g = f + x')
    const assumed = { value: 1, text: '1', decimals: 0, span: null }
    expect(literals.map(({ wire: _, ...rest }) => rest)).toEqual([
      { name: 'x', ...assumed },
      { name: 'y', ...assumed },
    ])
  })

  test('literals stand in the order of the circuit’s inputs', () => {
    const { circuit, literals } = builtFrom('x = 2; f = x * z; w = [1, 2]; g = f * w[1]')
    expect(literals.map((literal) => literal.wire)).toEqual(circuit.inputs)
    expect(literals.map((literal) => literal.name)).toEqual(['x', 'z', 'w[0]', 'w[1]'])
  })
})

test('a second name without a tag takes no tag away', () => {
  const { wires } = builtFrom('q = x * y #(1)\nf = q\nq').circuit
  expect(wires.at(-1)?.tag).toBe('1')
})

test('a tag labels its line’s last gate', () => {
  const { wires } = builtFrom('q = x * y + 1 #(1)\nz = 3 #(2)\nf = 2q # (3)\nf * z # out (4)').circuit
  const tags = wires.filter((wire) => wire.tag).map((wire) => [wire.text, wire.tag])
  expect(tags).toEqual([
    ['q', '1'],
    ['f', '3'],
    ['f * z', '4'],
  ])
})

import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { chainOf } from './chain'
import type { Subject } from './scene'

const tellingOf = (program: string) => {
  const compiled = compile(gallery.find(({ id }) => id === program)?.source ?? program)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const telling = { circuit, pass: passOf(compiled.value) }
  const keyOf = (text: string) => circuit.wires.find((wire) => wire.text === text)?.key ?? ''
  return {
    telling,
    circuit,
    keyOf,
    on: (text: string) => chainOf(telling, { about: 'gradient', wire: keyOf(text) }),
  }
}
const plain = (program: string, wire: string) => tellingOf(program).on(wire)?.plain

test.each([
  ['the seed', 'circuit-1', 'f', '∂f/∂f = 1'],
  ['a sum hands on', 'circuit-1', 'x', '∂f/∂x = ∂f/∂q · ∂q/∂x = (−4) · 1 = −4'],
  ['a product swaps, its rule put in', 'circuit-1', 'z', '∂f/∂z = ∂f/∂f · ∂f/∂z = 1 · 3 = 3; ∂f/∂z = q = 3'],
  [
    'a sigmoid’s rule with its numbers',
    'dot = 1; f = sigmoid(dot)',
    'dot',
    '∂f/∂dot = ∂f/∂f · ∂f/∂dot = 1 · 0.196611… = 0.196611…; ∂f/∂dot = f · (1 − f) = 0.731058… · (1 − 0.731058…) = 0.196611…',
  ],
  ['max sends the loser nothing', 'x = 4; y = 2; f = max(x, y)', 'y', '∂f/∂y = ∂f/∂f · ∂f/∂y = 1 · 0 = 0'],
  [
    'a fork is a sum over its branches',
    'staged',
    'y',
    '∂f/∂y = ∂f/∂xpy · ∂xpy/∂y + ∂f/∂u · ∂u/∂y = 1.58318… + 0.00904585… = 1.59223…',
  ],
  [
    'the same wire twice: its two ports are told apart',
    'x = 3; f = x * x',
    'x',
    '∂f/∂x = ∂f/∂f · ∂f/∂x⁽¹⁾ + ∂f/∂f · ∂f/∂x⁽²⁾ = 3 + 3 = 6',
  ],
  [
    'the same wire twice, and each port its own slope',
    'x = 4; f = x - x',
    'x',
    '∂f/∂x = ∂f/∂f · ∂f/∂x⁽¹⁾ + ∂f/∂f · ∂f/∂x⁽²⁾ = 1 + (−1) = 0',
  ],
  ['a wire that leads nowhere', 'x = 1; y = 2; unused = x * 2; f = y + x', 'unused', '∂f/∂unused = 0'],
  [
    '∞ stays what it is',
    'x = 0; f = 1 / x',
    'x',
    '∂f/∂x = ∂f/∂f · ∂f/∂x = 1 · (−∞) = −∞; ∂f/∂x = −1 / x^2 = −1 / 0^2 = −∞',
  ],
  [
    '0 times ∞ is no number',
    'x = 0; f = log(x) * 0',
    'x',
    '∂f/∂x = ∂f/∂u · ∂u/∂x = 0 · ∞ = NaN; ∂u/∂x = 1 / x = 1 / 0 = ∞',
  ],
  ['a sum hands on to both', 'circuit-1', 'y', '∂f/∂y = ∂f/∂q · ∂q/∂y = (−4) · 1 = −4'],
  [
    'a negative factor stands in parentheses',
    'circuit-1',
    'q',
    '∂f/∂q = ∂f/∂f · ∂f/∂q = 1 · (−4) = −4; ∂f/∂q = z = −4',
  ],
  [
    'three branches, in the order in which they arrive',
    'staged',
    'x',
    '∂f/∂x = ∂f/∂xpy · ∂xpy/∂x + ∂f/∂u · ∂u/∂x + ∂f/∂num · ∂num/∂x = 1.58318… + (−0.0357615…) + 0.512144… = 2.05956…',
  ],
  [
    'more branches than four are not listed, but counted in',
    'x = 1; a = x + 1; b = x + 2; c = x + 3; d = x + 4; g = x + 5; f = a + b + c + d + g',
    'x',
    '∂f/∂x = ∂f/∂g · ∂g/∂x + ∂f/∂d · ∂d/∂x + ∂f/∂c · ∂c/∂x + ∂f/∂b · ∂b/∂x + … = 1 + 1 + 1 + 1 + … = 5',
  ],
  [
    'between wires without names stands a letter each',
    'circuit-2',
    'x0',
    '∂f/∂x0 = ∂f/∂u · ∂u/∂x0 = 0.196611… · 2 = 0.393223…; ∂u/∂x0 = w0 = 2',
  ],
  [
    'a rule of constants alone is not said twice',
    'x = 2; f = x / 4',
    'x',
    '∂f/∂x = ∂f/∂f · ∂f/∂x = 1 · 0.25 = 0.25; ∂f/∂x = 1 / 4 = 0.25',
  ],
])('%s', (_, program, wire, expected) => {
  expect(plain(program, wire)).toBe(expected)
})

test('an unnamed wire is a letter that no name uses, and what it stands for is said', () => {
  const chain = tellingOf('u = 2; x = 3; f = (u * x + 1) ** 2').on('u')
  expect(chain?.plain).toContain('∂f/∂u = ∂f/∂v · ∂v/∂u')
  expect(chain?.where).toEqual([{ letter: 'v', text: 'u · x' }])
})

test('a port of a wire that a gate has twice is explained', () => {
  const { telling, keyOf, on } = tellingOf('x = 2; f = x / x')
  expect(on('x')?.where).toEqual([
    { letter: 'x⁽¹⁾', text: 'x at the gate’s first input' },
    { letter: 'x⁽²⁾', text: 'x at the gate’s second input' },
  ])
  const second = chainOf(telling, { about: 'share', wire: keyOf('x'), by: keyOf('f'), port: 1 })
  expect(second?.plain).toBe('∂f/∂f · ∂f/∂x⁽²⁾ = 1 · (−0.5) = −0.5; ∂f/∂x⁽²⁾ = −x / x^2 = −2 / 2^2 = −0.5')
})

test('a letter is explained where it stands in the formula, and only there', () => {
  const { circuit, on } = tellingOf('circuit-2')
  for (const { text } of circuit.wires) {
    const { plain = '', where = [] } = on(text) ?? {}
    for (const { letter } of where) expect(plain).toContain(`∂${letter}`)
  }
})

test('letters never run out, never look like a name or a gate, and never stand for two wires', () => {
  const names = [...'uvstrpkmnhgcd']
  const lines = names.map((name, i) => `${name} = ${i + 1}`).join('; ')
  const { on } = tellingOf(`${lines}; u = u * 2; f = (u + v) * (s * t)`)
  expect(on('u + v')?.where.map(({ letter }) => letter)).toEqual(['v1', 's1'])
  const own = tellingOf('u(t) = t * t; x = 2; f = u(x * 3) * 2')
  expect(own.on('x * 3')?.where.map(({ letter }) => letter)).toEqual(['v', 's'])
})

test('an expression too long to read is named by its gate, and its factor by its letter', () => {
  const [a, b] = ['a'.repeat(30), 'b'.repeat(30)]
  const chain = tellingOf(`${a} = 1; ${b} = 2; f = exp(${a} * ${b})`).on(a)
  expect(chain?.where).toEqual([{ letter: 'u', text: 'the output of the gate *' }])
  expect(chain?.factors.map(({ name }) => name)).toEqual([
    'gradient on u, upstream',
    'local gradient of the gate u',
  ])
})

test('a branch that does not reach the output sends 0, which is not the gradient', () => {
  const { telling, keyOf } = tellingOf('x = 0; dead = 1 / x; f = x + 3')
  const share = { about: 'share', wire: keyOf('x'), by: keyOf('dead'), port: 0 } as const
  expect(chainOf(telling, share)?.plain).toBe('∂f/∂dead · ∂dead/∂x = 0')
})

test('there is no chain of a value, nor of what is gone', () => {
  const { telling, keyOf } = tellingOf('circuit-1')
  expect(chainOf(telling, { about: 'value', wire: keyOf('x') })).toBeNull()
  expect(chainOf(telling, { about: 'gradient', wire: 'gone' })).toBeNull()
  expect(chainOf(telling, { about: 'share', wire: keyOf('x'), by: 'gone', port: 0 })).toBeNull()
})

test('every factor is a number or a gate of the picture, and every mark in the formula is a factor', () => {
  const { on, keyOf } = tellingOf('circuit-1')
  const chain = on('x')
  expect(chain?.factors.map(({ subject }) => subject)).toEqual([
    { about: 'gradient', wire: keyOf('q') },
    { about: 'gate', wire: keyOf('q') },
  ])
  const ids = [...(chain?.latex ?? '').matchAll(/factor=(\d+)/g)].map(([, id]) => id)
  expect(new Set(ids)).toEqual(new Set(chain?.factors.map(({ id }) => id)))
})

describe.each([
  ...gallery.map(({ id }) => [id]),
  ['_a_ = 1; constructor = 2; __proto__ = 3; f = _a_ * constructor + __proto__'],
  ['σ = 1; θ₁ = 2; π_x = 3; f = σ * θ₁ + π_x'],
  ['x = 1e-9; y = 1e300; f = x * y * y'],
  // TeX stops at a power of ten to a power.
  ...['1 / x', 'x ** 3', 'x ** y', 'tanh(x)', 'tan(x)', 'y / x', 'log(x)', 'sqrt(x)', '2 ** x'].flatMap((f) =>
    ['1e-9', '-1e-9', '12345678', '0', '1e308'].map((x) => [`x = ${x}; y = 2.5; f = ${f}`]),
  ),
  [`${'a'.repeat(64)} = 1e-9; x_1 = 2; f = 1 / ${'a'.repeat(64)} ** x_1`],
  ['x1 = 1e-9; x1 = x1 ** 2; _1 = 3; ϊ = 2; f = x1 ** _1 / ϊ ** 2'],
  ['s(t) = t * t + 1; w = [1, 2]; f = s(w[0] + w[1]) * s(w[0])'],
])('%s', (program) => {
  test('every gradient and every share can be typeset', () => {
    const { telling, circuit } = tellingOf(program)
    const subjects: readonly Subject[] = circuit.wires.flatMap(({ key, uses }) => [
      { about: 'gradient' as const, wire: key },
      ...uses.map(({ by, port }) => ({
        about: 'share' as const,
        wire: key,
        by: circuit.wires[by]?.key ?? '',
        port,
      })),
    ])
    for (const subject of subjects) {
      const chain = chainOf(telling, subject)
      const html = katex.renderToString(chain?.latex ?? '\\undefined', {
        throwOnError: true,
        strict: false,
        trust: ({ command }) => command === '\\htmlData',
        output: 'html',
      })
      expect(html).not.toContain('undefined')
      expect(chain?.plain).not.toMatch(/undefined|\\|[{}]|-\d/)
    }
  })
})

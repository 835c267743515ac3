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
  ['the same wire twice', 'x = 3; f = x * x', 'x', '∂f/∂x = ∂f/∂f · ∂f/∂x + ∂f/∂f · ∂f/∂x = 3 + 3 = 6'],
  ['a wire that leads nowhere', 'x = 1; y = 2; unused = x * 2; f = y + x', 'unused', '∂f/∂unused = 0'],
  [
    '∞ stays what it is',
    'x = 0; f = 1 / x',
    'x',
    '∂f/∂x = ∂f/∂f · ∂f/∂x = 1 · (−∞) = −∞; ∂f/∂x = −1 / x^2 = −1 / 0^2 = −∞',
  ],
])('%s', (_, program, wire, expected) => {
  expect(plain(program, wire)).toBe(expected)
})

test('an unnamed wire is a letter that no name uses, and what it stands for is said', () => {
  const chain = tellingOf('u = 2; x = 3; f = (u * x + 1) ** 2').on('u')
  expect(chain?.plain).toContain('∂f/∂u = ∂f/∂v · ∂v/∂u')
  expect(chain?.where).toEqual([{ letter: 'v', text: 'u · x' }])
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
        trust: true,
        output: 'html',
      })
      expect(html).not.toContain('undefined')
      expect(chain?.plain).not.toMatch(/undefined|\\|[{}]|-\d/)
    }
  })
})

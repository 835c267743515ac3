import { expect, test } from 'vitest'
import { usualDecimals } from '../program/decimals'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import type { Subject } from './scene'
import { tell } from './tell'

const sourceOf = (id: string): string => gallery.find((example) => example.id === id)?.source ?? id

/** What is said of the wire called `wire` in a gallery entry or a program. */
const told = (program: string, about: 'value' | 'gradient' | 'gate', wire: string) => {
  const compiled = compile(sourceOf(program))
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const key = circuit.wires.find(({ text }) => text === wire)?.key ?? ''
  return tell(
    { circuit, pass: passOf(compiled.value), decimals: usualDecimals(compiled.value) },
    { about, wire: key },
  )
}

test.each([
  ['an input is an input', 'circuit-1', 'value', 'x', 'x = −2, an input'],
  ['a value is its gate’s arithmetic', 'circuit-1', 'value', 'q', 'q = x + y = (−2) + 5 = 3'],
  ['the seed is said to be one', 'circuit-1', 'gradient', 'f', 'gradient on f = 1, the seed'],
  ['a gradient is upstream · local', 'circuit-1', 'gradient', 'x', 'gradient on x = (−4) · 1 = −4'],
  ['a product swaps', 'circuit-1', 'gradient', 'z', 'gradient on z = 1 · 3 = 3'],
  ['factors are not rounded', 'circuit-2', 'gradient', 'x0', 'gradient on x0 = 0.196611… · 2 = 0.393223…'],
  ['an unnamed wire is its expression', 'circuit-2', 'value', 'w0 * x0', 'w0 · x0 = 2 · (−1) = −2'],
  [
    'a fork is the sum of its shares',
    'staged',
    'gradient',
    'y',
    'gradient on y = 1.58318… + 0.00904585… = 1.59223…',
  ],
  ['a constant folded into a gate is named', 'f = 2 ** x', 'value', 'f', 'f = 2^x = 2^1 = 2'],
  ['max names its choice', 'circuit-3', 'value', 'max(z, w)', 'max(z, w) = max(2, −1) = 2'],
  [
    'a wire that leads nowhere has gradient 0',
    'x = 1; y = 2; f = x + 1',
    'gradient',
    'y',
    'gradient on y = 0',
  ],
  [
    'a port of its own called c is that port',
    's(a, b, c) = a * b + c; x = 1; y = 2; z = 3; f = s(x, y, z)',
    'value',
    'f',
    'f = s(x, y, z) = s(1, 2, 3) = 5',
  ],
  ['a gate of one’s own shows its call', 's(t) = 2 t + 1; f = s(x)', 'value', 'f', 'f = s(x) = s(1) = 3'],
] as const)('%s', (_, program, about, wire, text) => {
  expect(told(program, about, wire)?.text).toBe(text)
})

test('the fork of x says why its rounded shares seem to make 2.05', () => {
  const note = told('staged', 'gradient', 'x')?.note
  expect(note).toContain('adds up what its 3 branches send back')
  expect(note).toContain('= 2.05; the unrounded ones add up to 2.06')
})

test('0.39 in circuit-2 says why it is not 0.20 · 2.00', () => {
  expect(told('circuit-2', 'gradient', 'x0')?.note).toContain('0.20 · 2.00 = 0.40; unrounded it is 0.39')
})

test.each([
  ['a tie', 'x = 2; y = 2; f = max(x, y)', 'value', 'f', 'A tie'],
  ['relu at its corner', 'x = 0; f = relu(x)', 'gradient', 'x', 'corner at 0'],
  ['a division by zero', 'x = 0; f = 1 / x', 'value', 'f', 'Dividing by 0'],
  ['the logarithm of a negative number', 'x = -1; f = log(x)', 'value', 'f', 'no real logarithm'],
  ['0 · ∞', 'x = 0; y = 1 / 0; f = x * y', 'value', 'y', 'no ordinary number'],
  ['∞ that came from elsewhere', 'x = 0; g = 1 / x; f = 3 + g', 'value', 'f', 'It was made at g'],
  ['an infinite slope', 'x = 0; f = sqrt(x)', 'gradient', 'x', 'slope is infinite'],
  [
    'a gate on a kink inside a gate of one’s own',
    'r(t) = relu(t); x = 0; f = r(x)',
    'gate',
    'f',
    'corner at 0',
  ],
] as const)('%s is explained', (_, program, about, wire, words) => {
  expect(told(program, about, wire)?.note).toContain(words)
})

test.each([
  ['max speaks of its own operands', 'circuit-3', 'z', '1 (1 if z > w, else 0)'],
  ['a formula decided at an edge is not shown', 'x = -1; y = log(x); f = y * 2', 'x', 'times local NaN'],
  ['a tie is told once', 'x = 2; y = 2; f = max(x, y)', 'x', 'times local 0.5. A tie'],
] as const)('%s', (_, program, wire, words) => {
  expect(told(program, 'gradient', wire)?.note).toContain(words)
})

test.each([
  [
    'a tie does not say that one wins',
    'x = 2; y = 2; f = max(x, y)',
    'gate',
    'f',
    /^A tie[^.]*\.(?!.*routes)/,
  ],
  ['0 times ∞ is said to be it', 'x = 0; f = 0 * (1 / x)', 'gradient', 'x', /of 0 and ∞/],
  ['a rounded value explains itself', 'staged', 'value', 'f', /3\.02 and 0\.51 it would come to 1\.54/],
  ['−0 is not hidden', 'x = -0; f = 1 / x', 'value', 'f', /Dividing by −0 gives −∞/],
] as const)('%s', (_, program, about, wire, words) => {
  expect(told(program, about, wire)?.note).toMatch(words)
})

test('−0 is written in its sentences', () => {
  expect(told('x = -0; f = 1 / x', 'value', 'f')?.text).toBe('f = 1 / x = 1 / (−0) = −∞')
})

test('numbers in scientific form are not said to be rounded', () => {
  expect(told('staged', 'gradient', 'exp(-y)')?.note).not.toContain('Rounded')
  expect(told('x = 0.5; f = x * 1e-9 + exp(x) * 1e-9', 'gradient', 'x')?.note).not.toContain('seem')
})

test('an infinite slope along one port is no remark on the other', () => {
  expect(told('x = -2; y = 3; f = x ** y', 'gradient', 'x')?.note).not.toContain('slope is not a finite')
})

test('what is no longer there has no answer', () => {
  const gone: Subject = { about: 'value', wire: 'nothing' }
  const compiled = compile(sourceOf('circuit-1'))
  if (!compiled.ok) throw new Error('circuit-1 is whole')
  expect(
    tell({ circuit: compiled.value.circuit, pass: passOf(compiled.value), decimals: 0 }, gone),
  ).toBeNull()
})

test('every value, gradient and gate of the gallery has a line of its own, short enough for the strip', () => {
  for (const { source } of gallery) {
    const compiled = compile(source)
    if (!compiled.ok) throw new Error(source)
    const { circuit } = compiled.value
    for (const { key } of circuit.wires)
      for (const about of ['value', 'gradient', 'gate'] as const) {
        const answer = tell({ circuit, pass: passOf(compiled.value), decimals: 2 }, { about, wire: key })
        expect(answer?.text).toMatch(/\S/)
        expect(answer?.text.length).toBeLessThan(160)
        expect(answer?.text).not.toMatch(/undefined|NaN|\[object/)
      }
  }
})

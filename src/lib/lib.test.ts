import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { applyFix } from './fix'
import { nearest } from './nearest'
import { placeOf } from './place'
import { latest, remember } from './remember'
import { spanOf } from './result'
import { widthOf } from './width'

describe('the nearest word', () => {
  const words = ['sigmoid', 'softplus', 'relu', 'exp', 'sqrt', 'square', 'max', 'min', 'σ', 'tan', 'tanh']
  test.each([
    ['sigmod', 'sigmoid'],
    ['sigmiod', 'sigmoid'],
    ['Sigmoid', 'sigmoid'],
    ['rleu', 'relu'],
    ['expp', 'exp'],
    ['sqr', 'sqrt'],
    ['squre', 'square'],
    ['mx', 'max'],
    ['tanhh', 'tanh'],
  ])('to %s is %s', (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant)
  })
  test.each(['g', 'foo', 'gelu_new', 'x', 'normalise', ''])('nothing is near %j', (typed) => {
    expect(nearest(typed, words)).toBeNull()
  })
})

describe('a place in a text', () => {
  test.each([
    ['', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\r\n\r\nbc', 6, 3, 2],
    ['a\n\n\nb', 4, 4, 1],
    ['a\nb', 1, 1, 2],
    ['x = 1\ny = 2', 10, 2, 5],
  ])('%j at %i is line %i, column %i', (source, offset, line, column) => {
    expect(placeOf(source, offset)).toEqual({ line, column })
  })

  test('counting lines by hand gives the same line and column', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', 'bc ')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(40), (source, at) => {
        const offset = Math.min(at, source.length)
        if (source[offset - 1] === '\r') return
        const lines = source.slice(0, offset).split(/\r\n|\n/)
        const column = (lines.at(-1)?.length ?? 0) + 1
        expect(placeOf(source, offset)).toEqual({ line: lines.length, column })
      }),
    )
  })
})

describe('a fix', () => {
  test.each([
    ['f == x', [{ from: 2, to: 4, insert: '=' }], 'f = x'],
    [
      '5 = x',
      [
        { from: 0, to: 1, insert: 'x' },
        { from: 4, to: 5, insert: '5' },
      ],
      'x = 5',
    ],
    [
      'a b c',
      [
        { from: 4, to: 5, insert: '' },
        { from: 0, to: 0, insert: '(((' },
        { from: 2, to: 3, insert: 'longer' },
      ],
      '(((a longer ',
    ],
    ['', [{ from: 0, to: 0, insert: 'x' }], 'x'],
    ['x', [], 'x'],
  ])('%j with %j becomes %j', (source, edits, fixed) => {
    expect(applyFix(source, { label: '', edits })).toBe(fixed)
  })
})

describe('what is remembered', () => {
  test('asking again gives the same reference and computes nothing', () => {
    const compute = vi.fn((n: number) => ({ n }))
    const asked = remember(compute)
    expect(asked(1)).toBe(asked(1))
    expect(compute).toHaveBeenCalledTimes(1)
  })
  test('only so many results are kept, and an older one is computed anew', () => {
    const compute = vi.fn((n: number) => ({ n }))
    const asked = remember(compute, 2)
    for (const n of [1, 2, 3, 3, 2]) asked(n)
    expect(compute).toHaveBeenCalledTimes(3)
    expect(asked(1)).toEqual({ n: 1 })
    expect(compute).toHaveBeenCalledTimes(4)
  })
  test('a result of undefined is remembered too', () => {
    const compute = vi.fn((_: string) => undefined)
    const asked = remember(compute)
    asked('a')
    asked('a')
    expect(compute).toHaveBeenCalledTimes(1)
  })
  test('of several arguments the latest set is kept; NaN is equal to itself', () => {
    const compute = vi.fn((a: number, b: string) => ({ a, b }))
    const asked = latest(compute)
    expect(asked(Number.NaN, 'x')).toBe(asked(Number.NaN, 'x'))
    expect(asked(1, 'x')).toEqual({ a: 1, b: 'x' })
    expect(asked(1, 'y')).toEqual({ a: 1, b: 'y' })
    expect(compute).toHaveBeenCalledTimes(3)
  })
  test('even without arguments it computes once', () => {
    const compute = vi.fn(() => ({}))
    const asked = latest(compute)
    expect(asked()).toBe(asked())
    expect(compute).toHaveBeenCalledTimes(1)
  })
})

test('where something stands says nothing else of it', () => {
  const node = { kind: 'name', name: 'x', from: 2, to: 3 }
  expect(spanOf(node)).toEqual({ from: 2, to: 3 })
})

test('a longer text is wider, and twice the size is twice as wide', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom('x', '−', '7', 'σ', 'W'), (text, more) => {
      expect(widthOf(text + more, 10)).toBeGreaterThan(widthOf(text, 10))
      expect(widthOf(text, 20)).toBeCloseTo(2 * widthOf(text, 10), 6)
    }),
  )
})

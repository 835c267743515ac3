import { describe, expect, test } from 'vitest'
import { applyFix } from '../lib/fix'
import { colour } from './colour'
import { rewriteLiteral, writeAssignment } from './edit'
import { numberOf, scan } from './scan'

const texts = (source: string) =>
  scan(source).tokens.map((token) => (token.kind === 'newline' ? '⏎' : token.text))
const kinds = (source: string) => scan(source).tokens.map((token) => token.kind)
const only = <T>(found: readonly T[]): T => {
  expect(found).toHaveLength(1)
  return found[0] as T
}

describe('tokens', () => {
  test.each([
    ['x', ['x']],
    ['x0*w_1', ['x0', '*', 'w_1']],
    ['1.5e-3x', ['1.5e-3', 'x']],
    ['2e', ['2', 'e']],
    ['2ex', ['2', 'ex']],
    ['2e+x', ['2', 'e', '+', 'x']],
    ['1E5', ['1E5']],
    ['1e−5', ['1e−5']],
    ['.5', ['.5']],
    ['5.', ['5.']],
    ['5.e', ['5.', 'e']],
    ['1_000.5', ['1000.5']],
    ['x.T', ['x', '.', 'T']],
    ['x**2', ['x', '**', '2']],
    ['x^2', ['x', '**', '2']],
    ['x**=2', ['x', '**=', '2']],
    ['x==y', ['x', '==', 'y']],
    ['a−b·c×d÷e', ['a', '-', 'b', '*', 'c', '*', 'd', '/', 'e']],
    ['σ(θ)²', ['σ', '(', 'θ', ')', '²']],
    ['x₀+x₁₂', ['x₀', '+', 'x₁₂']],
    ['√π³', ['√', 'π', '³']],
    ['a\u00a0b\tc', ['a', 'b', 'c']],
    ['a\r\nb\rc\nd', ['a', '⏎', 'b', '⏎', 'c', '⏎', 'd']],
    ['a\u2028b\u2029c', ['a', '⏎', 'b', '⏎', 'c']],
    ['a \\\n b', ['a', 'b']],
    ['a \\\r\n b', ['a', 'b']],
    ['a # b * c\nd', ['a', '⏎', 'd']],
    ['\ufeffx = 1', ['x', '=', '1']],
    ['', []],
  ])('%j reads as %j', (source, expected) => {
    expect(scan(source).problems).toEqual([])
    expect(texts(source)).toEqual(expected)
  })

  test.each(['x = -2; y = 5 # set some inputs\n\nq=x+y', 'a−b·c\r\n  1_000 x₀ # (3)', '😀 x ２'])(
    'every token of %j stands where its span says',
    (source) => {
      const { tokens, comments } = scan(source)
      const canon = (text: string) =>
        text.replaceAll('−', '-').replaceAll('·', '*').replaceAll('_', '').replace(/\r\n/, '\n')
      for (const { kind, text, span } of tokens)
        if (kind !== 'bad' && kind !== 'newline') expect(canon(source.slice(span.from, span.to))).toBe(text)
      for (const { from } of comments) expect(source[from]).toBe('#')
      const covered = [...tokens.map((token) => token.span), ...comments]
      const rest = covered.reduce(
        (text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to),
        source,
      )
      expect(rest.trim()).toBe('')
    },
  )

  test.each([
    ['x #(3)', '3'],
    ['x # denominator (6)', '6'],
    ['x # done!         #(8)', '8'],
    ['x #( 12 ) ', '12'],
    ['x # six', undefined],
    ['x # (6) six', undefined],
    ['x # (not a number of a line)', undefined],
  ])('%j is tagged %s', (source, tag) => {
    expect(scan(`${source}\ny`).tokens.find((token) => token.kind === 'newline')?.tag).toBe(tag)
    expect(scan(source).tokens.find((token) => token.kind === 'newline')?.tag).toBe(tag)
  })
})

describe('characters without a place here', () => {
  test.each([
    ['２', 'U+FF12', '2', 'full-width'],
    ['х', 'U+0445', 'x', 'looks like'],
    ['у', 'U+0443', 'y', 'looks like'],
    ['а', 'U+0430', 'a', 'looks like'],
    ['Х', 'U+0425', 'X', 'looks like'],
    ['В', 'U+0412', 'B', 'looks like'],
    ['µ', 'U+00B5', 'μ', 'looks like'],
    ['–', 'U+2013', '-', 'looks like'],
    ['—', 'U+2014', '-', 'looks like'],
    ['∗', 'U+2217', '*', 'looks like'],
    ['（', 'U+FF08', '(', 'looks like'],
    ['）', 'U+FF09', ')', 'looks like'],
    ['，', 'U+FF0C', ',', 'looks like'],
    ['；', 'U+FF1B', ';', 'looks like'],
    ['＝', 'U+FF1D', '=', 'looks like'],
    ['＋', 'U+FF0B', '+', 'looks like'],
    ['－', 'U+FF0D', '-', 'looks like'],
    ['＊', 'U+FF0A', '*', 'looks like'],
    ['／', 'U+FF0F', '/', 'looks like'],
    ['．', 'U+FF0E', '.', 'looks like'],
  ])('%s (%s) is refused, and %j is offered for it', (char, point, twin, words) => {
    const source = `a ${char} b`
    const problem = only(scan(source).problems)
    expect(problem.message).toContain(point)
    expect(problem.message).toContain(words)
    expect(problem.span).toEqual({ from: 2, to: 3 })
    expect(problem.fix && applyFix(source, problem.fix)).toBe(`a ${twin} b`)
  })

  test.each([
    ['😀', 'U+1F600', 'has no meaning'],
    ['\u202e', 'U+202E', 'invisible'],
    ['\u200b', 'U+200B', 'invisible'],
    ['\u0301', 'U+0301', 'invisible'],
    ['\u3000', 'U+3000', 'invisible'],
    ['\ud83d', 'U+D83D', 'invisible'],
    ['é', 'U+00E9', 'not a letter that names can have'],
    ['ж', 'U+0436', 'not a letter that names can have'],
    ['变', 'U+53D8', 'not a letter that names can have'],
    ['∂', 'U+2202', 'has no meaning'],
  ])('%j is refused with its code point %s', (char, point, words) => {
    const source = `a = 1${char}`
    const problem = only(scan(source).problems)
    expect(problem.message).toContain(point)
    expect(problem.message).toContain(words)
    expect(problem.span).toEqual({ from: 5, to: 5 + char.length })
    expect(problem.fix && applyFix(source, problem.fix)).toBe('a = 1')
  })

  test.each([
    ['a number too large', '1e400', 'too large', { from: 0, to: 5 }],
    ['a number of 99,000 digits', '9'.repeat(99_000), 'too large', { from: 0, to: 99_000 }],
    ['hexadecimal', '0xff', 'decimal', { from: 0, to: 4 }],
    ['binary', '0b11', 'decimal', { from: 0, to: 4 }],
    ['a name of 65 characters', 'n'.repeat(65), '65 characters', { from: 0, to: 65 }],
  ])('%s is a problem of its own', (_, source, words, span) => {
    const problem = only(scan(source).problems)
    expect(problem.message).toContain(words)
    expect(problem.span).toEqual(span)
    expect(kinds(source)[0]).toBe('bad')
  })

  test('a name of 64 characters and a number of 90,000 digits behind the point are fine', () => {
    expect(scan('n'.repeat(64)).problems).toEqual([])
    expect(scan(`0.${'9'.repeat(90_000)}`).problems).toEqual([])
  })
})

test.each([
  ['1_000', 1000],
  ['−2.5e−3', -0.0025],
  ['-0', -0],
  ['.5', 0.5],
  ['abc', Number.NaN],
])('an entry field reads %j as %d', (text, value) => {
  expect(numberOf(text)).toBe(value)
})

test.each([
  ['x = -2; f = x', { from: 4, to: 6 }, '−1.5', 'x = -1.5; f = x'],
  ['r = 1/3', { from: 4, to: 7 }, '0', 'r = 0'],
])('%j at %o rewritten as %s is %j', (source, span, number, rewritten) => {
  expect(rewriteLiteral(source, span, number)).toBe(rewritten)
})

test.each([
  ['f = x * y', 'x = -3; f = x * y'],
  ['y = 1\nf = x * y', 'x = -3\ny = 1\nf = x * y'],
  ['y = 1\r\nf = x * y', 'x = -3\ny = 1\r\nf = x * y'],
])('a line for x before %j gives %j', (source, written) => {
  expect(writeAssignment(source, 'x', '−3')).toBe(written)
})

test('colours follow the order of the text and name each piece', () => {
  const source = 'def s(t): return 2*t # half'
  const pieces = colour(source).map(({ from, to, kind }) => [source.slice(from, to), kind])
  expect(pieces).toEqual([
    ['def', 'word'],
    ['s', 'gate'],
    ['(', 'operator'],
    ['t', 'name'],
    [')', 'operator'],
    [':', 'operator'],
    ['return', 'word'],
    ['2', 'number'],
    ['*', 'operator'],
    ['t', 'name'],
    ['# half', 'comment'],
  ])
})

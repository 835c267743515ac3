import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Expr, show } from './expr'
import { parseExpression } from './expression'
import { grammar } from './grammar-for-tests'
import { atom, isAtom, nameLatex, printText, textPieces } from './print'
import { tokenize } from './scan'

const tryRead = (source: string): Expr | null => {
  const { tokens, problems } = tokenize(source)
  const found = parseExpression({ tokens, first: 0, end: tokens.count }, grammar, {
    from: 0,
    to: source.length,
  })
  return found.ok && problems.length === 0 ? found.value : null
}
const read = (source: string): Expr => {
  const found = tryRead(source)
  if (!found) throw new Error(`cannot read ${source}`)
  return found
}
const print = (source: string): string => printText(read(source), { grammar })

describe('an expression as text', () => {
  test.each([
    ['((x+y))*z', '(x + y) * z'],
    ['x+(y*z)', 'x + y * z'],
    ['(x+y)+z', 'x + y + z'],
    ['x+(y+z)', 'x + (y + z)'],
    ['x-(y-z)', 'x - (y - z)'],
    ['(x-y)-z', 'x - y - z'],
    ['x/(y*z)', 'x / (y * z)'],
    ['(x/y)*z', 'x / y * z'],
    ['(x**y)**z', '(x ** y) ** z'],
    ['x**(y**z)', 'x ** y ** z'],
    ['-(x**2)', '-x ** 2'],
    ['(-x)**2', '(-x) ** 2'],
    ['(-x)*y', '-x * y'],
    ['-(x*y)', '-(x * y)'],
    ['-(-x)', '--x'],
    ['x-(-y)', 'x - -y'],
    ['2x', '2 * x'],
    ['2(x+1)²', '2 * (x + 1) ** 2'],
    ['√(x)', '√x'],
    ['√(x+1)', '√(x + 1)'],
    ['(√x)^2', '√x ** 2'],
    ['√(x^2)', '√(x ** 2)'],
    ['max( a,b , c)', 'max(max(a, b), c)'],
    ['σ( x )', 'σ(x)'],
    ['w[ 0 ] * x[-1]', 'w[0] * x[-1]'],
    ['1_000·x', '1000 * x'],
    ['W.dot( X ).T', 'W.dot(X).T'],
    ['(W+X).T', '(W + X).T'],
  ])('%s is printed %s', (source, printed) => {
    expect(print(source)).toBe(printed)
  })

  test('a name may be printed as something else, in parentheses where it needs them', () => {
    const name = (text: string) => (text === 'x' ? { text: 'a + b', power: 1 } : atom(text))
    expect(printText(read('x * y - x'), { grammar, name })).toBe('(a + b) * y - (a + b)')
    expect(printText(read('exp(x)'), { grammar, name })).toBe('exp(a + b)')
  })

  test('every part of an expression has its text', () => {
    const pieces = textPieces(read('-(x + y) * 2'), { grammar })
    expect(pieces.map((piece) => piece.text)).toEqual(['x', 'y', 'x + y', '-(x + y)', '2', '-(x + y) * 2'])
    expect(pieces.map(isAtom)).toEqual([true, true, false, false, true, false])
  })
})

/** Random trees, written with all the parentheses there can be. */
const trees: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('x', 'y', 'θ₁', '2', '0.5', '1e-3', 'w[0]'),
    fc
      .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/', '**'), tie('any'))
      .map(([l, sign, r]) => `((${l}) ${sign} (${r}))`),
    tie('any').map((inside) => `(-(${inside}))`),
    tie('any').map((inside) => `(√(${inside}))`),
    tie('any').map((inside) => `exp(${inside})`),
    fc.tuple(tie('any'), tie('any')).map(([l, r]) => `max(${l}, ${r})`),
    fc.tuple(tie('any'), tie('any')).map(([l, r]) => `own(${l}, ${r})`),
    tie('any').map((inside) => `(y + (${inside})).T`),
    fc.tuple(tie('any'), tie('any')).map(([l, r]) => `[${l}, ${r}]`),
  ),
})).any

test('what is printed reads back as the same tree', () => {
  fc.assert(
    fc.property(trees, (source) => {
      const tree = read(source)
      expect(show(read(printText(tree, { grammar })))).toBe(show(tree))
    }),
    { numRuns: 2000 },
  )
})

test('printing what was printed changes nothing', () => {
  fc.assert(
    fc.property(trees, (source) => {
      const printed = print(source)
      expect(print(printed)).toBe(printed)
    }),
  )
})

/**
 * The text without one matching pair of its brackets, once for each pair. A sign behind `**` or `√` may keep
 * its own, `2 ** (-x)`: easier to read.
 */
const withoutOnePair = (text: string): readonly string[] => {
  const open: number[] = []
  const found: string[] = []
  ;[...text].forEach((char, i) => {
    if (char === '(') open.push(i)
    const from = char === ')' ? open.pop() : undefined
    if (from === undefined || /[\w)]/.test(text[from - 1] ?? '')) return
    if (!/(√|\*\* )\([-√]/.test(text.slice(Math.max(0, from - 3), from + 2)))
      found.push(text.slice(0, from) + text.slice(from + 1, i) + text.slice(i + 1))
  })
  return found
}

test('no pair of parentheses could be left out', () => {
  fc.assert(
    fc.property(trees, (source) => {
      const tree = read(source)
      for (const fewer of withoutOnePair(printText(tree, { grammar }))) {
        const other = tryRead(fewer)
        expect(other && show(other), fewer).not.toBe(show(tree))
      }
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['x', 'x'],
  ['w0', 'w_{0}'],
  ['w₁₂', 'w_{12}'],
  ['x@2', 'x_{2}'],
  ['dot', '\\mathrm{dot}'],
  ['h2', 'h_{2}'],
  ['my_dot3', '\\mathrm{my\\_dot}_{3}'],
  ['w_1', '\\mathrm{w\\_1}'],
  ['h_2_12', '\\mathrm{h\\_2\\_12}'],
  ['w_1@2', '\\mathrm{w\\_1}_{2}'],
  ['σ', '\\sigma'],
  ['θ', '\\theta'],
  ['_', '\\_'],
])('the name %s is typeset %s', (name, latex) => {
  const plain = (text: string) => text.replaceAll('\\mathrm{\\_}', '\\_')
  expect(plain(nameLatex(name))).toBe(latex)
})

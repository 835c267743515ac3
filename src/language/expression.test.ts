import { compileFunction } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Expr, fold, namesIn, operandsOf, show } from './expr'
import { parseExpression } from './expression'
import { grammar } from './grammar-for-tests'
import { tokenize } from './scan'

const parsed = (source: string) => {
  const { tokens } = tokenize(source)
  return parseExpression({ tokens, first: 0, end: tokens.count }, grammar, { from: 0, to: source.length })
}

const read = (source: string): Expr => {
  const found = parsed(source)
  if (!found.ok) throw new Error(found.problems[0]?.message)
  return found.value
}

const signs: Record<string, (x: number, y: number) => number> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
  '**': (x, y) => x ** y,
}
/** What a tree of numbers, names and signs comes to. */
const worth = (source: string, numbers: Record<string, number>): number =>
  fold<number>(read(source), (node, [x = Number.NaN, y = Number.NaN]) => {
    if (node.kind === 'number') return node.value
    if (node.kind === 'name') return numbers[node.name] ?? Number.NaN
    if (node.kind === 'prefix') return -x
    return node.kind === 'infix' ? (signs[node.symbol]?.(x, y) ?? Number.NaN) : Number.NaN
  })

describe('precedence and associativity, as in Python', () => {
  test.each([
    ['a-b-c', '(- (- a b) c)'],
    ['a-(b-c)', '(- a (- b c))'],
    ['a/b/c', '(/ (/ a b) c)'],
    ['a/b*c', '(* (/ a b) c)'],
    ['a+b*c', '(+ a (* b c))'],
    ['a*b+c', '(+ (* a b) c)'],
    ['2**3**2', '(** 2 (** 3 2))'],
    ['(2**3)**2', '(** (** 2 3) 2)'],
    ['-x**2', '(- (** x 2))'],
    ['-x^2', '(- (** x 2))'],
    ['(-x)**2', '(** (- x) 2)'],
    ['-x²', '(- (** x 2))'],
    ['-x*y', '(* (- x) y)'],
    ['x*-y', '(* x (- y))'],
    ['x**-y', '(** x (- y))'],
    ['x**-y**2', '(** x (- (** y 2)))'],
    ['2**-1*3', '(* (** 2 (- 1)) 3)'],
    ['--x', '(- (- x))'],
    ['x--y', '(- x (- y))'],
    ['+x', 'x'],
    ['x++y', '(+ x y)'],
    ['-(x+y)', '(- (+ x y))'],
    ['-sin(x)**2', '(- (** (sin x) 2))'],
    ['x*y**2', '(* x (** y 2))'],
    ['x**2*y', '(* (** x 2) y)'],
    ['1.0 / (1 + exp(-x))', '(/ 1.0 (+ 1 (exp (- x))))'],
    ['(((x)))', 'x'],
  ])('%s reads as %s', (source, tree) => {
    expect(show(read(source))).toBe(tree)
  })
})

describe('multiplication without a sign', () => {
  test.each([
    ['2x', '(* 2 x)'],
    ['2 x', '(* 2 x)'],
    ['2(x+1)', '(* 2 (+ x 1))'],
    ['(x+y) z', '(* (+ x y) z)'],
    ['(x+y)z', '(* (+ x y) z)'],
    ['(x+y)(x-y)', '(* (+ x y) (- x y))'],
    ['(x) 2', '(* x 2)'],
    ['1/2x', '(* (/ 1 2) x)'],
    ['2x/3y', '(* (/ (* 2 x) 3) y)'],
    ['2x^2', '(* 2 (** x 2))'],
    ['2^3x', '(* (** 2 3) x)'],
    ['-2x', '(* (- 2) x)'],
    ['2x+3y', '(+ (* 2 x) (* 3 y))'],
    ['2exp(x)', '(* 2 (exp x))'],
    ['sin(x) cos(y)', '(* (sin x) (cos y))'],
    ['sin(x)2', '(* (sin x) 2)'],
    ['2√x', '(* 2 (√ x))'],
    ['√(x+y) z', '(* (√ (+ x y)) z)'],
    ['√2x', '(* (√ 2) x)'],
    ['2πx', '(* 2 πx)'],
    ['2e', '(* 2 e)'],
    ['(x)(y)(z)', '(* (* x y) z)'],
    ['xy', 'xy'],
    ['x2', 'x2'],
    ['2x²', '(* 2 (** x 2))'],
    ['(x+y)²', '(** (+ x y) 2)'],
    ['2^x²', '(** 2 (** x 2))'],
  ])('%s reads as %s', (source, tree) => {
    expect(show(read(source))).toBe(tree)
  })

  test.each(['x y', 'x 2', '2 3', 'x²y', 'w[0] x', 'x² 2', 'x √y'])('%s does not multiply', (source) => {
    const found = parsed(source)
    expect(found.ok).toBe(false)
  })
})

describe('calls, entries and methods', () => {
  test.each([
    ['max(x, y)', '(max x y)'],
    ['max(a, b, c)', '(max (max a b) c)'],
    ['min(a, b, c, d)', '(min (min (min a b) c) d)'],
    ['maximum(a, b)', '(maximum a b)'],
    ['σ(x)', '(σ x)'],
    ['s(t, 2u)', '(s t (* 2 u))'],
    ['w[0]*x[1]', '(* (entry w 0) (entry x 1))'],
    ['w[-1]', '(entry w (- 1))'],
    ['w[i+1]', '(entry w (+ i 1))'],
    ['[2, -3, x+1]', '[2 (- 3) (+ x 1)]'],
    ['[]', '[]'],
    ['[[1, 2], [3, 4]]', '[[1 2] [3 4]]'],
    ['W.T', '(.T W)'],
    ['W.dot(X)', '(.dot W X)'],
    ['X.sum()', '(.sum X)'],
    ['X.T.dot(Y).mean()', '(.mean (.dot (.T X) Y))'],
    ['W.T[0]', '(entry (.T W) 0)'],
  ])('%s reads as %s', (source, tree) => {
    expect(show(read(source))).toBe(tree)
  })
})

test.each([
  ['x − y', 'x - y'],
  ['a·b × c ÷ d ⋅ e ∙ f', 'a*b*c/d*e*f'],
  ['x^2', 'x**2'],
  ['x²+y³', 'x**2+y**3'],
])('%s is read as %s', (typographic, ascii) => {
  expect(show(read(typographic))).toBe(show(read(ascii)))
})

describe('what an expression comes to', () => {
  const numbers = { a: 2.5, b: -1.25, c: 3 }
  const term: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.constantFrom('a', 'b', 'c', '2', '0.5', '3'),
      fc
        .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/'), tie('any'))
        .map(([l, sign, r]) => `${l} ${sign} ${r}`),
      // JavaScript takes no bare sign before **, and none is needed to compare the two.
      fc.tuple(fc.constantFrom('a', 'c', '2', '(a - c)'), tie('any')).map(([l, r]) => `${l} ** (${r})`),
      fc
        .tuple(fc.constantFrom('a', 'c', '2'), fc.constantFrom('b', '2', '3'))
        .map(([l, r]) => `${l} ** ${r} ** 2`),
      tie('any').map((inside) => `(${inside})`),
      tie('any').map((inside) => `-(${inside})`),
      tie('any').map((inside) => `(- ${inside.startsWith('-') ? '1' : inside.replaceAll('**', '*')})`),
    ),
  })).any

  test('is what JavaScript, which shares Python’s rules here, makes of the same text', () => {
    const { a, b, c } = numbers
    fc.assert(
      fc.property(term, (source) => {
        const theirs = compileFunction(`return ${source}`, ['a', 'b', 'c'])(a, b, c) as number
        expect(worth(source, numbers)).toBe(theirs)
      }),
      { numRuns: 1000 },
    )
  })

  /** Computed by Python 3. */
  test.each([
    ['-3**2', -9],
    ['2**3**2', 512],
    ['2**-1', 0.5],
    ['-2**-2', -0.25],
    ['2**-1**2', 0.5],
    ['10-4-3', 3],
    ['100/10/5', 2],
    ['2+3*4**2/8-1', 7],
    ['7--2', 9],
    ['-(-3)', 3],
    ['2*-3', -6],
    ['1 - -1 - +1', 1],
  ])('%s is %d', (source, value) => {
    expect(worth(source, {})).toBe(value)
  })
})

test('operands always stand before what uses them, and each but the whole is used once', () => {
  for (const source of ['max(a, b, c) - w[2]**-x', '(x+y)(x-y)²', '[1, 2+x, [y]]', 'W.dot(X).T']) {
    const expr = read(source)
    const used = expr.flatMap((node) => [...operandsOf(node)]).sort((a, b) => a - b)
    expect(used).toEqual(expr.slice(0, -1).map((_, i) => i))
    expr.forEach((node, i) => {
      for (const operand of operandsOf(node)) expect(operand).toBeLessThan(i)
    })
  }
})

test.each([
  ['x + y*2', 'x + y*2'],
  ['  (x + y)', '(x + y)'],
  [' max(x, -y) ', 'max(x, -y)'],
  ['-x**2 ', '-x**2'],
  ['w[0] + 1', 'w[0] + 1'],
  ['W.dot(X)', 'W.dot(X)'],
])('the whole of %j stands at %j', (source, whole) => {
  const { from, to } = read(source).at(-1) as Expr[number]
  expect(source.slice(from, to)).toBe(whole)
})

test('the names in an expression are its wires, not its gates', () => {
  expect([...namesIn(read('s(x) + exp(y)*x + w[i]'))].sort()).toEqual(['i', 'w', 'x', 'y'])
})

import { describe, expect, test } from 'vitest'
import { applyFix } from '../lib/fix'
import { evaluate } from './derive'

describe('what is wrong with a program, where, and what to do', () => {
  /** source, words of the message, the text underlined, what its fix makes of the source (null: it has none) */
  test.each<[string, string, string, string | null]>([
    ['', 'nothing to draw', '', null],
    ['  \n# only a remark\n', 'nothing to draw', '', null],
    ['import math', 'nothing to draw', '', null],
    ['f=(x+y*', 'never closed', '(', null],
    ['f=(x+y', 'never closed', '(', 'f=(x+y)'],
    ['f=max(x, [y', 'never closed', '[', null],
    ['x y', 'a sign is missing', 'x y', 'x * y'],
    ['f = x2 y # both', 'a sign is missing', 'x2 y', 'f = x2 * y # both'],
    ['f = ln(x)', 'not a gate I know', 'ln', 'f = log(x)'],
    ['f = pow(x, 2)', 'not a gate I know', 'pow', null],
    ['f = k(x + 1)', 'not a gate I know', 'k', 'f = k * (x + 1)'],
    ['f = q*2 #(2)\nq = 3 #(1)', 'no value yet', 'q', 'q = 3 #(1)\nf = q*2 #(2)'],
    ['f = 2 3', 'two numbers in a row', '2 3', null],
    ['5 = x', '`5` is not one', '5', 'x = 5'],
    ['x + 1 = y', 'Only a name', 'x + 1', null],
    ['= 3', 'A name is missing', '=', null],
    ['f == x', '`==` compares', '==', 'f = x'],
    ['f = x == y', '`==`', '==', null],
    ['f := x', '`:=`', ':=', 'f = x'],
    ['f = g(x)', '`g` is not a gate I know', 'g', null],
    ['sigmod(x)', '`sigmod` is not a gate I know', 'sigmod', 'sigmoid(x)'],
    ['f = thanh(x)', '`thanh` is not a gate I know', 'thanh', 'f = tanh(x)'],
    ['swish(t) = t*t; f = swsh(x)', '`swsh` is not a gate I know', 'swsh', 'swish(t) = t*t; f = swish(x)'],
    ['max(x)', '`max` takes two inputs or more', 'max', null],
    ['max()', '`max` takes two inputs or more', 'max', null],
    ['exp(x, y)', '`exp` takes one input', 'exp', null],
    ['s(a, b) = a*b; f = s(x)', '`s` takes 2 inputs', 's', null],
    ['exp', '`exp` is a gate and needs its inputs', 'exp', null],
    ['x = x + 1', '`x` has no value yet', 'x', 'x = 1\nx = x + 1'],
    ['f = x; x = 3', '`x` has no value yet', 'x', 'x = 3\nf = x'],
    ['f = x * y\ny = 2\nx = 3 # late', '`x` has no value yet', 'x', null],
    ['f = 2x\ny = 2\nx = 3', '`x` has no value yet', 'x', 'x = 3\nf = 2x\ny = 2'],
    ['f = 2x\r\nx = 3\r\nf * y', '`x` has no value yet', 'x', 'x = 3\nf = 2x\r\nf * y'],
    ['x = 1; y = 2; f = xy', '`xy` is one name', 'xy', 'x = 1; y = 2; f = (x * y)'],
    ['x = 2; f = x(y)', '`x` is a wire, not a gate', 'x', 'x = 2; f = x * (y)'],
    ['f = )', 'A value is missing', ')', null],
    ['f = x)', 'closes nothing', ')', 'f = x'],
    ['f = (x]', 'cannot close', ']', 'f = (x)'],
    ['f = x, y', 'comma has no place', ',', null],
    ['f = max(x,)', 'A value is missing', ')', null],
    ['f = x +', 'Something is missing after `+`', '+', null],
    ['f =', 'An expression is missing', '=', null],
    ['f = x * / y', 'A value is missing between `*` and `/`', '/', null],
    ['f = x % 2', '`%` has no meaning', '%', null],
    ['f = x // 2', '`//` has no meaning', '//', null],
    ["f = x'", "`'` has no meaning", "'", null],
    ['f = {x}', '`{` has no meaning', '{', null],
    ['a = b = 3', 'A second `=`', '=', null],
    ['a b = 3', 'A name has no blanks', 'a b', 'a_b = 3'],
    ['x, y = 3', '2 names', 'x, y = 3', null],
    ['w[0] = 3', 'all at once', 'w[0]', null],
    ['w = [1, 2]; f = w * 2', '`w` is a list', 'w', 'w = [1, 2]; f = w[0] * 2'],
    ['w = [1, 2]; f = w[2]', '`w` has no such entry', 'w[2]', null],
    ['w = [1, 2]; f = w[0.5]', '`w` has no such entry', 'w[0.5]', null],
    ['w = [1, 2]; f = w[x]', '`w` has no such entry', 'w[x]', null],
    ['x = 3; f = x[0]', '`x` is not a list', 'x', null],
    ['w = []; f = 2x', 'empty', '[]', null],
    ['f = W.T', 'not drawn yet', 'W.T', null],
    ['f = W.dot(X)', 'not drawn yet', 'W.dot(X)', null],
    ['f = X.sum()', 'not drawn yet', 'X.sum()', null],
    ['W = [[1, 2]]; f = x', 'not drawn yet', '[1, 2]', null],
    ['W = np.random.randn(5, 10)', 'not drawn yet', 'random.randn(5, 10)', null],
    ['f = a @ b', 'not drawn yet', '@', null],
    ['for i in x', '`for` is a word of Python', 'for', null],
    ['if x', '`if` is a word of Python', 'if', null],
    ['f = x if y else z', '`if` is a word of Python', 'if', null],
    ['while x', '`while` is a word of Python', 'while', null],
    ['print(f)', '`print` is a word of Python', 'print', null],
    ['f = lambda t: t', '`lambda` is a word of Python', 'lambda', null],
    ['class A', '`class` is a word of Python', 'class', null],
    ['def s(t)', 'in one line', 'def s(t)', null],
    ['s(t, t) = t; f = s(x, y)', 'named twice', 't', null],
    ['s(t) = t*u; f = s(x)', '`u` is not an input of `s`', 'u', null],
    ['s(t) = s(t); f = s(x)', '`s` is used inside its own definition', 's', null],
    ['f = ２x', 'full-width', '２', 'f = 2x'],
    ['f = х + 1', 'U+0445', 'х', 'f = x + 1'],
    ['f = x – y', 'U+2013', '–', 'f = x - y'],
    ['f = x 😀', 'U+1F600', '😀', 'f = x '],
    ['f = x\u202e', 'U+202E', '\u202e', 'f = x'],
    ['x = 1e400', 'too large', '1e400', 'x = 1e308'],
    ['x = 0x10', 'in decimal', '0x10', null],
    [`${'n'.repeat(65)} = 1`, '65 characters', 'n'.repeat(65), null],
  ])('%j: %s', (source, words, underlined, fixed) => {
    const found = evaluate(source)
    if (found.ok) throw new Error('this should be a problem')
    const [problem] = found.problems
    expect(problem?.message).toContain(words)
    expect(source.slice(problem?.span.from, problem?.span.to)).toBe(underlined)
    expect(problem?.hint).toMatch(/^\S.*[.?]$/)
    if (fixed === null) return
    const after = problem?.fix ? applyFix(source, problem.fix) : 'no fix'
    expect(after).toBe(fixed)
    expect(evaluate(after).ok).toBe(true)
  })

  test('all problems show at once, in order of place', () => {
    const source = 'a = sigmod(x)\nf == a\n5 = b\nc = (a +\nd = u # fine\ng = max(a) 😀'
    const found = evaluate(source)
    const places = found.ok ? [] : found.problems.map(({ span }) => source.slice(span.from, span.to))
    expect(places).toEqual(['sigmod', '==', '5', '(', '😀'])
  })

  test.each([
    ['f = X.T.dot(Y).sum()', 1],
    ['f = sigmod(sigmod(x))', 2],
    ['f = exp(w[0]) + x; w = [1]', 1],
    ['f = (2x3 y) + max(x)', 1],
    ['W = [[1, exq(2)], foo(2), x]; f = x', 3],
    ['x = 1; y = 2; a = xy; b = xy', 1],
  ])('%j is told in as few words as it takes: %i', (source, count) => {
    const found = evaluate(source)
    expect(found.ok ? [] : found.problems.map((problem) => problem.message)).toHaveLength(count)
  })

  test.each([
    ['a remainder of an import', 'import math * 3\nf = x'],
    ['two exponents in a row', 'x = 2; f = x²³'],
  ])('%s is not dropped or read as something else: %j', (_, source) => {
    expect(evaluate(source).ok).toBe(false)
  })
})

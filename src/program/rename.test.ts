import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from './derive'
import { gallery } from './gallery'
import { randomProgram } from './random-program'
import { nameAt, rename } from './rename'

describe('the name at a place', () => {
  /** The caret stands at `|`. */
  test.each<[string, string, string | null]>([
    ['before a name', 'x = 1; f = |xy2 * 2', 'xy2'],
    ['behind it', 'x = 1; f = xy2| * 2', 'xy2'],
    ['inside it', 'x = 1; f = x|y2 * 2', 'xy2'],
    ['left of =', 'x| = 1; f = 2 x', 'x'],
    ['of a list', 'w = [1]; f = w|[0]', 'w'],
    ['behind a number', 'x = 1; f = 2|x', 'x'],
    ['of a gate of one’s own, where it is defined', 's|(t) = t * t; f = s(x)', 's'],
    ['and where it is used', 's(t) = t * t; f = s|(x)', 's'],
    ['with def', 'def s|(t): return t * t\nf = s(x)', 's'],
    ['of the output, f(x) = …', 'x = 2; f|(x) = x * x', 'f'],
    ['of its inputs', 'x = 2; f(x|) = x * x', 'x'],
    ['of a wire called like a number', 'e = 2; f = e| * x', 'e'],
    ['in a text with a problem', 'f = q| * (', 'q'],
    ['a gradient written by hand', 'f = x * y\ndx| = y', 'dx'],
    ['none at a gate', 'f = exp|(x)', null],
    ['none at a gate with its module', 'f = math|.exp(x)', null],
    ['none at a constant', 'f = pi| * x', null],
    ['none at a number', 'f = 2|5 * x', null],
    ['none at a sign', 'f = x *| y', null],
    ['none in a remark', 'f = x # q|', null],
    ['none at a word', 'd|ef s(t): return t\nf = s(x)', null],
    ['none at an import', 'import math|\nf = x', null],
    ['none at a port', 's(t|) = t * t; f = s(x)', null],
    ['nor in the body', 's(t) = t| * t; t = 2; f = s(t)', null],
    ['none in an empty text', '|', null],
  ])('%s', (_, marked, name) => {
    const offset = marked.indexOf('|')
    expect(nameAt(marked.replace('|', ''), offset)).toBe(name)
  })
})

const renamed = (source: string, from: string, to: string) => {
  const found = rename(source, { from, to })
  if (!found.ok) throw new Error(found.problems[0]?.message)
  return found.value
}

describe('renaming', () => {
  test.each<[string, string, string, string, string]>([
    [
      'an input, wherever it is used',
      'x = -2; y = 5\nq = x + y\nf = q * x',
      'x',
      'x1',
      'x1 = -2; y = 5\nq = x1 + y\nf = q * x1',
    ],
    ['a wire', 'q = x + y\nf = (q) * 2q', 'q', 'sum', 'sum = x + y\nf = (sum) * 2sum'],
    ['the output', 'f = x * y', 'f', 'L', 'L = x * y'],
    ['an input that no line assigns', 'f = x * y + x', 'x', 'θ', 'f = θ * y + θ'],
    ['a list', 'w = [1, 2]; f = w[0] * w[1]', 'w', 'v', 'v = [1, 2]; f = v[0] * v[1]'],
    ['one of several in a line', 'x, y = 1, 2; f = x * y', 'y', 'z', 'x, z = 1, 2; f = x * z'],
    ['a name given again', 'x = 1; x = x * 2; x += 1; f = x', 'x', 'u', 'u = 1; u = u * 2; u += 1; f = u'],
    ['not in remarks', 'x = 1 # x it is\nf = 2x # x', 'x', 'y', 'y = 1 # x it is\nf = 2y # x'],
    [
      'not in other names',
      'x = 1; xx = 2; f = x * xx * exp(x)',
      'x',
      'y',
      'y = 1; xx = 2; f = y * xx * exp(y)',
    ],
    ['not a port of its name', 't = 2; s(t) = t * t; f = s(t)', 't', 'u', 'u = 2; s(t) = t * t; f = s(u)'],
    ['to the name of a port', 's(t) = t * t; f = s(x)', 'x', 't', 's(t) = t * t; f = s(t)'],
    ['not e in a gate', 'e = 2; s(t) = e * t; f = s(e)', 'e', 'k', 'k = 2; s(t) = e * t; f = s(k)'],
    ['inputs of f(x, y) = …', 'x = 2; f(x, y) = x * y', 'x', 'u', 'u = 2; f(u, y) = u * y'],
    ['f of f(x, y) = …', 'f(x, y) = x * y', 'f', 'g', 'g(x, y) = x * y'],
    [
      'a gate of one’s own',
      's(t) = t * t; f = s(x) + s(s(y))',
      's',
      'sq',
      'sq(t) = t * t; f = sq(x) + sq(sq(y))',
    ],
    [
      'with def, and in another gate',
      'def s(t): return 2t\nr(t) = s(t) * t; f = r(x)',
      's',
      'dbl',
      'def dbl(t): return 2t\nr(t) = dbl(t) * t; f = r(x)',
    ],
    ['in the text of a constant', 's(t) = t * t; f = x ** s(2)', 's', 'sq', 'sq(t) = t * t; f = x ** sq(2)'],
    [
      'one that takes the place of the catalogue’s',
      'g = max(x, y); max(a, b) = a * b; f = max(g, z)',
      'max',
      'm',
      'g = max(x, y); m(a, b) = a * b; f = m(g, z)',
    ],
    [
      'the wire alone, of a wire and a module',
      'math = 3; f = math * 2 + math',
      'math',
      'm',
      'm = 3; f = m * 2 + m',
    ],
    ['behind a module', 'e = 2; f = math.e * x', 'e', 'k', 'k = 2; f = math.k * x'],
    ['over lines inside brackets', 'f = max(x,\n  # x\n  y * x)', 'x', 'u', 'f = max(u,\n  # x\n  y * u)'],
    [
      'constructor',
      'constructor = 2; f = constructor * x',
      'constructor',
      '__proto__',
      '__proto__ = 2; f = __proto__ * x',
    ],
    [
      'gradients with it',
      'q = x + y\nf = q * z\ndq = z # dq\ndx = 1 * dq',
      'q',
      'r',
      'r = x + y\nf = r * z\ndr = z # dq\ndx = 1 * dr',
    ],
    [
      'gradients with respect to it',
      'q = x + y\nf = q * z\ndfdq = z\ndfdx = 1 * dfdq',
      'q',
      'r',
      'r = x + y\nf = r * z\ndfdr = z\ndfdx = 1 * dfdr',
    ],
    [
      'gradients of the output',
      'q = x + y\nf = q * z\ndfdq = z\ndf = 1',
      'f',
      'L',
      'q = x + y\nL = q * z\ndLdq = z\ndL = 1',
    ],
    [
      'in lists of gradients',
      'w = [1, 2]\nf = w[0] * w[1]\ndw = [w[1], w[0]]',
      'w',
      'v',
      'v = [1, 2]\nf = v[0] * v[1]\ndv = [v[1], v[0]]',
    ],
    ['gradients that are added to', 'f = x * x\ndx = x\ndx += x', 'x', 'u', 'f = u * u\ndu = u\ndu += u'],
    ['gradients of gradients', 'f = x * x\ndx = x\nddx = dx', 'x', 'u', 'f = u * u\ndu = u\nddu = du'],
    [
      'not what only begins with d',
      't = 1; dt = 0.1\nf = x + t * dt',
      't',
      'u',
      'u = 1; dt = 0.1\nf = x + u * dt',
    ],
    ['to a word of mathematics that changes nothing', 'x = 3; f = x * x', 'x', 'e', 'e = 3; f = e * e'],
  ])('%s', (_, source, from, to, expected) => {
    expect(renamed(source, from, to)).toBe(expected)
  })

  test('to the same name changes nothing, whatever the text', () => {
    expect(renamed('f = x * (', 'x', 'x')).toBe('f = x * (')
    expect(renamed('f = x * y', 'x', 'x')).toBe('f = x * y')
  })
})

describe('is refused', () => {
  test.each<[string, string, string, string, string, string]>([
    ['a text with a problem', 'f = x *\ng = 2', 'x', 'y', 'line 1', 'missing'],
    ['an empty text', '', 'x', 'y', 'problem', 'Type a program'],
    ['a name that is not there', 'f = x * y', 'z', 'u', '`z` is no name', 'Choose'],
    ['a name that is only in a remark', 'f = x * y # z', 'z', 'u', '`z` is no name', 'Choose'],
    ['a gate of the catalogue', 'f = exp(x)', 'exp', 'u', 'keeps its name', 'of your own'],
    ['a constant', 'f = pi * x', 'pi', 'u', '`pi` is a number', 'k = pi'],
    ['a port', 's(t) = t * t; f = s(x)', 't', 'u', 'inside its gate', 'defines the gate'],
    [
      'a gradient',
      'q = x * y\nf = q * q\ndfdq = q',
      'dfdq',
      'g',
      'gradient',
      'Rename `f` or `q`: `dfdq` follows',
    ],
    ['an empty name', 'f = x * y', 'x', '', 'empty', 'Write'],
    ['two names', 'f = x * y', 'x', 'a b', 'not one name', 'a–z'],
    ['blanks round a name', 'f = x * y', 'x', ' a', 'not one name', 'a–z'],
    ['a number', 'f = x * y', 'x', '2', 'not one name', 'a–z'],
    ['a name that begins with a digit', 'f = x * y', 'x', '2a', 'not one name', 'a–z'],
    ['a remark', 'f = x * y', 'x', 'a#', 'not one name', 'a–z'],
    ['a line', 'f = x * y', 'x', 'a\n', 'not one name', 'a–z'],
    ['a look-alike', 'f = x * y', 'x', 'х', 'only looks like `x`', '`x`'],
    ['a letter of another script', 'f = x * y', 'x', 'я', 'not a letter that names can have', 'Greek'],
    ['a long name', 'f = x * y', 'x', 'a'.repeat(65), '65 characters', 'shorter'],
    ['a very long name', 'f = x * y', 'x', 'a'.repeat(1e6), '1000000 characters', 'shorter'],
    ['a word of Python', 'f = x * y', 'x', 'for', 'word of Python', 'another'],
    ['def', 'f = x * y', 'x', 'def', 'word of Python', 'another'],
    ['import', 'f = x * y', 'x', 'import', 'word of Python', 'another'],
    ['a wire’s name', 'f = x * y', 'x', 'y', '`y` is already used', 'another'],
    ['a gate’s name in use', 'f = x * exp(y)', 'x', 'exp', '`exp` is already used', 'another'],
    ['an own gate’s name', 's(t) = t * t; f = s(x)', 'x', 's', '`s` is already used', 'another'],
    ['a module’s name in use', 'f = x * math.exp(y)', 'x', 'math', '`math` is already used', 'another'],
    [
      'a gradient’s name in use',
      'q = x * y\nf = q * dp\ndq = 1',
      'q',
      'p',
      '`dp` is already used in this text, and would be the gradient of `p`',
      'another',
    ],
    [
      'a gate’s name for an input without a line',
      'f = x * y',
      'x',
      'exp',
      '`exp` would change what',
      'needs its inputs',
    ],
    ['a constant’s name for it', 'f = x * y', 'x', 'pi', '`pi` would change what', 'another'],
    [
      'one that sets a line aside',
      'x = 2\nq = x * x\nf = x * 3',
      'q',
      'dx',
      '`dx` would change what',
      'another',
    ],
    [
      'one that makes two names of another',
      'x = 1; f = x * xy',
      'f',
      'y',
      '`y` would change what',
      'another',
    ],
  ])('%s', (_, source, from, to, message, hint) => {
    const found = rename(source, { from, to })
    if (found.ok) throw new Error(`renamed: ${found.value}`)
    expect(found.problems).toHaveLength(1)
    const [problem] = found.problems
    expect(problem?.message).toContain(message)
    expect(problem?.hint).toContain(hint)
    expect(problem?.span.to).toBeLessThanOrEqual(source.length)
  })
})

/** Every name that can be asked for in a text. */
const namesOf = (source: string): ReadonlySet<string> => {
  const names = new Set<string>()
  for (let at = 0; at <= source.length; at++) {
    const name = nameAt(source, at)
    if (name !== null) names.add(name)
  }
  return names
}

describe('every name can be changed, and changed back', () => {
  const thereAndBack = (source: string): void => {
    const names = namesOf(source)
    expect(names.size).toBeGreaterThan(0)
    for (const from of names) {
      const text = renamed(source, from, 'fresh_1')
      expect(text).not.toBe(source)
      expect(namesOf(text)).toEqual(new Set([...names].map((name) => (name === from ? 'fresh_1' : name))))
      expect(renamed(text, 'fresh_1', from)).toBe(source)
    }
  }

  test.each(gallery.map(({ id, source }) => [id, source] as const))('in %s', (_, source) => {
    thereAndBack(source)
  })

  test('in random programs', () => {
    fc.assert(
      fc.property(randomProgram, ({ source }) => {
        thereAndBack(source)
      }),
      { numRuns: 15 },
    )
  })
})

test('on any text and any name nothing throws, and what comes back is sound', () => {
  const words =
    'x y q f s t d dx dq dfdx e pi exp max 2 0.5 = = + * ( ) [ ] , ; \n # s(t)= def return math. .T import f= q= dq= x[0]'.split(
      / /,
    )
  const text = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((soup) => soup.join(' '))
  fc.assert(
    fc.property(text, fc.constantFrom(...words), fc.constantFrom(...words), (source, from, to) => {
      const found = rename(source, { from, to })
      if (found.ok && from !== to) expect(compile(found.value).ok).toBe(true)
      if (!found.ok) expect(found.problems[0]?.hint.length).toBeGreaterThan(9)
      expect(() => nameAt(source, from.length)).not.toThrow()
    }),
    { numRuns: 1000 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameStructure } from '../circuit/structure'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { randomProgram } from '../program/random-program'
import { scan } from './scan'
import { tidy } from './tidy'

describe('a tidy program', () => {
  test.each<[string, string, string]>([
    ['has one blank round =', 'x=1\ny   =  2', 'x = 1\ny = 2'],
    [
      'and round signs that assign',
      'dx+=y;dx-=1;dx*=2;dx/=2;dx**=2',
      'dx += y; dx -= 1; dx *= 2; dx /= 2; dx **= 2',
    ],
    ['has one blank round signs between two', 'f=x+y-z*u/v@w**2^3', 'f = x + y - z * u / v @ w ** 2 ^ 3'],
    ['typographic signs among them', 'f=x−y·z×u÷v', 'f = x − y · z × u ÷ v'],
    ['has none behind a sign before its operand', 'f = - x * ( -  2 ) - + y', 'f = -x * (-2) - +y'],
    ['nor behind a root', 'f = √ x + 2√ (y)', 'f = √x + 2√(y)'],
    ['nor before a raised exponent', 'f = x ² + (y) ³', 'f = x² + (y)³'],
    ['has none inside brackets', 'f = ( x + [ 1 ] )\nw = [ 1,2 ]', 'f = (x + [1])\nw = [1, 2]'],
    ['has one behind a comma', 'x , y=1,2\nmax( x ,y,)', 'x, y = 1, 2\nmax(x, y,)'],
    ['has none between a gate and its bracket', 'f = exp (x) + math.exp (y)', 'f = exp(x) + math.exp(y)'],
    ['nor before an index', 'f = w [ 0 ]', 'f = w[0]'],
    ['leaves products joined', 'f = 2x + 2(x+1) + (x)(y)', 'f = 2x + 2(x + 1) + (x)(y)'],
    ['or apart', 'f = 2  x + 2  (x+1) + (x)  (y)', 'f = 2 x + 2 (x + 1) + (x) (y)'],
    [
      'has a blank behind a bracket that is multiplied',
      'f = (x+y)z + (x+y)   2 + (x)√y',
      'f = (x + y) z + (x + y) 2 + (x) √y',
    ],
    ['has a blank behind ;', 'x=1;y=2 ;z=3', 'x = 1; y = 2; z = 3'],
    ['has no ; at the end of a line', 'x = 1;\ny = 2 ; ;\nz = 3;', 'x = 1\ny = 2\nz = 3'],
    ['is not indented', '  x = 1\n\ty = 2\n\u00a0z = 3', 'x = 1\ny = 2\nz = 3'],
    ['has nothing behind its lines', 'x = 1  \ny = 2\t\n# so  ', 'x = 1\ny = 2\n# so'],
    ['has at most one empty line', '\n\nx = 1\n\n \n\ny = 2\n;\n', 'x = 1\n\ny = 2'],
    ['ends lines as everybody does', 'x = 1\r\ny = 2\rz = 3\u2028u = 4', 'x = 1\ny = 2\nz = 3\nu = 4'],
    ['goes on inside brackets', 'f = max(x,\n\n\n y\n)', 'f = max(x,\n\n    y\n    )'],
    ['remarks there included', 'f = (x +\n# more\ny)', 'f = (x +\n    # more\n    y)'],
    ['goes on behind a \\', 'f = x\\\n+   y', 'f = x \\\n    + y'],
    ['has no blank before the : of def', 'def s ( t ) :return  -t', 'def s(t): return -t'],
    ['keeps a body under its def', 'def s(t):\n  return ( t )\nx = 1', 'def s(t):\n    return (t)\nx = 1'],
    [
      'of several lines',
      'def s(t):\n  # so\n  u = 2t\n\n  return u\n  x = 1',
      'def s(t):\n    # so\n    u = 2t\n\n    return u\nx = 1',
    ],
    [
      'has imports with single blanks',
      'from  math   import  exp\nimport numpy  as np',
      'from math import exp\nimport numpy as np',
    ],
    ['is nothing where there is nothing', ' \n\t;\n', ''],
    ['has numbers as typed', 'x=1_000.50;y=.5;z=1e−3', 'x = 1_000.50; y = .5; z = 1e−3'],
    ['has no mark of byte order', '\ufeffx = 1', 'x = 1'],
  ])('%s', (_, source, expected) => {
    expect(tidy(source)).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['stands two blanks behind its line', 'x = 1#one', 'x = 1  #one'],
    ['is aligned with those above and below', 'x=1 # one\nlong = 2#two', 'x = 1     # one\nlong = 2  #two'],
    ['but not across a line without', 'x=1 # one\ny=2\nlong = 2#two', 'x = 1  # one\ny = 2\nlong = 2  #two'],
    ['nor across an empty line', 'x=1 # one\n\nlong = 2#two', 'x = 1  # one\n\nlong = 2  #two'],
    [
      'nor across a line of its own',
      'x=1 # one\n # own\nlong = 2#two',
      'x = 1  # one\n# own\nlong = 2  #two',
    ],
    [
      'stays below the one it goes on with',
      'x=1 # one,\n    # two\n    # three',
      'x = 1  # one,\n       # two\n       # three',
    ],
    ['is aligned inside brackets', 'f=max(x, # one\ny) # two', 'f = max(x,  # one\n    y)      # two'],
    ['keeps the ; that its tag stands behind', 'f = x * y; #(3)', 'f = x * y;  #(3)'],
    ['is not changed inside', 'x = 1 #  a=b ,c  ', 'x = 1  #  a=b ,c'],
    ['stands behind what is left as typed', 'x = 😀   # so', 'x = 😀   # so'],
    ['is given no tag', `x = 2 y # (3)${' '.repeat(20)}`, `x = 2 y  # (3)${' '.repeat(20)}`],
  ])('a comment %s', (_, source, expected) => {
    expect(tidy(source)).toBe(expected)
  })

  test.each([
    ['round what cannot be read', 'x =   😀   +  1'],
    ['behind it', 'x = \\  \ny = 1'],
    ['round a point', 'f = W . T'],
    ['round a sign without meaning', 'f = x  %  -  y'],
    ['between two numbers', 'f = 2   3'],
    ['between a name and a number', 'f = x   2'],
    ['behind a sign at the start', '*   x'],
    ['where a bracket is left open', 'f = (x  ;\ny + 1'],
    ['between words and brackets', 'print   (x)'],
  ])('is left as typed %s', (_, source) => {
    expect(tidy(source)).toBe(source)
  })

  test('the lecture’s staged example has its tags in one column', () => {
    const staged = gallery.find((example) => example.id === 'staged')?.source ?? ''
    expect(tidy(staged)).toBe(
      [
        'x = 3',
        'y = -4',
        'sigy = 1.0 / (1 + math.exp(-y))  #(1)',
        'num = x + sigy                   #(2)',
        'sigx = 1.0 / (1 + math.exp(-x))  #(3)',
        'xpy = x + y                      #(4)',
        'xpysqr = xpy ** 2                #(5)',
        'den = sigx + xpysqr              #(6)',
        'invden = 1.0 / den               #(7)',
        'f = num * invden                 #(8)',
      ].join('\n'),
    )
  })
})

/** As the scanner reads it, without what ends a line. */
const read = (source: string): readonly string[] =>
  scan(source).tokens.flatMap(({ kind, text, span }) =>
    kind === 'newline' || text === ';' ? [] : [kind === 'bad' ? source.slice(span.from, span.to) : text],
  )
const inked = (source: string): string => source.replace(/\s/g, '')
const circuitOf = (source: string) => {
  const compiled = compile(source)
  if (!compiled.ok) return null
  const { circuit, values, gradients } = passOf(compiled.value)
  return { circuit, numbers: [...values, ...gradients] }
}

const lossless = (source: string): void => {
  const once = tidy(source)
  expect(tidy(once)).toBe(once)
  expect(read(once)).toEqual(read(source))
  expect(inked(once).replaceAll(';', '')).toBe(inked(source).replaceAll(';', ''))
  expect(once).not.toMatch(/^\n|(?<!\\)\n\n\n|(?<!\\)\n$/)
}
const faithful = (source: string): void => {
  lossless(source)
  const [before, after] = [circuitOf(source), circuitOf(tidy(source))]
  expect(after?.numbers).toEqual(before?.numbers)
  if (before && after) expect(sameStructure(before.circuit, after.circuit)).toBe(true)
}

const blank = fc.constantFrom('', '', '', ' ', '  ', '\t', '\u00a0', '   ')
const ending = fc.constantFrom('', ' ', '\n', ';\n', ' ;', '\n \n\n', '  # why\n', '#(3)\n', '\\\n')

/** The program with other blanks at random between its tokens, none of which change what it says. */
const loosened = (source: string, widths: readonly string[], ends: readonly string[]): string => {
  const { tokens, comments } = scan(source)
  let text = ''
  let end = 0
  tokens.forEach(({ kind, span }, i) => {
    const between = source.slice(end, span.from)
    const width = widths[i % widths.length] as string
    const isBreak = kind === 'newline' && !comments.some((comment) => comment.to === span.from)
    const more = isBreak ? (ends[i % ends.length] as string) : width
    text += between + (kind === 'newline' && !isBreak ? '' : more) + source.slice(span.from, span.to)
    end = span.to
  })
  return text + source.slice(end)
}

describe('tidying', () => {
  test.each(gallery.map(({ id, source }) => [id, source] as const))(
    '%s changes nothing but blanks',
    (_, source) => {
      faithful(source)
      fc.assert(
        fc.property(fc.array(blank, { minLength: 1 }), fc.array(ending, { minLength: 1 }), (widths, ends) => {
          faithful(loosened(source, widths, ends))
        }),
        { numRuns: 10 },
      )
    },
  )

  test('random programs changes nothing but blanks', () => {
    fc.assert(
      fc.property(
        randomProgram,
        fc.array(blank, { minLength: 1 }),
        fc.array(ending, { minLength: 1 }),
        ({ source }, widths, ends) => {
          expect(compile(source).ok).toBe(true)
          faithful(source)
          faithful(loosened(source, widths, ends))
        },
      ),
      { numRuns: 80 },
    )
  })

  const words =
    'x y z w f s t d dx e pi σ θ₁ exp max 2 -3 0.5 1e400 1e-3 . .. , : ; ; = == += := + - * / ** ^ ² √ ( ) [ ] ( ) # #(3) @ % ! ? \n \n \r \r\n \\ \\\n def return import from for if print math. np. .T .dot( s(t)= w=[ f= x= x,y= w[0] 😀 ２ х − ÷ > <'
      .split(/ /)
      .concat([' ', '  ', '\t', '\u00a0', '\ufeff', '\u2028', '\n    ', 'def s(t):\n', '  # c', '# d  '])
  test.each<[string, fc.Arbitrary<string>]>([
    ['random unicode', fc.string({ unit: 'binary', maxLength: 60 })],
    ['random printable text', fc.string({ unit: 'grapheme', maxLength: 60 })],
    ['random words', fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((soup) => soup.join(' '))],
    [
      'random words without blanks',
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((soup) => soup.join('')),
    ],
  ])('%s loses nothing but blanks', (_, texts) => {
    fc.assert(fc.property(texts, faithful), { numRuns: 1000 })
  })

  test('a long text takes no deep stack', () => {
    lossless('x = 1 # c\n'.repeat(5000))
    lossless('('.repeat(20_000))
  })
})

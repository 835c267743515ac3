import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFix } from '../lib/fix'
import { evaluate } from './derive'

describe('nothing throws', () => {
  const told = (source: string) => {
    const found = evaluate(source)
    if (found.ok) return
    expect(found.problems.length).toBeGreaterThan(0)
    for (const { message, hint, span, fix } of found.problems) {
      expect(message.length).toBeGreaterThan(9)
      expect(hint.length).toBeGreaterThan(9)
      expect(0 <= span.from && span.from <= span.to && span.to <= source.length, message).toBe(true)
      if (fix) expect(typeof applyFix(source, fix)).toBe('string')
    }
  }
  const words =
    'x y z w f s t d dx dfdx e pi σ π θ₁ exp max min relu sigmoid 2 -3 0.5 1e400 1e-3 . .. , : ; = == += := + - * / ** ^ ² √ ( ) [ ] ( ) [ ] # #(3) @ % ! ? \n \r\n \\ def return import from for if lambda print math. np. .T .dot( max( s(t)= w=[ f= x= x,y= w[0] 😀 ２ х − ÷'.split(
      / /,
    )
  test.each<[string, fc.Arbitrary<string>]>([
    ['random unicode', fc.string({ unit: 'binary', maxLength: 60 })],
    ['random printable text', fc.string({ unit: 'grapheme', maxLength: 60 })],
    [
      'random words of the language',
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((soup) => soup.join(' ')),
    ],
    [
      'random words without blanks',
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((soup) => soup.join('')),
    ],
  ])('on %s, and every problem has its message, its hint and a place in the text', (_, texts) => {
    fc.assert(fc.property(texts, told), { numRuns: 2000 })
  })

  test('on a sound program with characters taken out, put in or swapped', () => {
    const sound =
      'w = [2, -3]; x = 1.5 # in\ns(t) = 1 / (1 + exp(-t))\nq = max(x, w[0]) * s(x^2)\nf = (q + 2x) w[1]\ndq = 1'
    fc.assert(
      fc.property(fc.nat(sound.length), fc.nat(6), fc.constantFrom(...words, ''), (at, length, text) => {
        told(sound.slice(0, at) + text + sound.slice(at + length))
      }),
      { numRuns: 3000 },
    )
  })
})

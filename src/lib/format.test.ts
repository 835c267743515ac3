import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bracketed, closeNumber, factor, fullNumber, preciseNumber, printNumber } from './format'

/** Any double at all: what eight random bytes spell. */
const anyDouble = fc
  .tuple(fc.integer(), fc.integer())
  .map(([high, low]) => new Float64Array(new Int32Array([high, low]).buffer)[0] as number)
const ordinary = fc.double({ min: -20_000, max: 20_000, noNaN: true })
/** What a reader takes a printed number to be. */
const readBack = (text: string) => Number(text.replaceAll('−', '-').replace('∞', 'Infinity').replace('…', ''))

describe('a number on a card beside the picture', () => {
  test.each([
    ['four digits that count', 0.19661193324148185, 2, '0.1966'],
    ['never fewer decimals than the picture', 1234.567, 2, '1234.57'],
    ['nor with six of them', Math.PI, 6, '3.141593'],
    ['as it is where the picture shows all of it', 2, 2, '2.00'],
    ['below the first thousand', 123.456, 0, '123.5'],
    ['up to the largest that is written out', 9999.567, 2, '9999.57'],
    ['from there on in short form', 9999.999, 2, '1e4'],
    ['and far above', 123_456.7, 2, '1.235e5'],
    ['and far below', 0.000123456, 2, '1.235e−4'],
    ['a negative', -0.0357615, 2, '−0.03576'],
    ['no number', Number.NaN, 2, 'NaN'],
  ])('%s', (_, value, decimals, written) => {
    expect(closeNumber(value, decimals)).toBe(written)
  })
})

describe('a number in the picture', () => {
  test.each([
    [0, 2, '0.00'],
    [-0, 2, '0.00'],
    [-0, 0, '0'],
    [-12, 0, '−12'],
    [0.19661193324148185, 2, '0.20'],
    [-0.5898357997244456, 2, '−0.59'],
    [1.583186894545187, 2, '1.58'],
    [Number.NaN, 2, 'NaN'],
    [Number.POSITIVE_INFINITY, 2, '∞'],
    [Number.NEGATIVE_INFINITY, 0, '−∞'],
    [9999.99, 2, '9999.99'],
    [9999.994, 2, '9999.99'],
    [9999.995001, 2, '1e4'],
    [-9999.995001, 2, '−1e4'],
    [10_000, 2, '1e4'],
    [9999.4, 0, '9999'],
    [9999.5, 0, '1e4'],
    [12_345.678, 2, '1.2e4'],
    [1e-3, 2, '1e−3'],
    [-1e-3, 2, '−1e−3'],
    [0.0049, 2, '4.9e−3'],
    [0.005001, 2, '0.01'],
    [5e-324, 2, '5e−324'],
    [-1.8e-307, 2, '−2e−307'],
  ])('%d with %i decimals is printed %s', (value, decimals, printed) => {
    expect(printNumber(value, decimals)).toBe(printed)
  })

  test('it is never wider than 6 + decimals characters, or 7 where there are none', () => {
    fc.assert(
      fc.property(fc.oneof(anyDouble, ordinary), fc.nat(8), (value, decimals) => {
        expect(printNumber(value, decimals).length).toBeLessThanOrEqual(decimals === 0 ? 7 : 6 + decimals)
      }),
      { numRuns: 5000 },
    )
  })

  test('it reads back as itself, rounded: never as 0 if it is not 0, never with the wrong sign', () => {
    fc.assert(
      fc.property(fc.oneof(anyDouble, ordinary), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const read = readBack(printNumber(value, decimals))
        if (Number.isNaN(value)) return
        // The largest doubles round up to 2e308, which no double is.
        if (Math.abs(value) > 9e307) return
        expect(Math.sign(read)).toBe(Math.sign(value) + 0)
        const slack = Math.max(0.5001 * 10 ** -decimals, Math.abs(value) * 0.5)
        expect(Math.abs(read - value)).toBeLessThanOrEqual(slack)
      }),
      { numRuns: 5000 },
    )
  })

  test('between 10^-decimals and 10,000 it is off by at most half a unit of its last decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 9999, noNaN: true }), fc.nat(6), (value, decimals) => {
        const off = Math.abs(readBack(printNumber(-value, decimals)) + value)
        expect(off).toBeLessThanOrEqual(0.5001 * 10 ** -decimals)
      }),
    )
  })
})

describe('a factor in a sentence', () => {
  test.each([
    [0, '0'],
    [-4, '−4'],
    [0.5, '0.5'],
    [100_000, '100000'],
    [123_456, '123456'],
    [1 / 3, '0.333333…'],
    [-1 / 3, '−0.333333…'],
    [0.19661193324148185, '0.196611…'],
    [1e21, '1e21'],
    [1e-7, '1e−7'],
    [-1e-300 / 3, '−3.33333…e−301'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%d is written %s', (value, written) => {
    expect(preciseNumber(value)).toBe(written)
  })

  test.each([1_000_000, -12_000_000, 1_234_560_000, 2 ** 20 * 15_625])(
    '%d has at most six digits that matter, so no … claims there are more',
    (value) => {
      expect(preciseNumber(value)).not.toContain('…')
    },
  )

  test('without … it is exact, and with … it is not', () => {
    fc.assert(
      fc.property(fc.oneof(anyDouble, ordinary, fc.integer()), (value) => {
        if (Number.isNaN(value)) return
        const written = preciseNumber(value)
        expect(readBack(written) === value).toBe(!written.includes('…'))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    [-4, '(−4)'],
    [4, '4'],
    [Number.NEGATIVE_INFINITY, '(−∞)'],
    [-1 / 3, '(−0.333333…)'],
  ])('%d stands in a product as %s', (value, written) => {
    expect(factor(value)).toBe(written)
    expect(bracketed(preciseNumber(value))).toBe(written)
  })
})

test('a copied number has all its digits', () => {
  fc.assert(
    fc.property(anyDouble, (value) => {
      expect(Number(fullNumber(value)) + 0).toBe(value + 0)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gate } from './gate'
import { gateNamed, gates, grammar } from './index'
import { constants, formulaTree, prepare, run } from './run'
import { slopeAt } from './slopes-for-tests'

const none = new Map<string, Gate>()
const keyed = [...gates]
const slope = (gate: Gate, port: number, operands: readonly number[], constant = 0) =>
  slopeAt(gate, port, { operands, constant, out: gate.value(operands, constant) })

/** A central difference; null where a bend, a jump or an edge of the domain is near. */
const differenceOf = (
  gate: Gate,
  port: number,
  operands: readonly number[],
  constant: number,
): number | null => {
  const h = 1e-4
  const at = (step: number) =>
    gate.value(
      operands.map((x, i) => (i === port ? x + step : x)),
      constant,
    )
  const bend = Math.abs(at(h) - 2 * at(0) + at(-h))
  return bend < 0.01 * h ? (at(h) - at(-h)) / (2 * h) : null
}

describe.each(keyed)('%s', (_, gate) => {
  test('its local gradients are its slopes, by central differences', () => {
    let compared = 0
    const number = fc.integer({ min: -300, max: 300 }).map((n) => n / 100 + 0.003)
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 2 }), number, (pair, constant) => {
        const operands = pair.slice(0, gate.ports.length)
        gate.ports.forEach((_, port) => {
          const difference = differenceOf(gate, port, operands, constant)
          if (difference === null) return
          compared++
          const off = Math.abs(slope(gate, port, operands, constant) - difference)
          expect(off).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(difference)))
        })
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(60)
  })

  test('its formula, run as a program, is its value', () => {
    const tree = formulaTree(gate.formula)
    const number = fc.double({ min: -50, max: 50, noNaN: true })
    fc.assert(
      fc.property(number, number, number, (x, y, constant) => {
        const operands = [x, y].slice(0, gate.ports.length)
        const ready = prepare(tree, { names: [...gate.ports, 'c'], own: none })
        expect(run(ready, [...operands, constant]).at(-1)).toBe(gate.value(operands, constant))
      }),
    )
  })

  test('it has a story, a sign, a slope for each port and a reason for ∞ and NaN', () => {
    expect(gate.story).toMatch(/^\S.{15,}\.$/)
    expect(gate.sign('2')).toMatch(/^\S{1,8}$/)
    expect(gate.locals).toHaveLength(gate.ports.length)
    expect(gate.trouble([Number.NaN, 1], 2)).toMatch(/\.$/)
    expect(gate.kink([0.7, 0.3], 2)).toBeNull()
  })
})

describe('known values and slopes', () => {
  const e = Math.E
  test.each<[string, readonly number[], number, number, readonly number[]]>([
    ['add', [4, -3], 0, 1, [1, 1]],
    ['sub', [4, -3], 0, 7, [1, -1]],
    ['mul', [4, -3], 0, -12, [-3, 4]],
    ['div', [3, 2], 0, 1.5, [0.5, -0.75]],
    ['pow', [2, 3], 0, 8, [12, 8 * Math.LN2]],
    ['shift', [3], -2, 1, [1]],
    ['scale', [3], -2, -6, [-2]],
    ['quotient', [3], 4, 0.75, [0.25]],
    ['reciprocal', [2], 0, 0.5, [-0.25]],
    ['power', [3], 2, 9, [6]],
    ['exponential', [3], 2, 8, [8 * Math.LN2]],
    ['exp', [1], 0, e, [e]],
    ['log', [e], 0, 1, [1 / e]],
    ['sqrt', [9], 0, 3, [1 / 6]],
    ['sin', [0], 0, 0, [1]],
    ['cos', [Math.PI / 2], 0, 6.123233995736766e-17, [-1]],
    ['tan', [0], 0, 0, [1]],
    ['tanh', [0], 0, 0, [1]],
    ['sigmoid', [0], 0, 0.5, [0.25]],
    ['sigmoid', [2], 0, 0.8807970779778823, [0.10499358540350662]],
    ['sigmoid', [-800], 0, 0, [0]],
    ['sigmoid', [800], 0, 1, [0]],
    ['softplus', [0], 0, Math.LN2, [0.5]],
    ['softplus', [800], 0, 800, [1]],
    ['softplus', [-800], 0, 0, [0]],
    ['relu', [2], 0, 2, [1]],
    ['relu', [-2], 0, 0, [0]],
    ['abs', [-2], 0, 2, [-1]],
    ['max', [4, 2], 0, 4, [1, 0]],
    ['max', [2, 5], 0, 5, [0, 1]],
    ['min', [4, 2], 0, 2, [0, 1]],
  ])('%s at %j (constant %d) is %d, with slopes %j', (key, operands, constant, value, slopes) => {
    const gate = gateNamed(key)
    expect(gate.value(operands, constant)).toBeCloseTo(value, 12)
    slopes.forEach((expected, port) => {
      expect(slope(gate, port, operands, constant)).toBeCloseTo(expected, 10)
    })
  })
})

const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN]

describe('kinks and edges, as decided', () => {
  test.each<[string, string, readonly number[], number, number, readonly number[]]>([
    ['max at a tie shares ½ and ½', 'max', [2, 2], 0, 2, [0.5, 0.5]],
    ['min at a tie shares ½ and ½', 'min', [-1, -1], 0, -1, [0.5, 0.5]],
    ['max of 0 and −0 is a tie', 'max', [0, -0], 0, 0, [0.5, 0.5]],
    ['relu has slope 0 at 0', 'relu', [0], 0, 0, [0]],
    ['relu has slope 0 at −0', 'relu', [-0], 0, 0, [0]],
    ['abs has slope 0 at 0', 'abs', [0], 0, 0, [0]],
    ['x^0 is flat everywhere', 'power', [0], 0, 1, [0]],
    ['x^1 has slope 1 at 0', 'power', [0], 1, 0, [1]],
    ['x^2 has slope 0 at 0', 'power', [0], 2, 0, [0]],
    ['√ as a power is infinitely steep at 0', 'power', [0], 0.5, 0, [inf]],
    ['0^0 is 1 and flat', 'pow', [0, 0], 0, 1, [0, 0]],
    ['0^y for y > 0 stays 0', 'pow', [0, 2], 0, 0, [0, 0]],
    ['a negative base has a slope along x alone', 'pow', [-2, 2], 0, 4, [-4, nan]],
    ['0^x for x > 0 stays 0', 'exponential', [2], 0, 0, [0]],
    ['1/0 is ∞', 'reciprocal', [0], 0, inf, [-inf]],
    ['x/0 is ∞', 'div', [1, 0], 0, inf, [inf, -inf]],
    ['0/0 is NaN', 'div', [0, 0], 0, nan, [inf, nan]],
    ['log 0 is −∞', 'log', [0], 0, -inf, [inf]],
    ['log of a negative number is NaN, slope too', 'log', [-1], 0, nan, [nan]],
    ['√0 is 0, infinitely steep', 'sqrt', [0], 0, 0, [inf]],
    ['√ of a negative number is NaN, slope too', 'sqrt', [-1], 0, nan, [nan]],
    ['exp overflows to ∞', 'exp', [1000], 0, inf, [inf]],
    ['NaN flows through max', 'max', [nan, 1], 0, nan, [nan, nan]],
    ['NaN flows through min', 'min', [1, nan], 0, nan, [nan, nan]],
    ['NaN flows through relu', 'relu', [nan], 0, nan, [nan]],
    ['NaN flows through abs', 'abs', [nan], 0, nan, [nan]],
    ['∞ wins max', 'max', [inf, 1], 0, inf, [1, 0]],
    ['0·∞ is NaN', 'mul', [0, inf], 0, nan, [inf, 0]],
    ['∞ − ∞ is NaN', 'sub', [inf, inf], 0, nan, [1, -1]],
  ])('%s', (_, key, operands, constant, value, slopes) => {
    const gate = gateNamed(key)
    const found = [
      gate.value(operands, constant),
      ...gate.ports.map((_, port) => slope(gate, port, operands, constant)),
    ]
    expect(found.map((x) => x + 0)).toEqual([value, ...slopes])
  })

  test.each<[string, readonly number[], readonly string[]]>([
    ['max', [2, 2], ['tie', 'kink', '½ and ½', 'exactly one']],
    ['min', [2, 2], ['tie', 'kink', '½ and ½', 'exactly one']],
    ['relu', [0], ['corner', 'taken as 0', 'max(0, x)']],
    ['abs', [0], ['corner', 'taken as 0']],
  ])('%s at %j says that it stands on a kink', (key, operands, words) => {
    const said = gateNamed(key).kink(operands, 0)
    for (const word of words) expect(said).toContain(word)
  })

  test.each<[string, readonly number[], number, string]>([
    ['div', [1, 0], 0, 'Dividing by 0'],
    ['div', [0, 0], 0, '0 divided by 0'],
    ['quotient', [1], 0, 'Dividing by 0'],
    ['reciprocal', [0], 0, 'Dividing by 0'],
    ['log', [-1], 0, 'negative'],
    ['log', [0], 0, 'logarithm of 0'],
    ['sqrt', [-1], 0, 'negative'],
    ['mul', [0, inf], 0, '0 times ∞'],
    ['scale', [inf], 0, '0 times ∞'],
    ['add', [inf, -inf], 0, 'cancel'],
    ['sub', [inf, inf], 0, 'cancel'],
    ['pow', [-2, 0.5], 0, 'negative'],
    ['pow', [0, -1], 0, '0 to a negative power'],
    ['power', [-2], 0.5, 'negative'],
    ['exponential', [0.5], -2, 'negative'],
    ['exp', [1000], 0, 'larger than any number'],
    ['mul', [1e200, 1e200], 0, 'larger than any number'],
    ['sin', [Number.POSITIVE_INFINITY], 0, 'no definite'],
  ])('%s at %j (constant %d) blames %j', (key, operands, constant, words) => {
    expect(gateNamed(key).trouble(operands, constant)).toContain(words)
  })
})

test.each([
  ['add', '', '+'],
  ['sub', '', '−'],
  ['mul', '', '*'],
  ['div', '', '/'],
  ['pow', '', '^'],
  ['shift', '2', '+2'],
  ['shift', '-2', '−2'],
  ['scale', '2', '*2'],
  ['scale', '-1', '*−1'],
  ['quotient', '2', '/2'],
  ['reciprocal', '', '1/x'],
  ['power', '2', '^2'],
  ['exponential', '2', '2^x'],
  ['sigmoid', '', 'σ'],
])('%s with constant %j has the sign %s', (key, constant, sign) => {
  expect(gateNamed(key).sign(constant)).toBe(sign)
})

test.each([
  ['add', 'plus'],
  ['sub', 'minus'],
  ['mul', 'times'],
  ['div', 'division'],
  ['pow', 'power'],
  ['shift', 'shift'],
  ['scale', 'scaling'],
  ['quotient', 'scaling'],
  ['reciprocal', 'one-over'],
  ['power', 'power'],
  ['exponential', 'exponential'],
  ['sigmoid', 'sigmoid'],
  ['max', 'max'],
])('%s is called %s aloud', (key, spoken) => {
  expect(gateNamed(key).spoken).toBe(spoken)
})

test('every gate is called something that can be said, words alone', () => {
  for (const [, gate] of keyed) expect(gate.spoken).toMatch(/^[a-z]+(-[a-z]+)?$/)
})

test('the catalogue is the language’s list, nothing else', () => {
  const listed =
    'add sub mul div pow shift scale reciprocal power exponential exp log sqrt sin cos tan tanh sigmoid relu softplus abs max min'
  expect(new Set(keyed.map(([, gate]) => gate.name))).toEqual(new Set(listed.split(' ')))
  const calls = 'exp log sqrt sin cos tan tanh sigmoid σ relu softplus abs max min maximum minimum square'
  expect(new Set(grammar.calls.keys())).toEqual(new Set(calls.split(' ')))
  expect(new Set(grammar.infix.keys())).toEqual(new Set(['+', '-', '*', '/', '**']))
})

test('e, pi and π are what JavaScript says', () => {
  expect([...constants]).toEqual([
    ['e', Math.E],
    ['pi', Math.PI],
    ['π', Math.PI],
  ])
})

test('asking for a gate that is not there is a bug', () => {
  expect(() => gateNamed('nand')).toThrow('nand')
})

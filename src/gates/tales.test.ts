import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gate, Tale } from './gate'
import { gates } from './index'
import { formulaTree, prepare, run } from './run'
import { slopeAt } from './slopes-for-tests'

const none = new Map<string, Gate>()
const placesIn = (text: string) => [...text.matchAll(/\{\(?(\w+)\)?\}/g)].map(([, name = '']) => name)

/** Numbers for all places, each computed apart from the tale. */
const numbersAt = (
  gate: Gate,
  operands: readonly number[],
  { constant, g }: { constant: number; g: number },
) => {
  const out = gate.value(operands, constant)
  const [la = 0, lb = 0] = gate.ports.map((_, port) => slopeAt(gate, port, { operands, constant, out }))
  const [va = 0, vb = 0] = operands
  return new Map(Object.entries({ va, vb, c: constant, out, g, la, lb, ga: g * la, gb: g * lb }))
}

/** `left = {place}`, wherever a tale claims it; `left` in our own language, over the places. */
const claimsIn = (text: string) =>
  [...text.matchAll(/((?:\{\(?\w+\)?\}|[−\d ·/+^²().])+?) = \{(\w+)\}/g)].map(
    ([, left = '', right = '']) => ({
      left: left
        .replace(/^[ .]+/, '')
        .replaceAll(/\{\(?(\w+)\)?\}/g, '$1')
        .replaceAll('²', ' ** 2')
        .replaceAll('^', ' ** ')
        .replaceAll('{', '')
        .replaceAll('·', '*')
        .replaceAll('−', '-'),
      right,
    }),
  )

const number = fc.integer({ min: -3000, max: 3000 }).map((n) => n / 100 + 0.003)
/** Some gates have words of their own for these. */
const constant = fc.oneof(number, fc.constantFrom(2, -1))
const points = [
  [0.7, 0.3],
  [0.3, 0.7],
  [-2, 3],
  [0.001, 2000],
  [2000, 0.001],
  [9, 9],
  [0, 0],
  [-9, 1],
]
const talesOf = (gate: Gate): readonly Tale[] =>
  points.flatMap((point) =>
    [2, 3, -1].map((c) => gate.tale?.(point.slice(0, gate.ports.length), c) ?? { forward: '', backward: '' }),
  )

describe.each([...gates])('%s', (_, gate) => {
  test('it tells its result, and every input what it gets, with known places alone', () => {
    const known = ['a', 'va', 'la', 'ga', 'c', 'out', 'g', 'want']
    if (gate.ports.length > 1) known.push('b', 'vb', 'lb', 'gb')
    for (const { forward, backward } of talesOf(gate)) {
      expect(placesIn(forward)).toContain('out')
      expect(forward + backward).not.toMatch(/-|\{\{|\}\}/)
      for (const place of placesIn(forward + backward)) expect(known).toContain(place)
      expect(backward).toMatch(/ = \{g[ab]?\}( each)?\.$/)
      expect(forward).toMatch(/\.$/)
    }
  })

  test('its arithmetic is true', () => {
    let checked = 0
    fc.assert(
      fc.property(number, number, constant, number, (x, y, constant, g) => {
        const operands = [x, y].slice(0, gate.ports.length)
        const numbers = numbersAt(gate, operands, { constant, g })
        if (![...numbers.values()].every(Number.isFinite)) return
        const tale = gate.tale?.(operands, constant) ?? { forward: '', backward: '' }
        for (const { left, right } of [...claimsIn(tale.forward), ...claimsIn(tale.backward)]) {
          const ready = prepare(formulaTree(left), { names: [...numbers.keys()], own: none })
          const found = run(ready, [...numbers.values()]).at(-1) ?? Number.NaN
          const claimed = numbers.get(right) ?? Number.NaN
          expect(Math.abs(found - claimed)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(claimed)))
          checked++
        }
      }),
    )
    expect(checked).toBeGreaterThan(30)
  })
})

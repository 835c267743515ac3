import { describe, expect, test } from 'vitest'
import { batches } from './batches'
import { gates } from './index'
import { slopeAt } from './local'

const awkward = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  -0.5,
  3,
  1e-9,
  -1e-9,
  17.25,
  -20,
  710,
  -746,
  1e200,
  -1e200,
  1e308,
  5e-324,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
]

/** The last two digits of a double: a square is written as a product in one and as a power in the other. */
const close = 4 * Number.EPSILON

const same = (a: number, b: number): boolean =>
  Object.is(a, b) || (a !== 0 && Math.abs(a - b) <= close * Math.abs(b) + 5e-324)

describe.each([...batches].map(([gate, batch]) => ({ name: gate.name, gate, batch })))(
  '$name',
  ({ gate, batch }) => {
    test('its loop writes what its record says, value and local gradients, at every awkward point', () => {
      const constants = gate.ports.length === 1 ? awkward : [0]
      const seconds = gate.ports.length === 2 ? awkward : [0]
      for (const x of awkward)
        for (const y of seconds)
          for (const constant of constants) {
            const values = Float64Array.of(x, y, Number.NaN)
            const locals = new Float64Array(3).fill(Number.NaN)
            const one = (n: number) => Int32Array.of(n)
            batch(
              {
                values,
                locals,
                out: one(2),
                a: one(0),
                b: one(1),
                c: Float64Array.of(constant),
                edge: one(0),
              },
              0,
              1,
            )
            const operands = gate.ports.length === 2 ? [x, y] : [x]
            const out = gate.value(operands, constant)
            const where = `${gate.name}(${operands.join(', ')}) with ${constant}`
            expect(same(values[2] as number, out), `${where}: ${values[2]}, not ${out}`).toBe(true)
            for (let port = 0; port < operands.length; port++) {
              const slope = slopeAt(gate, port, { operands, constant, out })
              expect(
                same(locals[port] as number, slope),
                `${where}, port ${port}: ${locals[port]}, not ${slope}`,
              ).toBe(true)
            }
          }
    })
  },
)

test('loops are for gates of the catalogue', () => {
  const catalogue = new Set(gates.values())
  for (const gate of batches.keys()) expect(catalogue.has(gate)).toBe(true)
  expect(batches.size).toBeGreaterThan(8)
})

import { describe, expect, test } from 'vitest'
import { batches, foundLocals, stride } from './batches'
import { composite } from './composite'
import type { Gate } from './gate'
import { gates } from './index'
import { batchOf, localIn, operandAt, rowsOf } from './inside'
import { formulaTree } from './run'
import { slopeAt } from './slopes-for-tests'

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

/** A square is written as a product in the loop and as a power in the record, which some computers round otherwise. */
const squares = new Set(['div', 'reciprocal', 'power', 'tan', 'tanh'])
const close = 4 * Number.EPSILON

const same = (a: number, b: number, isClose: boolean): boolean =>
  Object.is(a, b) || (isClose && a !== 0 && Math.abs(a - b) <= close * Math.abs(b) + 5e-324)

/** Runs a gate's loop and its record at one point, and compares. */
const hold = (gate: Gate, operands: readonly number[], constant: number, isClose: boolean): void => {
  const ports = gate.ports.length
  // The operands, a constant; the output, the local gradients, one place that nobody may touch; 1 and −1.
  const numbers = Float64Array.from([...operands, constant, ...Array(ports + 2).fill(Number.NaN), 1, -1])
  const untouched = 2 * ports + 2
  const rows = new Int32Array(rowsOf(gate) * stride).fill(ports)
  operands.forEach((_, port) => {
    rows[operandAt(0, port)] = port
  })
  rows[0] = ports + 1
  rows[3] = ports + 2
  batchOf(gate)(numbers, rows, 0, rows.length)
  const out = gate.value(operands, constant)
  const stand = { operands, constant, out }
  const wanted = [out, ...operands.map((_, port) => slopeAt(gate, port, stand)), Number.NaN]
  const places = [
    ports + 1,
    ...operands.map((_, port) => localIn(gate, port, rows, untouched + 1)),
    untouched,
  ]
  wanted.forEach((number, i) => {
    const found = numbers[places[i] as number] as number
    const where = `${i === 0 ? 'value' : `port ${i - 1}`} of ${gate.name}(${operands.join(', ')}) with ${constant}`
    expect(same(found, number, isClose), `${where}: ${found}, not ${number}`).toBe(true)
  })
}

const points = (ports: number): readonly (readonly number[])[] =>
  ports === 0 ? [[]] : points(ports - 1).flatMap((point) => awkward.map((number) => [...point, number]))

describe.each([...gates])('%s', (key, gate) => {
  test('its loop makes what its record says, value and local gradients, at every awkward point', () => {
    const constants = gate.ports.length === 1 ? awkward : [0]
    for (const operands of points(gate.ports.length))
      for (const constant of constants) hold(gate, operands, constant, squares.has(key))
  })

  test('and so does one of its own that is made of it', () => {
    const ports = gate.formula.match(/\b[xyc]\b/g) ?? []
    const own = composite('own', { ports, body: formulaTree(gate.formula), own: new Map() })
    for (const operands of points(ports.length)) hold(own, operands, 0, squares.has(key))
  })
})

describe('a gate made of gates writes in its loop what its record says', () => {
  const own = new Map<string, Gate>()
  const made = (name: string, ports: readonly string[], body: string): Gate => {
    const gate = composite(name, { ports, body: formulaTree(body), own })
    own.set(name, gate)
    return gate
  }
  test.each([
    made('first', ['t', 'u'], 't'),
    made('seven', ['t'], '7'),
    made('thrice', ['t'], 't + t * t + t'),
    made('two', ['t', 'u'], 'first(t, u) - u * thrice(u) + e'),
    made('three', ['t', 'u', 'v'], 'max(t, u) * v + -t / relu(v)'),
    made('kinks', ['t', 'u'], 'min(t, u) * abs(t) + max(t, t)'),
    made('powers', ['t', 'u'], '2 ** t + t ** u + square(t) - sigmoid(3 - u)'),
    made('unused', ['t', 'u', 'v'], 'two(v, 2)'),
  ])('$name', (gate) => {
    for (const operands of points(gate.ports.length)) hold(gate, operands, 0, true)
  })

  test('of four ports, several in a row', () => {
    const gate = made('four', ['a', 'b', 'c', 'd'], 'a * b + c * d - a')
    const rows = Int32Array.of(5, 0, 1, 7, 0, 2, 3, 0, 6, 5, 0, 11, 0, 4, 4, 0)
    const numbers = Float64Array.of(2, 3, 5, 7, 0.5, ...Array(10).fill(Number.NaN))
    batchOf(gate)(numbers, rows, 0, rows.length)
    expect([...numbers.subarray(5)]).toEqual([39, 39.25, 2, 2, 7, 5, 1, 39, 0.5, 0.5])
  })
})

test('loops are for gates of the catalogue, and each has one', () => {
  expect([...batches.keys()]).toEqual([...gates.values()])
  for (const batch of batches.values()) expect(batch).toBeTypeOf('function')
})

test('a gate whose local gradients are found has one for each port: no place is kept for any other', () => {
  expect(foundLocals.size).toBeGreaterThan(3)
  for (const [gate, locals] of foundLocals) expect(locals).toHaveLength(gate?.ports.length ?? 0)
})

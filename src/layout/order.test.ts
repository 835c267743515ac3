import { describe, expect, test } from 'vitest'
import { numbersFrom } from '../lib/random'
import { compileAnew } from '../program/derive'
import { cellsOf, crossingsIn, takeUpAll } from './crossings'
import { heightsOf } from './heights'
import { ordered } from './order'
import { planOf } from './plan'
import { transpose } from './transpose'
import { weaveOf } from './weave'

const wovenFrom = (lines: readonly string[]) => {
  const compiled = compileAnew(lines.join('\n'))
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const weave = weaveOf(planOf(compiled.value.circuit, 2), true)
  const { order } = heightsOf(weave, null, null)
  return { weave, order, cells: cellsOf(weave, order.at) }
}

/** Rows of gates of one input, and how they are called at their ends. */
const rows = (count: number, length: number, of: (before: string) => string): readonly string[] =>
  Array.from({ length: count }, (_, row) =>
    ['= 0.5', ...Array.from({ length }, (_, i) => `= ${of(`c${row}_${i}`)}`)].map(
      (right, i) => `c${row}_${i} ${right}`,
    ),
  ).flat()

test.each([
  [20, 60, 200],
  [20, 100, 300],
  [60, 30, 400],
])('where %i rows are calm for %i gates, a tangle of %i behind them is combed', (count, length, gates) => {
  const next = numbersFrom(7)
  const names = Array.from({ length: count }, (_, row) => `c${row}_${length}`)
  const pick = () => names[Math.floor(next() * names.length)] as string
  const lines = [...rows(count, length, (before) => `tanh(${before})`)]
  for (let i = 0; i < gates; i++) {
    lines.push(`g${i} = ${pick()} + ${pick()}`)
    names.push(`g${i}`)
  }
  const { order, cells } = wovenFrom(lines)
  const slots = order.slots.slice()
  const before = crossingsIn(cells, slots)
  takeUpAll(cells, slots)
  const gained = transpose(cells, slots, 1, { passes: 6, worth: before * 5e-3 })
  expect(gained).toBeGreaterThan(before / 20)
  expect(crossingsIn(cells, slots)).toBe(before - gained)
})

describe('an order of ten thousand cells that is found', () => {
  test.each([1, 2, 4, 5, 8])(
    'has no more crossings than the one before, and as many as are told: %i',
    (seed) => {
      const next = numbersFrom(seed)
      const [count, length] = [40, 120]
      const lines = [...rows(count, length, (before) => `tanh(${before} * 1.1)`)]
      const pick = () => `c${Math.floor(next() * count)}_${Math.floor(next() * length)}`
      for (let i = 0; i < 2; i++) lines.push(`h${i} = ${pick()} * ${pick()}`)
      const ends = Array.from({ length: count }, (_, row) => `c${row}_${length}`)
      lines.push(`out = ${[...ends, 'h0', 'h1'].join(' + ')}`)
      const { weave, order, cells } = wovenFrom(lines)
      expect(order.slots.length).toBeGreaterThan(5000)
      const found = ordered(weave, order, true)
      expect(found.crossings).toBeLessThanOrEqual(crossingsIn(cells, order.slots))
      expect(found.crossings).toBe(crossingsIn(cells, found.order.slots))
    },
  )
})

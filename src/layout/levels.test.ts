import { describe, expect, test } from 'vitest'
import { kinds } from '../circuit/edges'
import { numbersFrom } from '../lib/random'
import { compileAnew } from '../program/derive'
import { randomText } from '../program/large-programs'
import { annealed } from './anneal'
import { at } from './at'
import { columnsBefore, standingBefore } from './before'
import { cellsOf, crossingsIn } from './crossings'
import { unordered } from './heights'
import {
  columnsFor,
  crossingsInGap,
  isFree,
  isGate,
  type Levels,
  levelsOf,
  put,
  siftedInto,
  step,
} from './levels'
import { orderInLevels } from './order'
import { layoutIn, placedIn } from './place'
import type { Placed } from './placed'
import { type Plan, planOf } from './plan'
import { waysBefore } from './ways'
import { weaveOf } from './weave'

const circuitOf = (source: string) => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  return compiled.value.circuit
}

/** With constants, gates that nobody uses, wires that enter a gate twice, and, in the last, more inputs than stand at the left. */
const texts = [
  'a; b; c\np = a * b\nq = tanh(c) + 2\nr = p * p + q\ns = max(0, r) * a\nd = exp(b)\nf = s + q * 3',
  randomText(25, 3),
  randomText(45, 8),
  `${Array.from({ length: 14 }, (_, i) => `x${i} = ${i}`).join('\n')}\n${Array.from({ length: 20 }, (_, i) => `g${i} = x${(i * 5) % 14} * ${i > 1 ? `g${(i * 7) % i}` : 'x3'} + x${(i * 3) % 14}`).join('\n')}`,
]
const plans = texts.map((text) => planOf(circuitOf(text), 2))

const fromTop = (plan: Plan): Int32Array => Int32Array.from(plan.kind, (_, wire) => wire)

const all = (levels: Levels): number =>
  Array.from(levels.lines, (_, gap) => crossingsInGap(levels, gap)).reduce((sum, each) => sum + each, 0)

/** The same columns and places, all written anew. */
const anew = ({ plan, of, order }: Levels): Levels =>
  levelsOf({ ...plan, columns: { ...plan.columns, of } }, order)

const linesIn = ({ from, to, lines, room }: Levels): readonly (readonly string[])[] =>
  Array.from(lines, (count, gap) =>
    Array.from({ length: count }, (_, i) => `${from[gap * room + i]}→${to[gap * room + i]}`),
  )

describe('levels', () => {
  test.each(plans.map((plan, i) => [i, plan] as const))(
    'of text %i: what sifting says of a place is what crosses once the wire is there',
    (seed, plan) => {
      const levels = levelsOf(plan, fromTop(plan))
      const next = numbersFrom(seed + 5)
      const wires = plan.kind.length
      const into = new Int32Array(wires + 1)
      for (let i = 0; i < 200; i++) {
        const wire = Math.floor(next() * wires)
        const at = Math.floor(next() * wires)
        const before = all(levels)
        const least = siftedInto(into, levels, wire)
        expect(least).toBe(Math.min(...into.subarray(0, wires)))
        const promised = (into[at] as number) - (into[levels.place[wire] as number] as number)
        put(levels, wire, at)
        expect(all(levels) - before).toBe(promised)
        expect([...levels.order].sort((a, b) => a - b)).toEqual([...fromTop(plan)])
        if (!isFree(levels, wire)) expect(promised).toBe(0)
      }
    },
  )

  test.each(plans.map((plan, i) => [i, plan] as const))(
    'of text %i: after steps all lines are as if written anew',
    (seed, plan) => {
      const levels = levelsOf(plan, fromTop(plan))
      const next = numbersFrom(seed + 9)
      let steps = 0
      for (let i = 0; i < 400; i++) {
        const gate = Math.floor(next() * plan.kind.length)
        if (!isGate(levels, gate)) continue
        const [earliest, latest] = columnsFor(levels, gate)
        const column = (levels.of[gate] as number) + (next() < 0.5 ? 1 : -1)
        if (column < earliest || column > latest) continue
        step(levels, gate, column)
        steps += 1
      }
      expect(steps).toBeGreaterThan(0)
      expect(linesIn(levels)).toEqual(linesIn(anew(levels)))
    },
  )
})

/** By column: its wires and the uses that pass it, from top to bottom. */
const fromTopTo = (placed: Placed): readonly (readonly string[])[] => {
  const { plan, places, circuit } = placed
  const { count, of } = places.columns
  const { at: wayAt, heights } = waysBefore(placed, circuit)
  return Array.from({ length: count }, (_, column) => {
    const rows = Array.from(of, (each, wire) => ({ name: `${wire}`, y: places.wires[wire] as number, each }))
    const lines = Array.from(plan.from, (from, edge) => {
      const passes = column > (of[from] as number) && column < (of[plan.by[edge] as number] as number)
      const y = passes ? (heights[(wayAt[edge] as number) + column - (of[from] as number) - 1] as number) : 0
      return { name: `line of ${from}`, y, each: passes ? column : -1 }
    })
    const there = [...rows, ...lines].filter(({ each }) => each === column)
    const names = there.sort((a, b) => a.y - b.y).map(({ name }) => name)
    return names.filter((name, i) => name !== names[i - 1])
  })
}

describe('gates that wait', () => {
  test.each(plans.map((plan, i) => [i, plan] as const))(
    'of text %i: as many lines cross in the order of cells as in that of levels, and fewer than before the search',
    (_, plan) => {
      const { columns, order } = annealed(plan, fromTop(plan))
      const moved = { ...plan, columns }
      const weave = weaveOf(moved, true)
      const { at: columnAt, slots } = orderInLevels(weave, order, unordered(weave))
      const crossings = crossingsIn(cellsOf(weave, columnAt), slots)
      expect(crossings).toBe(all(levelsOf(moved, order)))
      expect(crossings).toBeLessThan(all(levelsOf(plan, fromTop(plan))))
    },
  )

  test.each(plans.map((plan, i) => [i, plan] as const))(
    'of text %i stand right of all that they take and left of all that takes them',
    (_, plan) => {
      const { columns } = annealed(plan, fromTop(plan))
      plan.from.forEach((from, edge) => {
        expect(columns.of[from] as number).toBeLessThan(columns.of[plan.by[edge] as number] as number)
      })
      columns.of.forEach((column, wire) => {
        expect(column).toBeGreaterThanOrEqual(plan.columns.of[wire] as number)
        if (plan.kind[wire] === kinds.input && !columns.byGate[wire]) expect(column).toBe(0)
        if (!columns.byGate[wire]) return
        const uses = plan.by.filter((_, edge) => plan.from[edge] === wire)
        expect(column).toBe(Math.min(...uses.map((by) => columns.of[by] as number)) - 1)
      })
      const left = plan.columns.wires.subarray(0, plan.columns.at[1])
      const stays = left.filter((wire) => columns.of[wire] === 0)
      expect(columns.wires.subarray(0, columns.at[1])).toEqual(stays)
    },
  )

  /** `late` could stand beside `a`, and two lines would cross; just before its gate, one does. */
  const tangled = 'x; y; z; a = x + z; b = a + y; late = y + x; f = b + late'

  test('do so only where lines would cross', () => {
    const free = placedIn(circuitOf('x; y; a = tanh(x); b = tanh(a); f = b * y'), { digits: 2 })
    expect(free.places.columns).toBe(free.plan.columns)
    const { plan, places } = placedIn(circuitOf(tangled), { digits: 2 })
    const waits = plan.kind.findIndex((_, wire) => places.columns.of[wire] !== plan.columns.of[wire])
    expect(at(circuitOf(tangled).wires, waits).names).toEqual(['late'])
  })

  test('go on waiting when a line is added, and are not moved by what is dragged', () => {
    const first = placedIn(circuitOf(tangled), { digits: 2 })
    const longer = circuitOf(`${tangled}; g = tanh(f)`)
    const second = placedIn(longer, { digits: 2, after: first })
    for (const { key, id } of first.circuit.wires) {
      const now = longer.wires.find((wire) => wire.key === key)
      expect(now && second.places.columns.of[now.id]).toBe(first.places.columns.of[id])
    }
    const dragged = placedIn(circuitOf(tangled.replace('x;', 'x = 7;')), { digits: 2, after: first })
    expect(layoutIn(dragged)).toEqual(layoutIn(first))
  })

  test.each([3, 5, 8])('stand as they stood, and so do all lines, where nothing was changed (%i)', (seed) => {
    const circuit = circuitOf(randomText(45, seed))
    const first = placedIn(circuit, { digits: 2 })
    const second = placedIn(circuit, { digits: 2, after: first })
    expect(second.places.columns.of).toEqual(first.places.columns.of)
    expect(fromTopTo(second)).toEqual(fromTopTo(first))
  })

  test('stand no later than what uses them once that has come nearer', () => {
    const first = placedIn(circuitOf(tangled), { digits: 2 })
    const shorter = circuitOf(tangled.replace('f = b + late', 'f = a + late; g = f * b'))
    const late = shorter.wires.find(({ names }) => names[0] === 'late')
    const before = standingBefore(first, shorter)
    expect(before.late[late?.id ?? -1]).toBe(1)
    expect(columnsBefore(planOf(shorter, 2), before).of[late?.id ?? -1]).toBe(1)
  })
})

import { expect, test } from 'vitest'
import { numbersFrom } from '../lib/random'
import { compileAnew } from '../program/derive'
import { cellsOf } from './crossings'
import { heightsOf } from './heights'
import type { Layout, Point } from './layout'
import { place } from './place'
import { planOf } from './plan'
import { weaveOf } from './weave'

/** Two to five inputs and four to thirteen gates; operands rather from what stands last. */
const smallText = (seed: number): string => {
  const next = numbersFrom(seed * 7919 + 1)
  next()
  const inputs = 2 + Math.floor(next() * 4)
  const gates = 4 + Math.floor(next() * 10)
  const names = Array.from({ length: inputs }, (_, i) => `x${i}`)
  const lines = names.map((name, i) => `${name} = ${i + 1}`)
  const pick = (): string => names[names.length - 1 - Math.floor(next() * next() * names.length)] as string
  for (let i = 0; i < gates; i++) {
    const [a, b] = [pick(), pick()]
    lines.push(`g${i} = ${next() < 0.3 ? `tanh(${a})` : `${a} ${next() < 0.5 ? '+' : '*'} ${b}`}`)
    names.push(`g${i}`)
  }
  return lines.join('\n')
}

const circuitOf = (source: string) => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  return compiled.value.circuit
}

const side = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)

/** Pairs of pieces that cross inside both, each with each. */
const crossingsDrawn = ({ branches }: Layout): number => {
  const pieces = new Map<string, readonly [Point, Point]>()
  for (const { path } of branches)
    path.slice(1).forEach((b, i) => {
      const a = path[i] as Point
      pieces.set([a.x, a.y, b.x, b.y].join(' '), [a, b])
    })
  const all = [...pieces.values()]
  let count = 0
  all.forEach(([a, b], i) => {
    for (const [c, d] of all.slice(i + 1))
      if (side(a, b, c) * side(a, b, d) < -1e-9 && side(c, d, a) * side(c, d, b) < -1e-9) count += 1
  })
  return count
}

/**
 * Whether the columns, with the left one as it is, can be ordered so that nothing crosses, every use on a line of its
 * own: all orders are gone through, column after column, cell after cell. Null where they are too many.
 */
const canBeFree = (source: string): boolean | null => {
  const weave = weaveOf(planOf(circuitOf(source), 2), false)
  const { order } = heightsOf(weave, null, null)
  const { at, slots } = order
  const { left } = cellsOf(weave, at)
  const columns = Array.from({ length: at.length - 1 }, (_, column) => [
    ...slots.subarray(at[column], at[column + 1]),
  ])
  if (columns.some(({ length }, column) => column > 0 && length > 9)) return null
  const from = (cell: number): readonly number[] => [...left.links.subarray(left.at[cell], left.at[cell + 1])]
  const dead = new Set<string>()
  const goesOn = (column: number, before: readonly number[]): boolean => {
    const cells = columns[column]
    if (!cells) return true
    const known = `${column}: ${before.join(' ')}`
    if (dead.has(known)) return false
    const placeOf = new Map(before.map((cell, place) => [cell, place]))
    const placed = (cell: number): readonly number[] => from(cell).map((each) => placeOf.get(each) as number)
    const fill = (put: readonly number[], reached: number): boolean =>
      put.length === cells.length
        ? goesOn(column + 1, put)
        : cells.some((cell) => {
            if (put.includes(cell)) return false
            const places = placed(cell)
            return (
              places.every((place) => place >= reached) && fill([...put, cell], Math.max(reached, ...places))
            )
          })
    const found = fill([], 0)
    if (!found) dead.add(known)
    return found
  }
  return goesOn(1, columns[0] as number[])
}

test('nothing crosses where the columns can be ordered so that nothing does', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed)
  const free = seeds.filter((seed) => canBeFree(smallText(seed)))
  expect(free.length).toBeGreaterThan(100)
  const crossed = free.filter((seed) => crossingsDrawn(place(circuitOf(smallText(seed)), { digits: 2 })) > 0)
  expect(crossed).toEqual([])
})

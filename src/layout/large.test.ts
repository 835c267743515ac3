import { describe, expect, test } from 'vitest'
import { type Circuit, inputsOf, type WireId } from '../circuit/circuit'
import { budget } from '../lib/budget'
import { compileAnew } from '../program/derive'
import { chainText, randomText } from '../program/large-programs'
import { mlp } from '../program/mlp'
import { at } from './at'
import { boxesOf, meets, type Piece } from './boxes'
import type { Box, Layout, Point } from './layout'
import { layoutIn, place, placedIn } from './place'
import { planOf } from './plan'
import { spaceOf } from './space'
import { weaveOf } from './weave'

const circuitOf = (source: string): Circuit => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  return compiled.value.circuit
}

/** A recurrent net unrolled: two weights that every step uses. */
const unrolled = (steps: number): string =>
  [
    'w = 0.5; u = 0.3; h0 = 0.1',
    ...Array.from({ length: steps }, (_, i) => `x${i} = ${i % 7}; h${i + 1} = tanh(w * h${i} + u * x${i})`),
  ].join('\n')

const texts = [
  ['a perceptron', mlp()],
  ['a recurrent net unrolled', unrolled(60)],
  ['a chain', chainText(3000)],
  ...[60, 250, 1000].map((wires, seed) => [`${wires} random wires`, randomText(wires, seed + 3)] as const),
  ['3,000 random wires', randomText(3000, 11)],
] as const

const cell = 400
/** Everything near everything else, without comparing each with each. */
const cellsOf = ({ x, y, width, height }: Box): readonly string[] => {
  const found: string[] = []
  for (let i = Math.floor(x / cell); i <= Math.floor((x + width) / cell); i++)
    for (let k = Math.floor(y / cell); k <= Math.floor((y + height) / cell); k++) found.push(`${i} ${k}`)
  return found
}

const byCell = (pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> => {
  const found = new Map<string, Piece[]>()
  for (const piece of pieces)
    for (const key of cellsOf(piece.box)) {
      const there = found.get(key)
      if (there) there.push(piece)
      else found.set(key, [piece])
    }
  return found
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The cells that a line passes, column of cells by column. */
const cellsAlong = ([a, b]: readonly [Point, Point]): readonly string[] => {
  const found: string[] = []
  for (let i = Math.floor(a.x / cell); i <= Math.floor(b.x / cell); i++) {
    const [left, right] = [Math.max(a.x, i * cell), Math.min(b.x, (i + 1) * cell)]
    const y = (x: number) => (b.x === a.x ? a.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x))
    const [top, bottom] = [Math.min(y(left), y(right)), Math.max(y(left), y(right))]
    for (let k = Math.floor(top / cell); k <= Math.floor(bottom / cell); k++) found.push(`${i} ${k}`)
  }
  return found
}

const linesOf = (path: readonly Point[]): readonly (readonly [Point, Point])[] =>
  path.slice(1).map((to, i) => [at(path, i), to] as const)

describe.each(texts)('%s', (_, source) => {
  const circuit = circuitOf(source)
  const layout: Layout = place(circuit, { digits: 2 })
  const pieces = boxesOf(layout, circuit, { digits: 2 })
  const near = byCell(pieces)

  test('no two pieces overlap', () => {
    const touching = [...near.values()].flatMap((there) =>
      there.flatMap((a, i) => there.slice(i + 1).filter((b) => overlap(a.box, b.box))),
    )
    expect(touching).toEqual([])
  })

  test('no line passes through a piece that is not at its own end', () => {
    const crossed = layout.branches.flatMap(({ from, by, path }) =>
      linesOf(path).flatMap((line) =>
        cellsAlong(line).flatMap((key) =>
          (near.get(key) ?? []).filter(
            ({ kind, wire, box }) =>
              !(kind === 'fork' && wire === from) && !(kind === 'body' && wire === by) && meets(box, line, 0),
          ),
        ),
      ),
    )
    expect(crossed).toEqual([])
  })

  test('what feeds a gate stands left of it', () => {
    for (const wire of circuit.wires)
      for (const input of inputsOf(wire))
        expect(at(layout.stubs, input).end.x).toBeLessThan(at(layout.bodies, wire.id)?.centre.x ?? 0)
  })

  test('the same circuit is always placed the same', () => {
    expect(place(circuitOf(source), { digits: 2 })).toEqual(layout)
  })

  test('what the index finds in a box is all that is there', () => {
    const placed = placedIn(circuit, { digits: 2 })
    const space = spaceOf(placed)
    const { bounds } = layoutIn(placed)
    for (let i = 0; i < 12; i++) {
      const box = {
        x: bounds.x + ((i * 0.37) % 1) * bounds.width,
        y: bounds.y + ((i * 0.61) % 1) * bounds.height,
        width: 900,
        height: 500,
      }
      const wires = new Set<WireId>(space.wiresIn(box))
      const found = space.edgesIn(box).map((edge) => at(layout.branches, edge))
      /** A share with its own line, a junction's dot with any that leaves there. */
      const isFound = ({ kind, wire, box: { x, y } }: Piece): boolean =>
        wires.has(wire) ||
        found.some(({ from, junction, share }) => {
          const mark = kind === 'share' ? share : junction
          return from === wire && mark !== null && Math.abs(mark.x - x) < 15 && Math.abs(mark.y - y) < 15
        })
      expect(pieces.filter((piece) => overlap(piece.box, box) && !isFound(piece))).toEqual([])
      // A piece of a trunk is found with one of those that run through it.
      const named = ([a, b]: readonly [Point, Point]): string => `${a.x} ${a.y} ${b.x} ${b.y}`
      const lines = new Set(found.flatMap(({ path }) => linesOf(path).map(named)))
      const inside = layout.branches
        .flatMap(({ path }) => linesOf(path))
        .filter((line) => meets(box, line, 0))
      expect(inside.filter((line) => !lines.has(named(line)))).toEqual([])
    }
  })
})

test('a wire that forks more often than a call takes arguments is laid out', () => {
  const gates = Array.from({ length: 66_000 }, (_, i) => `a${i} = x * x`)
  const placed = placedIn(circuitOf(['x = 1', ...gates].join('\n')), { digits: 2 })
  expect(placed.places.wires.every(Number.isFinite)).toBe(true)
})

test('lanes stay within their budget, in trunks too', () => {
  const weights = Array.from({ length: 300 }, (_, i) => `w${i} = 0.9`)
  const steps = Array.from({ length: 30_000 }, (_, i) => `n${i + 1} = n${i} * w${i % 300}`)
  const plan = planOf(circuitOf(['n0 = 1', ...weights, ...steps].join('\n')), 2)
  for (const shared of [false, true]) expect(weaveOf(plan, shared).lanes).toBeLessThanOrEqual(budget.lanes)
})

describe('an edit', () => {
  const rowsOf = (circuit: Circuit, layout: Layout): ReadonlyMap<string, { x: number; y: number }> =>
    new Map(circuit.wires.map(({ key, id }) => [key, at(layout.stubs, id).start]))

  test.each([
    ['at the end of a perceptron', mlp(), `${mlp()}\nloss = (score - 1)^2`],
    ['at the end of 300 random wires', randomText(300), `${randomText(300)}\nend = tanh(out)`],
    ['inside a net that is unrolled', unrolled(40), unrolled(40).replace('tanh(w * h39', 'relu(w * h39')],
  ])('%s leaves what it does not touch in its order', (_, before, after) => {
    const [old, now] = [circuitOf(before), circuitOf(after)]
    const first = placedIn(old, { digits: 2 })
    const second = placedIn(now, { digits: 2, after: first })
    const [stood, stands] = [rowsOf(old, layoutIn(first)), rowsOf(now, layoutIn(second))]
    const columns = new Map<number, { key: string; y: number }[]>()
    for (const [key, { x, y }] of stood) {
      if (!stands.has(key)) continue
      const column = columns.get(x) ?? []
      column.push({ key, y })
      columns.set(x, column)
    }
    for (const column of columns.values()) {
      const keys = column.sort((a, b) => a.y - b.y).map(({ key }) => key)
      const heights = keys.map((key) => stands.get(key)?.y ?? Number.NaN)
      expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    }
  })
})

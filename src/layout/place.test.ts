import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Circuit, inputsOf } from '../circuit/circuit'
import { at } from './at'
import { boxesOf, meets } from './boxes'
import type { Box, Layout, Point } from './layout'
import { place } from './place'
import { planOf } from './plan'
import { circuitOf, type Sketched } from './sketch'

const someName = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constantFrom('q', 'w0', 'sigx', 'xpysqr') },
  { weight: 1, arbitrary: fc.constantFrom('a_very_long_name_indeed', 'WWWWWWWWWWWWWW', 'fourteen_chars') },
)
const someSign = fc.constantFrom('+', '*', 'max', 'tanh', '1/x', '*-1.25', 'leakyrelu(0.1)')
const someTag = fc.option(fc.constantFrom('3', '12', 'a long tag'), { freq: 4 })

/** Operands are mostly of the last few wires, so that circuits are deep as well as wide. */
const someGate = fc.record({
  sign: someSign,
  name: someName,
  tag: someTag,
  operands: fc.array(
    fc.oneof(
      fc.record({ back: fc.nat(5), far: fc.constant(0) }),
      fc.record({ back: fc.constant(0), far: fc.double({ min: 0, max: 1, noNaN: true }) }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
})

const someCircuitOf = (most: number) =>
  fc
    .record({
      sources: fc.array(fc.record({ isConstant: fc.boolean(), name: someName }), {
        minLength: 1,
        maxLength: 20,
        size: 'max',
      }),
      gates: fc.array(someGate, { minLength: 2, maxLength: most, size: 'max' }),
    })
    .map(({ sources, gates }): Circuit => {
      const wires: Sketched[] = sources.map(({ isConstant, name }, index) => ({
        maker: isConstant && index % 3 === 2 ? 'constant' : 'input',
        name,
        tag: null,
      }))
      for (const { sign, name, tag, operands } of gates) {
        const last = wires.length - 1
        const inputs = operands.map(({ back, far }) =>
          far === 0 ? Math.max(0, last - back) : Math.round(far * last),
        )
        wires.push({ maker: { sign, inputs }, name, tag })
      }
      return circuitOf(wires)
    })

const someCircuit = someCircuitOf(60)

const someDigits = fc.constantFrom(0, 2, 6)
const runs = { numRuns: 80 }

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const linesOf = (path: readonly Point[]): readonly (readonly [Point, Point])[] =>
  path.slice(1).map((to, index) => [at(path, index), to])

const tipOf = ({ path }: Layout['branches'][number]): Point => at(path, path.length - 1)

describe('in every circuit', () => {
  test('no two pieces overlap', () =>
    fc.assert(
      fc.property(someCircuit, someDigits, (circuit, digits) => {
        const pieces = boxesOf(place(circuit, { digits }), circuit, { digits })
        const touching = pieces.flatMap((a, index) =>
          pieces.slice(index + 1).flatMap((b) => (overlap(a.box, b.box) ? [[a, b]] : [])),
        )
        expect(touching).toEqual([])
      }),
      runs,
    ))

  test('no line passes through a piece that is not at its own end', () =>
    fc.assert(
      fc.property(someCircuit, someDigits, (circuit, digits) => {
        const layout = place(circuit, { digits })
        const pieces = boxesOf(layout, circuit, { digits })
        const branches = layout.branches.map(({ from, by, path }) => ({ path, from, by }))
        const stubs = circuit.wires.map(({ id }) => {
          const { lead, start, end } = at(layout.stubs, id)
          return { path: [lead ?? start, end], from: id, by: id }
        })
        const crossed = [...branches, ...stubs].flatMap(({ path, from, by }) =>
          pieces.filter(
            ({ kind, wire, box }) =>
              !(kind === 'fork' && wire === from) &&
              !(kind === 'body' && wire === by) &&
              linesOf(path).some((line) => meets(box, line, 0)),
          ),
        )
        expect(crossed).toEqual([])
      }),
      runs,
    ))

  test('what feeds a gate stands left of it, and every branch runs rightwards to its leftmost point', () =>
    fc.assert(
      fc.property(someCircuit, someDigits, (circuit, digits) => {
        const { stubs, bodies, branches } = place(circuit, { digits })
        for (const branch of branches) {
          const body = bodies[branch.by]
          if (!body) throw new Error(`wire ${branch.by} has no gate`)
          const leftmost = { x: body.centre.x - body.halfWidth, y: body.centre.y }
          expect(tipOf(branch)).toEqual(leftmost)
          expect(branch.path[0]).toEqual(at(stubs, branch.from).end)
          expect(at(stubs, branch.from).end.x).toBeLessThan(leftmost.x)
          for (const [a, b] of linesOf(branch.path)) expect(a.x).toBeLessThan(b.x)
        }
      }),
      runs,
    ))

  test('each use has its branch, and a share of its own where the wire forks', () =>
    fc.assert(
      fc.property(someCircuit, (circuit) => {
        const { branches } = place(circuit, { digits: 2 })
        const uses = circuit.wires.flatMap(({ id, uses }) => uses.map((use) => ({ from: id, ...use })))
        expect(branches.map(({ from, by, port }) => ({ from, by, port }))).toEqual(uses)
        for (const { from, share } of branches) {
          expect(share !== null).toBe(at(circuit.wires, from).uses.length > 1)
        }
        const shares = branches.flatMap(({ share }) => (share === null ? [] : [`${share.x} ${share.y}`]))
        expect(new Set(shares).size).toBe(shares.length)
      }),
      runs,
    ))

  test('a gate stands one column after its latest operand, among many inputs no later than just before it is used', () =>
    fc.assert(
      fc.property(someCircuit, (circuit) => {
        const { of } = planOf(circuit, 2).columns
        const columnOf = (id: number): number => of[id] as number
        for (const wire of circuit.wires) {
          const operands = inputsOf(wire)
          if (operands.length === 0) continue
          const least = 1 + Math.max(...operands.map(columnOf))
          const isCrowded = circuit.inputs.length > 12
          const most = isCrowded ? Math.min(...wire.uses.map(({ by }) => columnOf(by) - 1)) : least
          expect(columnOf(wire.id)).toBeGreaterThanOrEqual(least)
          expect(columnOf(wire.id)).toBeLessThanOrEqual(Math.max(least, most))
        }
      }),
      runs,
    ))

  test('the bounds hold everything, and the same circuit is always placed the same', () =>
    fc.assert(
      fc.property(someCircuit, someDigits, (circuit, digits) => {
        const layout = place(circuit, { digits })
        const { x, y, width, height } = layout.bounds
        for (const { box } of boxesOf(layout, circuit, { digits })) {
          expect(box.x >= x && box.y >= y).toBe(true)
          expect(box.x + box.width <= x + width && box.y + box.height <= y + height).toBe(true)
        }
        expect(place(circuit, { digits })).toEqual(layout)
      }),
      runs,
    ))
})

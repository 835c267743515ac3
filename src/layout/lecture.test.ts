import { describe, expect, test } from 'vitest'
import { type Circuit, signOf } from '../circuit/circuit'
import { at } from './at'
import type { Layout } from './layout'
import { stubLength } from './measure'
import { place } from './place'
import { sketch, wireCalled } from './sketch'

/** What a person compares between two drawings: columns from left to right, each from top to bottom. */
const columnsOf = (circuit: Circuit, { stubs, bodies }: Layout): readonly (readonly string[])[] => {
  const starts = [...new Set(stubs.map(({ start }) => start.x))].sort((a, b) => a - b)
  return starts.map((x) =>
    circuit.wires
      .filter(({ id }) => at(stubs, id).start.x === x)
      .sort((a, b) => at(stubs, a.id).start.y - at(stubs, b.id).start.y)
      .map((wire) => {
        const sign = bodies[wire.id] ? signOf(wire) : at(wire.names, 0)
        return `${sign} ${at(stubs, wire.id).start.y}`
      }),
  )
}

/** Heights as in the lecture's drawings, which round 117.5 and 222.5 down. */
const drawings = [
  {
    name: 'circuit 1: (x + y) z',
    source: 'x; y; z; q = + x y; f = * q z',
    columns: [['x 30', 'y 100', 'z 170'], ['+ 65'], ['* 117.5']],
    late: ['z'],
  },
  {
    name: 'circuit 2: a neuron with sigmoid',
    source: `w0; x0; w1; x1; w2
      _a = * w0 x0; _b = * w1 x1; _c = + _a _b; _d = + _c w2
      _e = *-1 _d; _f = exp _e; _g = +1 _f; f = 1/x _g`,
    columns: [
      ['w0 30', 'x0 100', 'w1 170', 'x1 240', 'w2 310'],
      ['* 65', '* 205'],
      ['+ 135'],
      ['+ 222.5'],
      ['*-1 222.5'],
      ['exp 222.5'],
      ['+1 222.5'],
      ['1/x 222.5'],
    ],
    late: ['w2'],
  },
  {
    name: 'circuit 3: add, multiply and max',
    source: 'x; y; z; w; _a = * x y; _b = max z w; _c = + _a _b; f = *2 _c',
    columns: [['x 30', 'y 100', 'z 170', 'w 240'], ['* 65', 'max 205'], ['+ 135'], ['*2 135']],
    late: [],
  },
]

describe.each(drawings)('$name', ({ source, columns, late }) => {
  const circuit = sketch(source)

  test.each([0, 2, 6])('stands as the lecture drew it, with %d digits', (digits) => {
    expect(columnsOf(circuit, place(circuit, { digits }))).toEqual(columns)
  })

  test('draws every wire to its gate as one straight line', () => {
    for (const { path } of place(circuit, { digits: 2 }).branches) expect(path).toHaveLength(2)
  })

  test('has all gates the size of the lecture’s, and their numbers 40 right of the centre', () => {
    const { stubs, bodies } = place(circuit, { digits: 2 })
    bodies.forEach((body, wire) => {
      if (body === null) return
      const { lead, start } = at(stubs, wire)
      expect(body.halfWidth).toBe(20)
      expect(lead?.x).toBe(body.centre.x + 20)
      expect(start.x).toBe(body.centre.x + 40)
    })
  })

  test.each(late)('%s keeps its place at the left and crosses columns in one diagonal', (name) => {
    const { stubs, branches } = place(circuit, { digits: 2 })
    const { id } = wireCalled(circuit, name)
    const [branch] = branches.filter(({ from }) => from === id)
    expect(at(stubs, id).start.x).toBe(at(stubs, 0).start.x)
    expect(branch?.path[0]).toEqual(at(stubs, id).end)
    expect(branch?.path).toHaveLength(2)
  })
})

describe('the staged example', () => {
  const circuit = sketch(`x; y
    _ny = *-1 y; _ey = exp _ny; _py = +1 _ey; sigy = 1/x _py (1)
    num = + x sigy (2)
    _nx = *-1 x; _ex = exp _nx; _px = +1 _ex; sigx = 1/x _px (3)
    xpy = + x y (4)
    xpysqr = ^2 xpy (5)
    den = + sigx xpysqr (6)
    invden = 1/x den (7)
    f = * num invden (8)`)
  const { stubs, branches } = place(circuit, { digits: 2 })
  const heightOf = (name: string): number => at(stubs, wireCalled(circuit, name).id).start.y
  const branchesOf = (name: string) => branches.filter(({ from }) => from === wireCalled(circuit, name).id)

  test.each([
    ['y', ['_ny', '_ey', '_py', 'sigy']],
    ['x', ['_nx', '_ex', '_px', 'sigx']],
  ])('the sigmoid of %s is level', (_, names) => {
    expect(new Set(names.map(heightOf)).size).toBe(1)
  })

  test.each([
    ['y', 2],
    ['x', 3],
  ])('%s forks into %d branches, each with a share', (name, count) => {
    expect(branchesOf(name).filter(({ share }) => share !== null)).toHaveLength(count)
  })

  test('the branches of a fork leave it in the order of where they go', () => {
    const inOrder = [...branchesOf('x')].sort((a, b) => at(a.path, 1).y - at(b.path, 1).y)
    expect(inOrder.map(({ by }) => at(circuit.wires, by).text)).toEqual(['xpy', 'num', '_nx'])
  })

  test('only the way from x to num bends, and only once', () => {
    // A fork's own three points, then the gate.
    const bends = branches.map(({ path, share }) => path.length - (share === null ? 2 : 4))
    expect(bends.filter((count) => count > 0)).toEqual([1])
  })

  test('num is drawn above den, and f between them', () => {
    expect(heightOf('num')).toBeLessThan(heightOf('f'))
    expect(heightOf('f')).toBeLessThan(heightOf('den'))
  })
})

describe('stubs', () => {
  test.each([
    [0, 62],
    [2, 67],
    [6, 99],
  ])('with %d digits are %d long', (digits, length) => {
    expect(stubLength(digits)).toBe(length)
  })
})

import { describe, expect, test } from 'vitest'
import { at } from './at'
import { beginLine } from './line'
import { place } from './place'
import { planOf } from './plan'
import { benchFor, separate } from './separate'
import { sketch, wireCalled } from './sketch'
import { pullTight } from './tight'

const labelsOf = (source: string): readonly (readonly string[])[] => {
  const circuit = sketch(source)
  const { at: from, wires, count } = planOf(circuit, 2).columns
  return Array.from({ length: count }, (_, column) =>
    Array.from(wires.subarray(from[column], from[column + 1]), (wire) => at(circuit.wires, wire).text),
  )
}

const many = Array.from({ length: 13 }, (_, index) => `x${index}`)
const chain = many.slice(2).map((name, index) => `s${index + 1} = + s${index} ${name}`)
const longSum = [...many, 's0 = + x0 x1', ...chain]

describe('the left column', () => {
  test.each([
    ['is in order of first use, not of writing', 'b; a; f = + a b', ['a', 'b']],
    ['has operands in order of ports', 'x; w; _m = * w x; b; f = + _m b', ['w', 'x', 'b']],
    ['ends with what does not reach the output', 'a; u; b; d = exp a; f = + u b', ['u', 'b', 'a']],
    ['and with what has no use at all', 'u; a; v; f = exp a', ['a', 'u', 'v']],
    ['counts only uses that reach the output', 'a; b; d = exp b; f = + a b', ['a', 'b']],
    ['holds a constant of a first gate', 'x; #0; f = max #0 x', ['#0', 'x']],
    ['holds the only wire of a circuit without gates', 'x', ['x']],
  ])('%s', (_, source, expected) => {
    const [left] = labelsOf(source)
    expect(left).toEqual(expected)
  })

  test('keeps twelve inputs, however late they are used', () => {
    const [left] = labelsOf(longSum.filter((line) => !line.includes('x12')).join(';'))
    expect(left).toEqual(many.slice(0, 12))
  })

  test('lets a late input out of thirteen stand just before its gate', () => {
    const columns = labelsOf(longSum.join(';'))
    expect(columns[0]).toEqual(['x0', 'x1'])
    expect(columns[5]).toEqual(['x6', 's4'])
  })

  test('lets the products of a long sum stand each by its plus, with what they bring along', () => {
    const products = many.map((name, i) => `p${i} = * w ${name}`)
    const sums = many.slice(1).map((_, i) => `s${i + 1} = + ${i === 0 ? 'p0' : `s${i}`} p${i + 1}`)
    const columns = labelsOf(['w', ...many, ...products, ...sums].join(';'))
    expect(columns[0]).toEqual(['w', 'x0', 'x1'])
    expect(columns[5]).toEqual(['x6', 'p5', 's4'])
  })

  test('keeps a late input out of thirteen that is used twice', () => {
    expect(labelsOf([...longSum, 'f = + s11 x12'].join(';'))[0]).toEqual(['x0', 'x1', 'x12'])
  })
})

describe('a constant', () => {
  const circuit = sketch('x; y; a = + x y; b = exp a; #0; h = max #0 b')
  const { stubs, bodies, branches } = place(circuit, { digits: 2 })
  const wire = wireCalled(circuit, '#0').id

  test('stands in the column just before its gate, above the operand that follows it', () => {
    const partner = wireCalled(circuit, 'b').id
    expect(at(stubs, wire).start.x).toBe(at(stubs, partner).start.x)
    expect(at(stubs, wire).start.y).toBeLessThan(at(stubs, partner).start.y)
  })
  test('has no name, no gate and no lead', () => {
    expect(at(stubs, wire)).toMatchObject({ label: '', lead: null, fork: null })
    expect(bodies[wire]).toBeNull()
  })
  test('does not move the gate beside it', () => {
    expect(at(stubs, wireCalled(circuit, 'b').id).start.y).toBe(65)
    expect(branches.every(({ path }) => path.length === 2)).toBe(true)
  })
})

describe('a fork', () => {
  test('x*x is two branches with two shares, at equal distance from x', () => {
    const { stubs, branches } = place(sketch('x; f = * x x'), { digits: 2 })
    const { fork, end } = at(stubs, 0)
    expect(fork).toEqual(end)
    expect(branches.map(({ port }) => port)).toEqual([0, 1])
    expect(branches.map(({ path }) => at(path, 1).y - end.y)).toEqual([-11.5, 11.5])
    expect(new Set(branches.map(({ share }) => share?.y)).size).toBe(2)
    expect(at(stubs, 1).start.y).toBe(end.y)
  })

  test('a residual connection leaves below the chain that it passes', () => {
    const circuit = sketch('x; a = tanh x; b = *2 a; f = + b x')
    const { stubs, branches } = place(circuit, { digits: 2 })
    const [chained, passing] = branches.filter(({ from }) => from === 0)
    const chainHeight = at(stubs, 1).start.y
    expect(at(chained?.path ?? [], 1).y).toBeLessThan(at(passing?.path ?? [], 1).y)
    expect(Math.max(...(passing?.path ?? []).map(({ y }) => y))).toBeGreaterThan(chainHeight)
    expect(at(stubs, 2).start.y).toBe(chainHeight)
  })

  test('gates that want one height stand in the order of where they lead', () => {
    const circuit = sketch('x; a; b; _2 = ^2 x; _3 = ^3 x; _p = * a _3; _q = * b _2; f = + _p _q')
    const { stubs } = place(circuit, { digits: 2 })
    const heightOf = (name: string) => at(stubs, wireCalled(circuit, name).id).start.y
    expect(heightOf('_3')).toBeLessThan(heightOf('_2'))
  })
})

describe('names and signs', () => {
  test.each([
    ['short', 'short'],
    ['fourteen_chars', 'fourteen_chars'],
    ['fifteen__chars_', 'fifteen__char…'],
    ['𝛼𝛽𝛾𝛿𝜀𝜁𝜂𝜃𝜄𝜅𝜆𝜇𝜈𝜉𝜊', '𝛼𝛽𝛾𝛿𝜀𝜁𝜂𝜃𝜄𝜅𝜆𝜇𝜈…'],
  ])('%s is written %s', (name, label) => {
    expect(at(place(sketch(`${name}; f = exp ${name}`), { digits: 2 }).stubs, 0).label).toBe(label)
  })

  test.each([
    ['+', 20],
    ['exp', 20],
    ['max', 20],
    ['leakyrelu(0.1)', 57],
  ])('the gate %s is %d wide to either side', (sign, halfWidth) => {
    expect(at(place(sketch(`x; f = ${sign} x`), { digits: 2 }).bodies, 1)?.halfWidth).toBe(halfWidth)
  })
})

describe('rows that would overlap', () => {
  const row = (desired: number, weight = 1) => ({ desired, weight, up: 10, down: 10 })
  test.each([
    ['stay where they want to be if they can', [row(0), row(20), row(50)], [0, 20, 50]],
    ['part by as little as they must, as a group', [row(0), row(0), row(0)], [-20, 0, 20]],
    ['push what they run into', [row(0), row(0), row(20)], [-40 / 3, 20 / 3, 80 / 3]],
    ['move the lighter one', [row(0), row(0, 0)], [0, 20]],
  ])('%s', (_, rows, heights) => {
    const column = {
      desired: Float64Array.from(rows, ({ desired }) => desired),
      weight: Float64Array.from(rows, ({ weight }) => weight),
      up: Float64Array.from(rows, ({ up }) => up),
      down: Float64Array.from(rows, ({ down }) => down),
    }
    separate(column, rows.length, benchFor(rows.length)).forEach((height, index) => {
      expect(height).toBeCloseTo(at(heights, index), 9)
    })
  })
})

describe('a line pulled tight', () => {
  const from = { x: 0, y: 0 }
  const to = { x: 100, y: 0 }
  test.each([
    ['is straight through doors that let it', [{ x: 50, top: -5, bottom: 5 }], [from, to]],
    ['bends at a door’s nearer end', [{ x: 50, top: 5, bottom: 9 }], [from, { x: 50, y: 5 }, to]],
    [
      'bends once around two doors where one is enough',
      [
        { x: 25, top: 1, bottom: 90 },
        { x: 50, top: 40, bottom: 90 },
      ],
      [from, { x: 50, y: 40 }, to],
    ],
    [
      'bends to either side',
      [
        { x: 30, top: 20, bottom: Infinity },
        { x: 60, top: -Infinity, bottom: -20 },
      ],
      [from, { x: 30, y: 20 }, { x: 60, y: -20 }, to],
    ],
  ])('%s', (_, doors, path) => {
    const line = beginLine()
    const all = [...doors, { x: to.x, top: to.y, bottom: to.y }]
    const arrays = {
      x: Float64Array.from(all, ({ x }) => x),
      top: Float64Array.from(all, ({ top }) => top),
      bottom: Float64Array.from(all, ({ bottom }) => bottom),
    }
    pullTight(line, from.x, from.y, arrays, all.length)
    const points = line.points()
    expect(
      Array.from({ length: line.length() }, (_, i) => ({ x: points[2 * i], y: points[2 * i + 1] })),
    ).toEqual(path)
  })
})

import { expect, test } from 'vitest'
import { placedIn } from '../layout/place'
import { usualDecimals } from '../program/decimals'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { buildScene } from './build'
import type { BranchMark, GateMark, Scene, Subject, WireMark } from './scene'

const sceneOf = (program: string, asked: Subject | null = null): Scene => {
  const example = gallery.find(({ id }) => id === program)
  const compiled = compile(example?.source ?? program)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const decimals = example?.digits ?? usualDecimals(compiled.value)
  return buildScene({
    circuit,
    pass: passOf(compiled.value),
    layout: placedIn(circuit, { digits: decimals }),
    decimals,
    asked,
    pointed: new Set(),
    wants: false,
  })
}

const wires = (scene: Scene) => scene.marks.filter((mark): mark is WireMark => mark.kind === 'wire')
const gates = (scene: Scene) => scene.marks.filter((mark): mark is GateMark => mark.kind === 'gate')
const branches = (scene: Scene) => scene.marks.filter((mark): mark is BranchMark => mark.kind === 'branch')
const printed = (scene: Scene) =>
  wires(scene).map(({ value, gradient }) => `${value?.text} ${gradient?.text}`)

test('circuit-1 is printed in integers, as in its drawing', () => {
  expect(printed(sceneOf('circuit-1'))).toEqual(['−2 −4', '5 −4', '−4 3', '3 −4', '−12 1'])
})

test('circuit-2 is printed with two decimals, as in its drawing', () => {
  expect(printed(sceneOf('circuit-2'))).toEqual([
    '2.00 −0.20',
    '−1.00 0.39',
    '−3.00 −0.39',
    '−2.00 −0.59',
    '−3.00 0.20',
    '−2.00 0.20',
    '6.00 0.20',
    '4.00 0.20',
    '1.00 0.20',
    '−1.00 −0.20',
    '0.37 −0.53',
    '1.37 −0.53',
    '0.73 1.00',
  ])
})

test('circuit-3 is printed with two decimals, as in its drawing', () => {
  expect(printed(sceneOf('circuit-3'))).toEqual([
    '3.00 −8.00',
    '−4.00 6.00',
    '2.00 2.00',
    '−1.00 0.00',
    '−12.00 2.00',
    '2.00 2.00',
    '−10.00 2.00',
    '−20.00 1.00',
  ])
})

test('the staged example shows the shares of x and y at their branches, and their sums with +=', () => {
  const scene = sceneOf('staged')
  const sharesOf = (name: string) =>
    branches(scene)
      .filter((mark) => mark.share?.label.includes(`gradient on ${name} `))
      .map((mark) => mark.share?.text)
  expect(sharesOf('x').toSorted()).toEqual(['0.51', '1.58', '−0.04'])
  expect(sharesOf('y').toSorted()).toEqual(['0.01', '1.58'])
  const sums = wires(scene).filter((mark) => mark.fork?.sum)
  expect(sums.map((mark) => [mark.wire, mark.gradient?.text])).toEqual([
    ['x', '2.06'],
    ['y', '1.59'],
  ])
})

test('tags of lines label the last gate of each line', () => {
  expect(gates(sceneOf('staged')).flatMap(({ tag }) => tag?.text ?? [])).toEqual([
    '(1)',
    '(2)',
    '(3)',
    '(4)',
    '(5)',
    '(6)',
    '(7)',
    '(8)',
  ])
})

test('full precision goes with every wire', () => {
  const f = wires(sceneOf('circuit-2')).at(-1)
  expect(Number(f?.fullValue)).toBeCloseTo(1 / (1 + Math.exp(-1)), 15)
  expect(f?.fullGradient).toBe('1')
})

test('a gradient of exactly 0 is a dashed hairline; what does not reach the output is thin', () => {
  const scene = sceneOf('x = 1; y = 2; z = 3; f = max(x, y)')
  const byName = new Map(wires(scene).map((mark) => [mark.wire, mark]))
  expect(byName.get('x')).toMatchObject({ dashed: true, thin: false })
  expect(byName.get('y')).toMatchObject({ dashed: false, thin: false })
  expect(byName.get('z')).toMatchObject({ dashed: true, thin: true })
})

test('a larger gradient has a thicker wire', () => {
  const [x, y] = wires(sceneOf('x = 1000; y = 0.001; f = x * y'))
  expect(y?.width).toBeGreaterThan(x?.width ?? 9)
})

test.each([
  ['max at a tie', 'x = 1; y = 1; f = max(x, y)', ['kink']],
  ['relu at 0', 'x = 0; f = relu(x)', ['kink']],
  [
    'a gate that makes ∞, and not the one that passes it on',
    'x = 0; g = 1 / x; f = g + 1',
    ['trouble', null],
  ],
  ['a gate that makes NaN', 'x = -1; f = log(x)', ['trouble']],
  ['ordinary gates not at all', 'x = 2; f = exp(x) + 1', [null, null]],
])('marks %s', (_, program, badges) => {
  expect(gates(sceneOf(program)).map(({ badge }) => badge?.kind ?? null)).toEqual(badges)
})

test('an input that is ∞ is marked itself', () => {
  expect(wires(sceneOf('x = 1 / 0; f = x + 1'))[0]?.badge?.kind).toBe('trouble')
})

test('asking about a number lights it and what it was made of', () => {
  const circuit = compile('x = 1; y = 2; q = x + y; f = q * 3')
  if (!circuit.ok) throw new Error('whole')
  const key = circuit.value.circuit.wires.find(({ text }) => text === 'q')?.key ?? ''
  const scene = sceneOf('x = 1; y = 2; q = x + y; f = q * 3', { about: 'value', wire: key })
  expect(wires(scene).map(({ wire, value }) => `${wire} ${value?.tone}`)).toEqual([
    'x factor',
    'y factor',
    'q lit',
    'f plain',
  ])
})

test('keys are unique, and an edit at one end of the program keeps those of the other', () => {
  const keys = (program: string) => sceneOf(program).marks.map(({ kind, key }) => `${kind} ${key}`)
  for (const { source } of gallery) expect(new Set(keys(source)).size).toBe(keys(source).length)
  const before = keys('x = 1; q = exp(x); f = q * 2')
  const after = new Set(keys('x = 1; q = exp(x); f = q * 2 + 1'))
  expect(before.filter((key) => !after.has(key))).toEqual([])
})

test('the circuit is described in a sentence', () => {
  expect(sceneOf('circuit-1').label).toBe('Circuit of 3 inputs and 2 gates; the output f is −12.')
})

import { describe, expect, test } from 'vitest'
import { placedIn } from '../layout/place'
import { knownAt, storyOf } from '../pass/story'
import { usualDecimals } from '../program/decimals'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { buildScene } from './build'
import { boxesOf } from './ink'
import type { BranchMark, GateMark, Scene, WireMark } from './scene'
import { unveil } from './unveil'

const toldOf = (program: string) => {
  const example = gallery.find(({ id }) => id === program)
  const compiled = compile(example?.source ?? program)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const pass = passOf(compiled.value)
  const decimals = example?.digits ?? usualDecimals(compiled.value)
  const scene = buildScene({
    circuit,
    pass,
    layout: placedIn(circuit, { digits: 2 }),
    decimals,
    asked: null,
    pointed: new Set(),
    wants: false,
  })
  const story = storyOf(pass)
  const at = (done: number, change: { lens?: string; stride?: number } = {}): Scene =>
    unveil(scene, {
      circuit,
      pass,
      decimals,
      story,
      done,
      going: change.stride === undefined ? null : { from: done - 1, stride: change.stride },
      atRest: false,
      path: null,
      lens:
        circuit.wires.find(({ names }) => change.lens !== undefined && names.includes(change.lens))?.id ??
        null,
    })
  return { scene, story, pass, circuit, at }
}

const wires = ({ marks }: Scene) => marks.filter((mark): mark is WireMark => mark.kind === 'wire')
const gates = ({ marks }: Scene) => marks.filter((mark): mark is GateMark => mark.kind === 'gate')
const branches = ({ marks }: Scene) => marks.filter((mark): mark is BranchMark => mark.kind === 'branch')
const printed = (scene: Scene) =>
  wires(scene).map(({ wire, value, gradient }) => `${wire} ${value?.text ?? '_'} ${gradient?.text ?? '_'}`)
const clear = (scene: Scene) => [
  ...wires(scene).flatMap(({ sight, wire }) => (sight === 'clear' ? [wire] : [])),
  ...gates(scene).flatMap(({ sight, gate }) => (sight === 'clear' ? [gate] : [])),
]
const card = (scene: Scene) =>
  scene.meeting?.rows.map(({ pieces }) => pieces.map(({ text }) => text).join('')) ?? []

describe('circuit-1, step by step', () => {
  const { at } = toldOf('circuit-1')

  test.each([
    [0, ['x −2 _', 'y 5 _', 'z −4 _', 'q _ _', 'f _ _'], [], ['x', 'y', 'z', 'q', 'f', 'add', 'mul']],
    [1, ['x −2 _', 'y 5 _', 'z −4 _', 'q 3 _', 'f _ _'], ['(−2) + 5 = 3'], ['x', 'y', 'q', 'add']],
    [2, ['x −2 _', 'y 5 _', 'z −4 _', 'q 3 _', 'f −12 _'], ['3 · (−4) = −12'], ['z', 'q', 'f', 'mul']],
    [3, ['x −2 _', 'y 5 _', 'z −4 _', 'q 3 _', 'f −12 1'], [], ['f']],
    [4, ['x −2 _', 'y 5 _', 'z −4 _', 'q 3 −4', 'f −12 1'], ['q: 1 · (−4) = −4'], ['q', 'f', 'mul']],
    [
      5,
      ['x −2 _', 'y 5 _', 'z −4 3', 'q 3 −4', 'f −12 1'],
      ['q: 1 · (−4) = −4', 'z: 1 · 3 = 3'],
      ['z', 'q', 'f', 'mul'],
    ],
    [
      7,
      ['x −2 −4', 'y 5 −4', 'z −4 3', 'q 3 −4', 'f −12 1'],
      ['x: (−4) · 1 = −4', 'y: (−4) · 1 = −4'],
      ['x', 'y', 'q', 'add'],
    ],
  ])('after %d steps', (done, numbers, meets, lit) => {
    const scene = at(done)
    expect(printed(scene)).toEqual(numbers)
    expect(card(scene)).toEqual(meets)
    expect(clear(scene)).toEqual(lit)
  })
})

test('a fork’s running total is shown with how many branches it has heard', () => {
  const { at, story } = toldOf('staged')
  const seen = Array.from({ length: story.length + 1 }, (_, done) => {
    const x = wires(at(done)).find(({ wire }) => wire === 'x')
    return [
      x?.gradient?.text,
      x?.gradient?.heard?.text,
      x?.fullGradient?.slice(0, 6),
      x?.gradient?.label,
    ].join(' | ')
  })
  expect([...new Set(seen)]).toEqual([
    ' |  |  | ',
    '1.58 | 1/3 | 1.5831 | gradient on x: 1.58 so far, from 1 of 3 branches',
    '1.55 | 2/3 | 1.5474 | gradient on x: 1.55 so far, from 2 of 3 branches',
    '2.06 |  | 2.0595 | gradient on x: 2.06',
  ])
})

test('the losing wire of max goes dashed when its 0 arrives, not before', () => {
  const { at, story } = toldOf('circuit-3')
  const dashes = Array.from({ length: story.length + 1 }, (_, done) =>
    wires(at(done)).find(({ wire }) => wire === 'w'),
  )
  expect(dashes.map((mark) => mark?.dashed)).toEqual(dashes.map((mark) => mark?.gradient?.text === '0.00'))
  expect(dashes.at(-1)?.dashed).toBe(true)
})

test('a wire that leads nowhere gets its 0 when all is over', () => {
  const { at, story } = toldOf('x = 2; dead = x + 1; f = x * 3')
  const all = story.length
  const dead = (done: number) => wires(at(done)).find(({ wire }) => wire === 'dead')?.gradient?.text ?? null
  expect([dead(all - 1), dead(all)]).toEqual([null, '0'])
})

describe('through the lens a gate knows what is at its own ports', () => {
  const { at } = toldOf('circuit-1')

  test('before anything arrives: its inputs, its output, its local gradients', () => {
    const scene = at(2, { lens: 'q' })
    expect(printed(scene)).toEqual(['x −2 _', 'y 5 _', 'z _ _', 'q 3 _', 'f _ _'])
    expect(card(scene)).toEqual(['(−2) + 5 = 3', 'x: local 1', 'y: local 1'])
    expect(gates(scene).map(({ sight }) => sight)).toEqual(['clear', 'fog'])
  })

  test('when −4 has arrived, it multiplies it into both', () => {
    expect(card(at(5, { lens: 'q' }))).toEqual(['(−2) + 5 = 3', 'x: (−4) · 1 = −4', 'y: (−4) · 1 = −4'])
    expect(printed(at(5, { lens: 'q' }))).toEqual(['x −2 _', 'y 5 _', 'z _ _', 'q 3 −4', 'f _ _'])
  })

  test('of a product the locals are the swapped inputs', () => {
    expect(card(at(2, { lens: 'f' }))).toEqual(['3 · (−4) = −12', 'q: local −4', 'z: local 3'])
  })
})

describe.each(gallery.map(({ id }) => [id]))('%s', (id) => {
  const { at, story, scene, pass, circuit } = toldOf(id)
  const places = Array.from({ length: story.length + 1 }, (_, done) => done)

  test('at every step the numbers to be seen are those of the pass that are known', () => {
    for (const done of places) {
      const known = knownAt(pass, story, done)
      wires(at(done)).forEach((mark, index) => {
        const wire = circuit.wires[index]
        if (!wire) throw new Error('more marks than wires')
        expect(mark.fullValue === null).toBe(!known.hasValue(wire.id))
        if (mark.fullValue !== null) expect(Number(mark.fullValue)).toEqual(pass.values[wire.id])
        if (mark.fullGradient !== null)
          expect(Number(mark.fullGradient)).toEqual(known.heardBy(wire.id).total + 0)
      })
    }
  })

  test('the card covers nothing that is read', () => {
    const read = scene.all.flatMap(boxesOf)
    for (const done of places) {
      const box = at(done).meeting?.box
      if (!box) continue
      const covered = read.filter(
        (text) =>
          text.x < box.x + box.width &&
          box.x < text.x + text.width &&
          text.y < box.y + box.height &&
          box.y < text.y + text.height,
      )
      expect(covered).toEqual([])
    }
  })

  test('a mark that does not change is the same one, for the painter to pass over', () => {
    const [a, b] = [at(1), at(1)]
    expect(a.marks.every((mark, i) => mark === b.marks[i])).toBe(true)
  })
})

test('a step sends what goes in and what comes out, and says which numbers land', () => {
  const { at } = toldOf('circuit-1')
  const forward = at(1, { stride: 1 }).travel
  expect(forward?.into.map(({ text }) => text)).toEqual(['−2', '5'])
  expect(forward?.out.map(({ text, lands }) => [text, lands])).toEqual([
    ['3', [{ about: 'value', wire: 'q@1/add/0' }]],
  ])
  const back = at(4, { stride: 2 }).travel
  expect(back?.into.map(({ text }) => text)).toEqual(['1'])
  expect(back?.out.map(({ text }) => text)).toEqual(['−4'])
  expect(at(3, { stride: 3 }).travel).toBeNull()
  for (const { path } of [...(back?.into ?? []), ...(back?.out ?? [])])
    expect(path[0]?.x).toBeGreaterThan(path.at(-1)?.x ?? 0)
})

test('shares keep their branches blank until they are sent', () => {
  const { at, story } = toldOf('staged')
  const count = (done: number) => branches(at(done)).filter(({ share }) => share !== null).length
  expect(count(story.forward + 1)).toBe(0)
  expect(count(story.length)).toBe(branches(toldOf('staged').scene).filter(({ share }) => share).length)
})

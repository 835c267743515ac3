import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WireId } from '../circuit/circuit'
import { builtFrom } from '../circuit/circuit-for-tests'
import { type Pass, runPass } from './backward'
import { doneAt, knownAt, momentAt, type Place, placeOf, storyOf, voicesOf } from './story'

const passOf = (source: string): Pass => {
  const { circuit, literals } = builtFrom(source)
  return runPass(
    circuit,
    literals.map(({ value }) => value),
  )
}
const idOf = (pass: Pass, name: string) =>
  (pass.circuit.wires.find(({ names }) => names.includes(name))?.id ?? -1) as WireId

const circuit1 = 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z'
const staged =
  'x = 3\ny = -4\nsigy = 1.0 / (1 + math.exp(-y))\nnum = x + sigy\nsigx = 1.0 / (1 + math.exp(-x))\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1.0 / den\nf = num * invden'
const programs = [circuit1, staged, 'x = 3; f = x * x', 'x = 2; f = x', 'x = 1; dead = x + 2; f = x * x + x']

test('circuit-1 is told in five moments: two gates forward, the seed, two gates back', () => {
  const story = storyOf(passOf(circuit1))
  expect([...story.ends]).toEqual([1, 2, 3, 5, 7])
  expect(story.forward).toBe(2)
})

describe.each(programs.map((source) => [source]))('%j', (source) => {
  const pass = passOf(source)
  const story = storyOf(pass)
  const { wires, output } = pass.circuit
  const all = story.length

  test('every number of steps is a place, and the way back', () => {
    fc.assert(
      fc.property(fc.nat({ max: all }), (done) => {
        expect(doneAt(story, placeOf(story, done))).toBe(done)
      }),
    )
  })

  test('any place from outside becomes one of the story, and stays it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (step, share) => {
        const within = (place: Place) => placeOf(story, doneAt(story, place))
        const place = within({ step, share })
        expect(within(place)).toEqual(place)
        expect(place.step).toBeGreaterThanOrEqual(0)
        expect(place.step).toBeLessThanOrEqual(story.ends.length)
      }),
    )
  })

  test('at the start only inputs and constants are known, at the end everything', () => {
    const start = knownAt(pass, story, 0)
    expect(wires.map(({ id }) => start.hasValue(id))).toEqual(wires.map(({ maker }) => maker.kind !== 'gate'))
    expect(wires.every(({ id }) => start.heardBy(id).heard === 0)).toBe(true)
    const end = knownAt(pass, story, all)
    expect(wires.every(({ id }) => end.hasValue(id))).toBe(true)
    expect(end.over).toBe(true)
    for (const { id } of wires) {
      expect(end.heardBy(id)).toEqual({ heard: voicesOf(pass, id), total: pass.gradients[id] })
    }
    expect(end.heardBy(output).heard).toBe(1)
  })

  test('knowledge only grows, a step at a time, and no wire speaks before it has heard all', () => {
    for (let done = 0; done < all; done++) {
      const [before, after] = [knownAt(pass, story, done), knownAt(pass, story, done + 1)]
      const step = story.at(done)
      const edges = Array.from(pass.gateOf, (_, edge) => edge)
      const count = ({ hasValue, hasShare, heardBy }: typeof before) =>
        wires.filter(({ id }) => hasValue(id)).length +
        edges.filter(hasShare).length +
        wires.reduce((sum, { id }) => sum + heardBy(id).heard, 0)
      expect(count(after) - count(before)).toBe(step.kind === 'share' ? 2 : 1)
      if (step.kind === 'share') expect(before.heardBy(step.gate).heard).toBe(voicesOf(pass, step.gate))
      for (const { id } of wires)
        if (after.heardBy(id).heard === voicesOf(pass, id))
          expect(after.heardBy(id).total).toBe(pass.gradients[id])
    }
  })
})

test('in the staged example x adds up 1.5832, 1.5474, 2.0596, and waits in between', () => {
  const pass = passOf(staged)
  const story = storyOf(pass)
  const x = idOf(pass, 'x')
  const seen = new Map<number, string>()
  for (let done = 0; done <= story.length; done++) {
    const { heard, total } = knownAt(pass, story, done).heardBy(x)
    if (heard > 0) seen.set(heard, total.toFixed(4))
  }
  expect([...seen]).toEqual([
    [1, '1.5832'],
    [2, '1.5474'],
    [3, '2.0596'],
  ])
  expect(voicesOf(pass, x)).toBe(3)
})

test('the moment of a place is the gate’s, as far as it has come', () => {
  const story = storyOf(passOf(circuit1))
  const kinds = (done: number) =>
    momentAt(story, done).map((step) => (step.kind === 'share' ? step.downstream : step.kind))
  expect([0, 1, 3, 4, 5, 6].map(kinds)).toEqual([[], ['forward'], ['seed'], [-4], [-4, 3], [-4]])
})

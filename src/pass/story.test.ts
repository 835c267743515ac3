import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
  pass.circuit.wires.find(({ names }) => names.includes(name))?.id ?? -1

const circuit1 = 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z'
const staged =
  'x = 3\ny = -4\nsigy = 1.0 / (1 + math.exp(-y))\nnum = x + sigy\nsigx = 1.0 / (1 + math.exp(-x))\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1.0 / den\nf = num * invden'
const programs = [circuit1, staged, 'x = 3; f = x * x', 'x = 2; f = x', 'x = 1; dead = x + 2; f = x * x + x']

test('circuit-1 is told in five moments: two gates forward, the seed, two gates back', () => {
  const story = storyOf(passOf(circuit1))
  expect(story.ends).toEqual([1, 2, 3, 5, 7])
  expect(story.forward).toBe(2)
})

describe.each(programs.map((source) => [source]))('%j', (source) => {
  const pass = passOf(source)
  const story = storyOf(pass)
  const { wires, output } = pass.circuit
  const all = story.steps.length

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
    expect(start.values).toEqual(wires.map(({ maker }) => maker.kind !== 'gate'))
    expect(start.heard.every((count) => count === 0)).toBe(true)
    const end = knownAt(pass, story, all)
    expect(end.values.every(Boolean)).toBe(true)
    expect(end.over).toBe(true)
    for (const { id } of wires) {
      expect(end.heard[id]).toBe(voicesOf(pass, id))
      expect(end.totals[id]).toBe(pass.gradients[id])
    }
    expect(end.heard[output]).toBe(1)
  })

  test('knowledge only grows, a step at a time, and no wire speaks before it has heard all', () => {
    for (let done = 0; done < all; done++) {
      const [before, after] = [knownAt(pass, story, done), knownAt(pass, story, done + 1)]
      const step = story.steps[done]
      const count = ({ values, shares, heard }: typeof before) =>
        [...values, ...shares].filter(Boolean).length + heard.reduce((a, b) => a + b, 0)
      expect(count(after) - count(before)).toBe(step?.kind === 'share' ? 2 : 1)
      if (step?.kind === 'share') expect(before.heard[step.gate]).toBe(voicesOf(pass, step.gate))
      for (const { id } of wires)
        if (after.heard[id] === voicesOf(pass, id)) expect(after.totals[id]).toBe(pass.gradients[id])
    }
  })
})

test('in the staged example x adds up 1.5832, 1.5474, 2.0596, and waits in between', () => {
  const pass = passOf(staged)
  const story = storyOf(pass)
  const x = idOf(pass, 'x')
  const seen = new Map<number, string>()
  for (let done = 0; done <= story.steps.length; done++) {
    const { heard, totals } = knownAt(pass, story, done)
    if (heard[x]) seen.set(heard[x], (totals[x] as number).toFixed(4))
  }
  expect([...seen]).toEqual([
    [1, '1.5832'],
    [2, '1.5474'],
    [3, '2.0596'],
  ])
  expect(voicesOf(pass, pass.circuit.wires[x]?.id ?? pass.circuit.output)).toBe(3)
})

test('the moment of a place is the gate’s, as far as it has come', () => {
  const story = storyOf(passOf(circuit1))
  const kinds = (done: number) =>
    momentAt(story, done).map((step) => (step.kind === 'share' ? step.downstream : step.kind))
  expect([0, 1, 3, 4, 5, 6].map(kinds)).toEqual([[], ['forward'], ['seed'], [-4], [-4, 3], [-4]])
})

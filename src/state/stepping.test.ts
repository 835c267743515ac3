import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { gallery } from '../program/gallery'
import { ask, pin } from './asking'
import { begin, edit, load, type Session } from './session'
import { goTo, pace, play, stepBack, stepOn, storyIn, toEnd, toStart, whereIn } from './stepping'
import { narrationOf } from './telling'
import { pictureOf } from './views'

const circuit1 = 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z'
const opened = (source = circuit1): Session => begin(source, plainSettings)
const doneIn = (session: Session) => (whereIn(session)?.resting ? 'rest' : whereIn(session)?.done)
const times = (count: number, change: (session: Session) => Session, session: Session): Session =>
  Array.from({ length: count }).reduce<Session>((each) => change(each), session)
const walked = (count: number, session: Session) =>
  Array.from({ length: count }, (_, i) => doneIn(times(i + 1, stepOn, session)))

test('a program is opened with every number in its place', () => {
  expect(doneIn(opened())).toBe('rest')
})

describe('walking circuit-1', () => {
  test('by gate: the beginning, two gates, the seed, two gates back, rest, and from the beginning again', () => {
    expect(walked(8, opened())).toEqual([0, 1, 2, 3, 5, 7, 'rest', 0])
  })

  test('by wire: one multiplication at a time', () => {
    expect(walked(9, pace(opened(), { grain: 'wire' }))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 'rest'])
  })

  test('forward only it ends where all values are known; backward only it begins there', () => {
    const forward = toStart(pace(opened(), { part: 'forward' }))
    expect(walked(4, forward)).toEqual([1, 2, 2, 2])
    expect(walked(5, pace(opened(), { part: 'backward' }))).toEqual([2, 3, 5, 7, 'rest'])
  })
})

test.each([
  ['a later step', 5],
  ['the end of all', 7],
  ['rest', null],
])('forward only, %s is the end of the forward pass: no gradient is seen', (_, done) => {
  const session = goTo(pace(opened(), { part: 'forward' }), done)
  expect(doneIn(session)).toBe(2)
  const gradients = (pictureOf(session)?.scene.marks ?? []).flatMap((mark) =>
    mark.kind === 'wire' && mark.gradient ? [mark.gradient.text] : [],
  )
  expect(gradients).toEqual([])
  expect(whereIn(stepOn(session))?.done).toBe(2)
  expect(doneIn(stepBack(session))).toBe(1)
})

test('what was pointed at in a list or a formula is let go of with the next step, question or answer', () => {
  const lit = { about: 'gradient', wire: 'q' } as const
  const begun = stepOn(toStart(opened()))
  const pointing = { ...begun, bench: { ...begun.bench, path: 0, lit } }
  const moves = [
    stepOn,
    stepBack,
    toEnd,
    (each: Session) => pin(each, lit),
    (each: Session) => ask(each, lit),
  ]
  for (const move of moves) expect(move(pointing).bench).toMatchObject({ path: null, lit: null })
})

test('where nothing is written, nothing is told, and what played stops', () => {
  const playing = play(opened(), true)
  const blank = edit(playing, '')
  expect([whereIn(blank), storyIn(blank), narrationOf(blank)]).toEqual([null, null, null])
  expect(stepOn(blank).course.playing).toBe(false)
})

test('the grain is changed without losing the place, in the middle of a gate too', () => {
  const inside = times(5, stepOn, pace(opened(), { grain: 'wire' }))
  expect(doneIn(inside)).toBe(4)
  const coarse = pace(inside, { grain: 'gate' })
  expect(doneIn(coarse)).toBe(4)
  expect(doneIn(stepOn(coarse))).toBe(5)
  expect(doneIn(stepBack(coarse))).toBe(3)
})

test('back from rest is the last step; back at the beginning is the beginning', () => {
  expect(doneIn(stepBack(opened()))).toBe(7)
  expect(doneIn(stepBack(toStart(opened())))).toBe(0)
})

test('a step forward is watched, a jump is not', () => {
  const on = stepOn(toStart(opened()))
  expect(on.course.going).toEqual({ from: 0, stride: 1 })
  expect(stepOn(on).course.going).toEqual({ from: 1, stride: 2 })
  expect(stepBack(on).course.going).toBeNull()
  expect(goTo(on, 5).course.going).toBeNull()
})

test('playing begins at the beginning where all is done, goes on elsewhere, and ends at rest', () => {
  expect(doneIn(play(opened(), true))).toBe(0)
  const middle = times(3, stepOn, opened())
  expect(doneIn(play(middle, true))).toBe(2)
  const over = times(6, stepOn, play(opened(), true))
  expect([doneIn(over), over.course.playing]).toEqual(['rest', false])
})

test('an answer that was kept is let go of by a step; a gate that is looked at alone stays', () => {
  const asking = pin(opened(), { about: 'gradient', wire: 'x' })
  expect(stepOn(asking).asked).toBeNull()
  const key = 'q@1/add/0'
  const alone = pin(opened(), { about: 'gate', wire: key })
  expect(stepOn(alone).asked).toEqual({ about: 'gate', wire: key })
})

describe('the text changes in the middle of the story', () => {
  const middle = times(3, stepOn, opened())

  test('another number keeps the place', () => {
    expect(doneIn(edit(middle, circuit1.replace('5', '6')))).toBe(2)
  })

  test('another line keeps it too, within the new story', () => {
    expect(doneIn(edit(middle, `${circuit1}\ng = f + x`))).toBe(2)
    expect(doneIn(edit(goTo(opened(), 7), 'x = -2; f = x'))).toBe(1)
  })

  test('another circuit altogether is seen whole, and so is one from the gallery', () => {
    expect(doneIn(edit(middle, 'a = 1; b = a * a'))).toBe('rest')
    expect(doneIn(load(middle, { source: 'x = 3; f = x * x', digits: 'auto' }))).toBe('rest')
  })

  test('a link may open in the middle; in the middle of a gate, by wire', () => {
    const there = load(middle, { source: circuit1, digits: 'auto' }, { place: { step: 3, share: 1 } })
    expect([doneIn(there), there.course.grain]).toEqual([4, 'wire'])
    expect(
      doneIn(load(middle, { source: circuit1, digits: 'auto' }, { place: { step: 99, share: 0 } })),
    ).toBe(7)
  })
})

test.each(gallery.map(({ id, source }) => [id, source]))(
  '%s: forward, back and forward again is the same picture',
  (_, source) => {
    for (const grain of ['gate', 'wire'] as const) {
      const start = toStart(pace(opened(source), { grain }))
      const count = whereIn(start)?.stops.length ?? 0
      const seen = Array.from({ length: count }, (_, i) => pictureOf(times(i, stepOn, start))?.scene.marks)
      let back = times(count - 1, stepOn, start)
      for (let i = count - 1; i >= 0; i--) {
        expect(pictureOf(back)?.scene.marks).toEqual(seen[i])
        back = stepBack(back)
      }
      expect(pictureOf(times(count - 1, stepOn, back))?.scene.marks).toEqual(seen[count - 1])
    }
  },
)

test('whatever is pressed in whatever order, the place is a stop or rest, and the end is everything', () => {
  const presses = [stepOn, stepBack, toStart, toEnd] as const
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { maxLength: 30 }), (order) => {
      const session = order.reduce((each, press) => (presses[press] ?? stepOn)(each), opened())
      const where = whereIn(session)
      if (!where) throw new Error('no story')
      expect(where.resting || where.stops.includes(where.done)).toBe(true)
      const whole = pictureOf(toEnd(session))
      expect(whole?.scene.marks).toBe(whole?.scene.all)
    }),
  )
})

import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import type { Subject } from '../scene/scene'
import { pin } from './asking'
import { chainsIn, checksIn, nudgedIn, waysIn } from './beside'
import { explanationOf } from './explained'
import { begin, type Session } from './session'
import { goTo, pace, storyIn } from './stepping'
import { narrationOf } from './telling'
import { pictureOf } from './views'
import { followWishes, forecastOf } from './wishes'

/** No number of it, and no local gradient, looks like another. */
const source = 'x = 1.37; y = 2.19; q = x * y; g = q ** 2; f = 5 * g'
/** In the order in which they become known, forward and backward; so many steps are over when each is told. */
const numbers = [
  [1, 'value', 'q', '3\\.00'],
  [2, 'value', 'g', '9\\.00'],
  [3, 'value', 'f', '45\\.0[01]'],
  [6, 'gradient', 'q', '30\\.00'],
  [7, 'gradient', 'x', '65\\.7[01]'],
  [8, 'gradient', 'y', '41\\.10'],
] as const
const subjects: readonly Subject[] = ['x', 'y', 'q', 'g', 'f'].flatMap((wire): readonly Subject[] => [
  { about: 'value', wire },
  { about: 'gradient', wire },
])
const keyed = (session: Session, subject: Subject): Subject => {
  const marks = pictureOf(session)?.scene.all ?? []
  const mark = marks.find((each) => each.kind === 'wire' && each.wire === subject.wire)
  return { ...subject, wire: mark?.key ?? '' }
}

const stringsIn = (thing: unknown): readonly string[] => {
  if (typeof thing === 'string') return [thing]
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(stringsIn) : []
}

/** Everything that a person can read or hear at this place, whatever they point at. */
const saidAt = (done: number): readonly string[] => {
  const session = goTo(pace(begin(source, plainSettings), { grain: 'wire' }), done)
  const asking = subjects.map((subject) => pin(session, keyed(session, subject)))
  return [session, ...asking].flatMap((each) => {
    const scene = pictureOf(each)?.scene
    return stringsIn([
      // What answers to a finger is nothing that is seen.
      { ...scene, all: null },
      narrationOf(each),
      explanationOf(each),
      chainsIn(each),
      checksIn(each),
      waysIn(each),
      nudgedIn(each)?.nudge,
      forecastOf(each),
    ])
  })
}

test.each(Array.from({ length: 9 }, (_, done) => [done]))(
  'after %d steps nothing tells a number that is still to come',
  (done) => {
    const said = saidAt(done)
    for (const [from, about, wire, text] of numbers) {
      const found = said.filter((each) => new RegExp(`(^|[^\\d.])${text}`).test(each))
      if (done < from) expect(found, `${about} of ${wire}`).toEqual([])
      else expect(found.length, `${about} of ${wire}`).toBeGreaterThan(0)
    }
  },
)

test('before the backward pass has come, a nudge promises nothing, and no wish is followed', () => {
  const session = goTo(begin(source, plainSettings), 3)
  expect(nudgedIn(session)).toMatchObject({ nudge: null, check: null })
  expect(waysIn(pin(session, keyed(session, { about: 'value', wire: 'x' })))).toBe('later')
  expect(forecastOf(session)).toBe('later')
  expect(followWishes(session)).toMatchObject({ source, notice: expect.stringContaining('backward pass') })
  const end = goTo(session, storyIn(session)?.length ?? 0)
  expect(nudgedIn(end)?.nudge?.from).toBeCloseTo(45.009, 4)
  expect(forecastOf(end)).toMatchObject({ from: expect.closeTo(45.009, 4) })
})

test('a number that is kept in sight while the text changes is told as far as it is known', () => {
  const session = goTo(begin('x = 2; f = x * x', plainSettings), 3)
  const pinned = pin(session, keyed(session, { about: 'gradient', wire: 'x' }))
  expect(explanationOf(pinned)?.text).toBe('gradient on x so far = 2')
  const idle = pin(goTo(session, 1), keyed(session, { about: 'gradient', wire: 'x' }))
  expect(explanationOf(idle)?.text).toBe('gradient on x: not known yet')
})

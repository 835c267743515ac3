import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { grab, type Pull, pull } from './grab'
import * as change from './session'
import { begin, type Session } from './session'

const x = 'x@1/input/0'
const opened = (source: string): Session => begin(source, plainSettings)
const pixels = (by: number, pace: Pull['pace'] = 'plain'): Pull => ({ by, unit: 'pixel', pace })
const steps = (by: number, pace: Pull['pace'] = 'plain'): Pull => ({ by, unit: 'step', pace })

test.each([
  ['a whole number by whole numbers', 'x = -2; f = x', pixels(24), 'x = 1; f = x'],
  ['two decimals by hundredths', 'x = 0.50; f = x', pixels(-20), 'x = 0.40; f = x'],
  ['one decimal by tenths', 'x = 0.5; f = x', pixels(20), 'x = 1.0; f = x'],
  ['finer, by a tenth of its step', 'x = 3; f = x', steps(4, 'fine'), 'x = 3.4; f = x'],
  ['coarser, by ten steps', 'x = 3; f = x', steps(-2, 'coarse'), 'x = -17; f = x'],
  ['a large number by its third digit', 'x = 12345; f = x', steps(2), 'x = 12500; f = x'],
  ['a large number finer without decimals', 'x = 12345; f = x', steps(2, 'fine'), 'x = 12370; f = x'],
  ['a quotient by hundredths', 'x = 1/3; f = x', steps(1), 'x = 0.34; f = x'],
  ['an input that no line assigns by writing the line', 'f = x * 2', steps(3), 'x = 4; f = x * 2'],
])('a drag moves %s', (_, source, by, expected) => {
  expect(pull(grab(opened(source), x), by).source).toBe(expected)
})

test('small moves add up, and what is left over is not lost', () => {
  const moved = Array.from({ length: 9 }).reduce<Session>(
    (session) => pull(session, pixels(1)),
    grab(opened('x = 0; f = x'), x),
  )
  expect(moved.source).toBe('x = 1; f = x')
})

test('what was set finely is not rounded away by the next plain move', () => {
  const fine = pull(grab(opened('x = 3; f = x'), x), steps(4, 'fine'))
  expect(pull(fine, pixels(1)).source).toBe('x = 3.5; f = x')
  expect(pull(fine, steps(1)).source).toBe('x = 4.4; f = x')
})

test('typing during a drag ends it, and Esc then takes back nothing that was typed', () => {
  const typed = change.type(opened('x = 1; f = x'), 'x = 1; f = x+1', 0)
  const held = pull(grab(typed, x), steps(1))
  const more = change.type(held, 'x = 2; f = x+12', 100)
  expect([more.held, more.gesture]).toEqual([null, null])
  expect(change.cancelDrag(more).source).toBe('x = 2; f = x+12')
})

test('a whole drag is one undo entry; cancelled it is none', () => {
  const before = opened('x = 1; f = x')
  const moved = pull(pull(grab(before, x), steps(1)), steps(1))
  const dropped = change.drop(moved)
  expect(dropped.source).toBe('x = 3; f = x')
  expect(dropped.held).toBeNull()
  expect(change.undo(dropped).source).toBe(before.source)
  expect(change.undo(dropped).past).toEqual([])
  expect(change.cancelDrag(moved)).toMatchObject({ source: before.source, past: [], held: null })
})

test('an undo in the middle of a drag ends it: the hand moves nothing more', () => {
  const moved = pull(grab(opened('x = 1; f = x'), x), steps(2))
  const undone = change.undo(moved)
  expect(undone.source).toBe('x = 1; f = x')
  expect(pull(undone, steps(5))).toBe(undone)
})

test('dragged to where numbers end, it stays there with a word, and comes back at once', () => {
  const far = pull(grab(opened('x = 1.7e308; f = x * 0'), x), steps(500))
  expect(far.source).toBe('x = 1.79e308; f = x * 0')
  expect(far.notice).toMatch(/as far as a number goes/)
  const back = pull(far, steps(-10))
  expect(back.source).toBe('x = 1.69e308; f = x * 0')
  expect(back.notice).toBeNull()
})

test('an input of a broken text cannot be taken in hand', () => {
  const session = change.edit(opened('x = 1; f = x'), 'x = 1; f = (x')
  expect(grab(session, x).held).toBeNull()
  expect(grab(session, x).notice).toMatch(/Mend the text first/)
})

test('nor one that is not finite, and it says so', () => {
  const session = grab(opened('x = 1/0; f = x'), x)
  expect(session.held).toBeNull()
  expect(session.notice).toMatch(/x is no finite number/)
})

test('only an input can be', () => {
  const session = opened('x = 1; f = x + 1')
  expect(grab(session, 'f@1/shift/0')).toBe(session)
})

test('wherever a hand goes, the text stays whole and finite, and the way back is one undo', () => {
  const numbers = fc.constantFrom('-2', '0.50', '1e-3', '1/3', '123456', '1e300', '-0')
  const moves = fc.array(
    fc.record({
      by: fc.double({ min: -2000, max: 2000, noNaN: true }),
      unit: fc.constantFrom('pixel' as const, 'step' as const),
      pace: fc.constantFrom('plain' as const, 'fine' as const, 'coarse' as const),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(numbers, moves, (number, hand) => {
      const before = opened(`x = ${number}; f = x`)
      const moved = hand.reduce(pull, grab(before, x))
      expect(moved.whole).toBe(moved.source)
      expect(Number.isFinite(Number(/^x = (\S+);/.exec(moved.source)?.[1]?.replace('1/3', '0.3')))).toBe(true)
      const dropped = change.drop(moved)
      expect(moved.source === before.source ? dropped.source : change.undo(dropped).source).toBe(
        before.source,
      )
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { ask, pin } from './asking'
import * as change from './session'
import { begin, type Session } from './session'

const start = begin('x = 1; f = x', plainSettings)
const typed = change.type
const chosen = (session: Session, source: string) => change.edit(session, source)

test('a run of typing is one undo entry, a pause begins the next', () => {
  const run = typed(typed(start, 'x = 1; f = x+', 0), 'x = 1; f = x+1', 500)
  const later = typed(run, 'x = 1; f = x+12', 5000)
  expect(change.undo(later).source).toBe('x = 1; f = x+1')
  expect(change.undo(change.undo(later)).source).toBe(start.source)
})

test('what is pasted is an entry of its own, also in the middle of typing', () => {
  const session = typed(
    typed(typed(start, 'x = 1; f = x ', 0), 'x = 1; f = x and much more', 10),
    'x = 1',
    20,
  )
  expect(change.undo(session).source).toBe('x = 1; f = x and much more')
  expect(change.undo(change.undo(session)).source).toBe('x = 1; f = x ')
})

test('an edit in the middle of a drag keeps the text before the drag', () => {
  const session = chosen(change.drag(start, 'x = 4; f = x'), 'x = 4; f = x * 2')
  expect(change.undo(change.undo(session)).source).toBe(start.source)
})

test('opening an example sets its digits, and one undo takes both back', () => {
  const mine = change.set(start, { digits: 3 })
  const opened = change.load(mine, { source: 'y = 2; f = y', digits: 2 })
  expect([opened.source, opened.settings.digits]).toEqual(['y = 2; f = y', 2])
  const back = change.undo(opened)
  expect([back.source, back.settings.digits]).toEqual([start.source, 3])
  const again = change.redo(back)
  expect([again.source, again.settings.digits]).toEqual(['y = 2; f = y', 2])
})

test('overwriting one character joins a run of typing, pasting over many does not', () => {
  const run = typed(typed(start, 'x = 1; f = y', 0), 'x = 1; f = z', 10)
  expect(change.undo(run).source).toBe(start.source)
  const pasted = typed(run, 'a = 2; g = z', 20)
  expect(change.undo(pasted).source).toBe('x = 1; f = z')
})

test('a choice is an entry of its own, also in the middle of typing', () => {
  const session = typed(chosen(typed(start, 'a', 0), 'b'), 'bc', 10)
  expect(change.undo(session).source).toBe('b')
  expect(change.undo(change.undo(session)).source).toBe('a')
})

test('one drag is one undo entry', () => {
  const dragged = ['x = 2; f = x', 'x = 3; f = x', 'x = 4; f = x'].reduce(change.drag, start)
  const done = change.drop(dragged)
  expect(done.source).toBe('x = 4; f = x')
  expect(done.past).toEqual([{ source: start.source }])
  expect(change.undo(done).source).toBe(start.source)
})

test('Esc takes a drag back without a trace', () => {
  const back = change.cancelDrag(change.drag(start, 'x = 9; f = x'))
  expect(back).toEqual(start)
})

test('a drag that ends where it began leaves no entry', () => {
  const dragged = [`x = 2; f = x`, start.source].reduce(change.drag, start)
  expect(change.drop(dragged).past).toEqual([])
})

test('a broken text keeps the last whole one for the picture', () => {
  const broken = typed(start, 'x = 1; f = (x', 0)
  expect(broken.whole).toBe(start.source)
  expect(typed(broken, 'x = 1; f = (x)', 10).whole).toBe('x = 1; f = (x)')
  expect(begin('f = (', plainSettings).whole).toBeNull()
})

test('decimals that a drag has needed stay until it ends', () => {
  const whole = begin('x = 1; f = 1 / x', plainSettings)
  const half = change.drag(whole, 'x = 2; f = 1 / x')
  const again = change.drag(half, 'x = 1; f = 1 / x')
  expect([whole, half, again, change.drop(again)].map(({ heldDecimals }) => heldDecimals)).toEqual([
    0, 2, 2, 0,
  ])
})

test('a pinned question stays when the pointer moves on', () => {
  const value = { about: 'value', wire: 'x' } as const
  const other = { about: 'gradient', wire: 'x' } as const
  const pinned = pin(start, value)
  expect(ask(pinned, other).asked).toEqual(value)
  expect(ask(pin(pinned, null), other).asked).toEqual(other)
})

const edits = fc.array(fc.string({ maxLength: 8 }), { maxLength: 12 })

test('undoing everything comes back to the start, redoing everything to the end', () => {
  fc.assert(
    fc.property(edits, (texts) => {
      const end = texts.reduce(chosen, start)
      const steps = end.past.length
      let session: Session = end
      for (let i = 0; i < steps; i++) session = change.undo(session)
      expect(session.source).toBe(start.source)
      for (let i = 0; i < steps; i++) session = change.redo(session)
      expect(session.source).toBe(end.source)
    }),
  )
})

test('there is nothing to undo at the start, nor to redo at the end', () => {
  expect(change.undo(start)).toBe(start)
  expect(change.redo(start)).toBe(start)
})

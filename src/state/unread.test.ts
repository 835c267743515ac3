import { afterEach, beforeEach, expect, test } from 'vitest'
import { budget } from '../lib/budget'
import { plainSettings } from '../lib/settings'
import { compileAnew, keep } from '../program/derive'
import { expectSlices } from '../program/drawable'
import { chainText } from '../program/large-programs'
import { begin, edit, taken, undo } from './session'
import { problemsOf } from './views'

let expectNone: () => void
beforeEach(() => {
  expectNone = expectSlices()
})
afterEach(() => expectNone())

const short = 'x = 2; f = x * x'
const long = chainText(20_000)
const broken = `${chainText(20_002)}\nf = (`

test('a long text leaves the picture before it, and says nothing of itself, until it was read', () => {
  expect(long.length).toBeGreaterThan(budget.atOnce)
  const waiting = edit(begin(short, plainSettings), long)
  expect(waiting).toMatchObject({ source: long, whole: short, unread: { done: 0, off: false } })
  expect(problemsOf(waiting)).toEqual([])
  keep(long, compileAnew(long))
  expect(taken(waiting)).toMatchObject({ source: long, whole: long, unread: null })
})

test('a broken one tells its problems once it was read, and undo leads back', () => {
  const waiting = edit(begin(short, plainSettings), broken)
  expect(waiting.unread).not.toBeNull()
  keep(broken, compileAnew(broken))
  const read = taken(waiting)
  expect(read).toMatchObject({ whole: short, unread: null })
  expect(problemsOf(read).length).toBeGreaterThan(0)
  expect(undo(read)).toMatchObject({ source: short, whole: short, unread: null })
})

test('one that differs by a number from one that was read is read at once', () => {
  const text = chainText(20_004)
  keep(text, compileAnew(text))
  const before = begin(text, plainSettings)
  const after = edit(before, text.replace('x = 0.5', 'x = 0.75'))
  expect(after.unread).toBeNull()
  expect(after.whole).toBe(after.source)
})

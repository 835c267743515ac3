import { afterEach, beforeEach, expect, test } from 'vitest'
import { placedIn } from '../layout/place'
import { spaceOf } from '../layout/space'
import { budget } from '../lib/budget'
import { plainSettings } from '../lib/settings'
import { compile, compileAnew, keep, knownOf } from '../program/derive'
import { expectSlices, programOf } from '../program/drawable'
import { chainText } from '../program/large-programs'
import { isBehind } from './arranged'
import { ask, pin } from './asking'
import { grab } from './grab'
import { begin, edit, load, set, taken, undo, write } from './session'
import { pictureOf, problemsOf } from './views'

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

test('its picture is not there at once: until it is laid out, the one before stays, and an edit meanwhile changes nothing of that', () => {
  const from = begin(short, plainSettings)
  const shown = pictureOf(from)
  keep(long, compileAnew(long))
  const read = taken(edit(from, long))
  expect(read).toMatchObject({ whole: long, before: short })
  const marks = (session: typeof read) => pictureOf(session)?.scene.marks.map(({ key }) => key)
  expect(pictureOf(read)?.stale).toBe(true)
  expect(marks(read)).toEqual(shown?.scene.marks.map(({ key }) => key))
  const longer = chainText(20_004)
  keep(longer, compileAnew(longer))
  const again = taken(edit(read, longer))
  expect(again).toMatchObject({ whole: longer, before: short })
  expect(marks(again)).toEqual(marks(read))
  const back = edit(again, 'y = 3; f = y + 1')
  expect(back.before).toBeNull()
  expect(pictureOf(back)?.stale).toBe(false)
})

test('the picture before is not asked for the numbers of the text that comes', () => {
  const text = chainText(30_010)
  keep(text, compileAnew(text))
  const read = taken(edit(begin(short, plainSettings), text))
  // Both have an input of this key.
  expect(read.asked).toBeNull()
  expect(ask(read, { about: 'value', wire: 'x@1/input/0' }).asked).toBeNull()
  expect(pin(read, { about: 'value', wire: 'x@1/input/0' })).toMatchObject({ asked: null, pinned: false })
  const grabbed = grab(read, 'x@1/input/0')
  expect(grabbed).toMatchObject({ held: null, source: text })
  expect(grabbed.notice).toMatch(/still to be laid out/)
  expect(write(read, 'x@1/input/0').writing).toBeNull()
  expect(grab(begin(short, plainSettings), 'x@1/input/0').held).not.toBeNull()
})

test('when it stands, nothing of the one before is left; other digits wait with its own picture', () => {
  const text = chainText(30_020)
  keep(text, compileAnew(text))
  const read = taken(edit(begin(short, plainSettings), text))
  const program = programOf(text)
  if (!program) throw new Error('no program')
  const layout = placedIn(program.circuit, { digits: 2 })
  const arranged = { program, digits: 2, opened: read.opened, layout, space: spaceOf(layout) }
  const stands = { ...read, arranged, before: null }
  expect(pictureOf(stands)).toMatchObject({ stale: false })
  expect(ask(stands, { about: 'value', wire: 'x@1/input/0' }).asked).not.toBeNull()
  const other = set(stands, { digits: 4 })
  expect(pictureOf(other)?.stale).toBe(true)
  expect(pictureOf(other)?.scene.vista).not.toBeNull()
  expect(isBehind(other)).toBe(false)
})

test('while it is read its numbers cannot be taken in hand, and it says why', () => {
  const text = chainText(20_010)
  const waiting = write(edit(begin(short, plainSettings), text), 'x/input/0')
  expect(waiting.writing).toBeNull()
  expect(waiting.notice).toMatch(/still to be read/)
  keep(text, compileAnew(text))
  expect(taken(waiting).notice).toBeNull()
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

test('one that was read stays known however many short ones are read after it', () => {
  const text = chainText(20_006)
  keep(text, compileAnew(text))
  for (let i = 0; i < 9; i++) compile(`x = ${i}; f = x * x * ${i}`)
  for (let i = 0; i < 9; i++) keep(`${text}${' '.repeat(i + 1)}(`, { ok: false, problems: [] })
  expect(knownOf(text)?.ok).toBe(true)
})

test('one that is opened at a place in its story is there once it was read, seen from its own first sight', () => {
  const text = chainText(20_008)
  const before = begin(short, plainSettings)
  const waiting = load(before, { source: text, digits: 2 }, { place: { step: 4, share: 0 } })
  expect(waiting.opened).toBe(before.opened)
  keep(text, compileAnew(text))
  const read = taken(waiting)
  expect(read.opened).toBe(before.opened + 1)
  expect(read.course.place).toEqual({ step: 4, share: 0 })
})

import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { randomText } from '../program/large-programs'
import { pin } from './asking'
import { explanationOf } from './explained'
import { inputRowsOf, withInput } from './inputs'
import * as change from './session'
import { begin, type Session } from './session'
import { pictureOf, problemsOf } from './views'

const opened = (source: string): Session => begin(source, plainSettings)
const wiresOf = (session: Session) =>
  (pictureOf(session)?.scene.marks ?? []).filter((mark) => mark.kind === 'wire')

test('asking twice gives the same picture', () => {
  const session = opened('x = 1; f = x * 2')
  expect(pictureOf(session)).toBe(pictureOf({ ...session }))
  expect(inputRowsOf(session)).toBe(inputRowsOf({ ...session }))
})

test.each([
  ['to a large number', 'x = 1; y = 2; f = x * y', 'x = -1000000; y = 2; f = x * y'],
  ['to where decimals are needed', 'x = 1; f = 1 / x', 'x = 2; f = 1 / x'],
])('dragging an input %s moves nothing', (_, from, to) => {
  const before = wiresOf(opened(from))
  const after = wiresOf(opened(to))
  expect(after.map(({ path }) => path)).toEqual(before.map(({ path }) => path))
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
})

test('with problems, the last whole picture is shown as stale, with its inputs', () => {
  const session = change.edit(opened('x = 1; f = x'), 'x = 1; f = (x')
  expect(pictureOf(session)?.stale).toBe(true)
  expect(problemsOf(session)).toHaveLength(1)
  expect(inputRowsOf(session)).toMatchObject([{ name: 'x', text: '1' }])
})

test('a circuit too large to draw is a problem in words, and the last picture stays', () => {
  const long = `x = 1; f = ${'x + '.repeat(100_001)}1`
  const session = change.edit(opened('x = 1; f = x'), long)
  expect(problemsOf(session)[0]?.message).toMatch(/100,00\d gates; up to 100,000 are drawn/)
  expect(pictureOf(session)?.stale).toBe(true)
})

test('where there never was a whole text there is no picture', () => {
  expect(pictureOf(opened('f = ('))).toBeNull()
  expect(pictureOf(opened(''))).toBeNull()
})

test.each([
  ['keeps the rest of the text', 'x = -2; f = x * y', 'x', '3', 'x = 3; f = x * y'],
  ['takes the minus of the screen', 'x = 1; f = x', 'x', '−0.5', 'x = -0.5; f = x'],
  ['replaces an expression', 'r = 1/3; f = 2 r', 'r', '0.5', 'r = 0.5; f = 2 r'],
  ['may be an expression', 'r = 0.5; f = 2 r', 'r', '1/3', 'r = 1/3; f = 2 r'],
  [
    'replaces an entry in brackets',
    'w = [-(1/2), 3]; f = w[0]*w[1]',
    'w[0]',
    '5',
    'w = [5, 3]; f = w[0]*w[1]',
  ],
  ['writes one of several', 'x, y = 3, -4; f = x*y', 'y', '7', 'x, y = 3, 7; f = x*y'],
  ['writes an entry of a list', 'w = [2, -3]; f = w[0]*w[1]', 'w[1]', '5', 'w = [2, 5]; f = w[0]*w[1]'],
  ['writes the line of an assumed input', 'f = x * y', 'y', '4', 'y = 4; f = x * y'],
  ['puts that line on a line of its own', 'q = x\nf = q * y', 'y', '4', 'y = 4\nq = x\nf = q * y'],
])('a new number for an input %s', (_, source, name, typed, expected) => {
  const session = opened(source)
  const key = inputRowsOf(session).find((row) => row.name === name)?.key ?? ''
  expect(withInput(session, key, typed)).toEqual({ ok: true, value: expected })
})

test.each([
  '',
  'abc',
  '[2]',
  '1/0',
  '0x10',
  '1e999',
  'Infinity',
  '1 2',
  '1; y = 2',
  '1\n2',
  '[1, 2]',
  'x = 1',
])('`%s` is refused as a number', (typed) => {
  const session = opened('x = 1; f = x')
  expect(withInput(session, inputRowsOf(session)[0]?.key ?? '', typed).ok).toBe(false)
})

test('rows stand in order of first use, also when a drag writes the line of an assumed input', () => {
  const names = (source: string) => inputRowsOf(opened(source)).map(({ name }) => name)
  expect(names('f = x * y * z')).toEqual(['x', 'y', 'z'])
  expect(names('z = 2; f = x * y * z')).toEqual(['x', 'y', 'z'])
  expect(names('u = 1; w0 = 2; w1 = 3; f = w1 * w0')).toEqual(['w1', 'w0', 'u'])
})

test('an assumed input is offered as such', () => {
  expect(inputRowsOf(opened('f = x * 2'))).toMatchObject([{ name: 'x', value: 1, assumed: true }])
})

test('digits of the settings win over those of the numbers', () => {
  const session = change.set(opened('x = 1; f = x + 1'), { digits: 3 })
  expect(wiresOf(session)[0]).toMatchObject({ value: { text: '1.000' } })
})

test('a question is answered, and forgotten when its wire is gone', () => {
  const session = pin(opened('x = 1; f = x + 1'), { about: 'value', wire: 'x@1/input/0' })
  expect(explanationOf(session)?.text).toBe('x = 1, an input')
  expect(explanationOf(change.edit(session, 'f = y'))).toBeNull()
})

test('a program that is opened looks as it does for everybody, whatever was there before; an edit keeps the order', () => {
  const before = randomText(45, 1)
  const after = `${before}\nend = tanh(out)`
  const linesOf = (session: Session) =>
    pictureOf(session)?.scene.marks.flatMap((mark) => (mark.kind === 'branch' ? [mark.path] : []))
  const fresh = linesOf(change.load(opened(''), { source: after, digits: 'auto' }))
  const shown = opened(before)
  expect(linesOf(shown)).not.toEqual(fresh)
  expect(linesOf(change.load(shown, { source: after, digits: 'auto' }))).toEqual(fresh)
  linesOf(shown)
  expect(linesOf(change.edit(shown, after))).not.toEqual(fresh)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLink, writeLink as write } from './link'
import { type Opened, plainView } from './query'

const writeLink = (source: string, view: Partial<Opened> = {}) =>
  write({ source, ...plainView, ...view }) ?? ''

test.each([
  [
    'a program as it is typed',
    '#x=-2;y=5;z=-4;f=(x+y)*z',
    { source: 'x=-2;y=5;z=-4;f=(x+y)*z', settings: {} },
  ],
  ['a setting behind it', '#x=1&digits=2', { source: 'x=1', settings: { digits: 2 } }],
  ['two settings', '#x=1&digits=0&theme=dark', { source: 'x=1', settings: { digits: 0, theme: 'dark' } }],
  ['escaped blanks and lines', '#x%20=%201%0Ay=2', { source: 'x = 1\ny=2', settings: {} }],
  ['an escaped `=`', '#x%3D1', { source: 'x=1', settings: {} }],
  ['a broken program, for the editor to show', '#f=(x+y*', { source: 'f=(x+y*', settings: {} }],
  ['a setting out of bounds as none', '#x=1&digits=7&theme=__proto__', { source: 'x=1', settings: {} }],
  ['an unknown setting as none', '#x=1&__proto__=2&speed=3', { source: 'x=1', settings: {} }],
  ['a step', '#x=1&step=3', { source: 'x=1', settings: {}, place: { step: 3, share: 0 } }],
  ['the beginning', '#x=1&step=0', { source: 'x=1', settings: {}, place: { step: 0, share: 0 } }],
  ['a share of a step', '#x=1&step=3.2', { source: 'x=1', settings: {}, place: { step: 3, share: 2 } }],
  ['a step that is none as rest', '#x=1&step=-1', { source: 'x=1', settings: {} }],
  ['a step beyond all bounds as rest', '#x=1&step=99999999', { source: 'x=1', settings: {} }],
  ['nothing', '', null],
  ['no `=`: not written by hand', '#hello', null],
  ['a digit first: the app’s own form', '#1abc=', null],
  ['escapes that are none as they stand', '#x=%E0%A4;f=x%2', { source: 'x=%E0%A4;f=x%2', settings: {} }],
  ['more than 8,192 characters', `#x=${'1'.repeat(9000)}`, null],
])('reads %s', (_, hash, opened) => {
  expect(readLink(hash)).toEqual(opened && { place: null, grain: null, embed: null, ...opened })
})

test('a place in the story is written behind the program, and read again', () => {
  const link = writeLink('x=2;f=x*x', { place: { step: 4, share: 1 } })
  expect(link).toBe('#x=2;f=x*x&step=4.1')
  expect(readLink(link)?.place).toEqual({ step: 4, share: 1 })
  expect(writeLink('x=2', { place: { step: 0, share: 0 } })).toBe('#x=2&step=0')
})

test('a short program makes a link that can be read aloud', () => {
  expect(writeLink('x=-2;y=5;z=-4;f=(x+y)*z')).toBe('#x=-2;y=5;z=-4;f=(x+y)*z')
  expect(writeLink('x=1', { settings: { digits: 2, theme: 'lecture' } })).toBe('#x=1&digits=2&theme=lecture')
})

test('whatever is typed comes back exactly, settings too', () => {
  const digits = fc.oneof(fc.constant('auto' as const), fc.integer({ min: 0, max: 6 }))
  const theme = fc.constantFrom('auto', 'light', 'dark', 'lecture')
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })

  fc.assert(
    fc.property(text, digits, theme, (source, digits, theme) => {
      const opened = readLink(writeLink(source, { settings: { digits, theme } }))
      expect(opened?.source).toBe(source)
      expect({ digits: 'auto', theme: 'auto', ...opened?.settings }).toEqual({ digits, theme })
    }),
    { numRuns: 2000 },
  )
})

test('a text too long for an address is left out of it', () => {
  expect(write({ source: `x=${'1'.repeat(9000)}`, ...plainView })).toBeNull()
})

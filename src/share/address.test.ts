import { expect, test } from 'vitest'
import { gallery } from '../program/gallery'
import { readAddress } from './address'
import { pack } from './frame'
import { type Opened, plainView } from './query'

const staged = gallery.find(({ id }) => id === 'staged')?.source ?? ''
const still = (source: string, view: Partial<Opened> = {}): Opened => ({ ...plainView, source, ...view })
const link = pack(still(staged)) ?? ''
const read = (fragment: string) => readAddress(`#${fragment}`)

const half = Math.floor(link.length / 2)
const wrapped = (by: string) => link.slice(0, half) + by + link.slice(half)

test.each([
  ['as it is', link, []],
  ['with an escaped #', `%23${link}`, ['an escaped #']],
  ['with a # escaped twice', `%2523${link}`, ['an escaped #']],
  [
    'in angle brackets that were escaped',
    `%3C${link}%3E.`,
    ['brackets or quotes round it', 'signs behind it'],
  ],
  ['in angle brackets', `<${link}>`, ['brackets or quotes round it', 'signs behind it']],
  ['in quotes that were escaped', `${link}%22`, ['signs behind it']],
  ['with a full stop behind it', `${link}.`, ['signs behind it']],
  ['in parentheses, with a comma', `${link}),`, ['signs behind it']],
  ['wrapped', wrapped('\n'), ['line breaks in it']],
  ['wrapped by a mail program', wrapped('=0D%0A'.replace('0D', '%0D')), ['line breaks in it']],
  ['with a blank in it', wrapped('%20'), ['line breaks in it']],
  ['with signs of tracking', `${link}?utm_source=chat&utm_medium=x`, ['signs of tracking behind it']],
  ['with others', `${link}&fbclid=IwAR0x`, ['signs of tracking behind it']],
])('a link %s opens as what it was', (_, fragment, undone) => {
  expect(read(fragment)).toEqual({ kind: 'frame', opened: still(staged), undone, checked: true })
})

test('settings behind it, their & escaped', () => {
  expect(read(`${link}&amp;step=4&amp;amp;theme=dark`)).toMatchObject({
    opened: { source: staged, place: { step: 4, share: 0 }, settings: { theme: 'dark' } },
    undone: ['an escaped &'],
  })
})

test.each([
  ['as it is typed', 'x=-2;y=5;f=(x+y)*2', 'x=-2;y=5;f=(x+y)*2', []],
  ['with an escaped #', '%23x=1;f=x%20*%202', 'x=1;f=x * 2', ['an escaped #']],
  ['escaped as a whole, twice', '%2523x=1;f=x%252520*2', 'x=1;f=x *2', ['an escaped #']],
  [
    'in quotes that were escaped',
    '%22x=1;f=x*2%22',
    'x=1;f=x*2',
    ['brackets or quotes round it', 'signs behind it'],
  ],
  ['in quotes', '"x=1;f=x*2"', 'x=1;f=x*2', ['brackets or quotes round it', 'signs behind it']],
  ['in parentheses', 'x=1;f=max(x,2)).', 'x=1;f=max(x,2)', ['signs behind it']],
  ['that ends in a bracket of its own', 'x=1;f=max(x,2)', 'x=1;f=max(x,2)', []],
  ['that ends in a list', 'w=[1,2]', 'w=[1,2]', []],
  ['with signs of tracking', 'x=1;f=x*2?utm_source=a&fbclid=1', 'x=1;f=x*2', ['signs of tracking behind it']],
])('a program written by hand %s', (_, fragment, source, undone) => {
  expect(read(fragment)).toEqual({ kind: 'frame', opened: still(source), undone, checked: false })
})

test.each([
  ['no link at all', 'hello', 'damaged'],
  ['a name of a place in a page', 'top', 'damaged'],
  ['a link in the wrong case', link.toLowerCase(), 'damaged'],
  ['a number', '1', 'damaged'],
  ['a newer format', `2${link.slice(1)}`, 'newer'],
  ['a program that is too long', `x=${'1'.repeat(9000)}`, 'long'],
  ['a megabyte', 'x='.repeat(500_000), 'long'],
])('%s is not opened', (_, fragment, why) => {
  expect(read(fragment)).toEqual({ kind: 'failure', why })
})

test('nothing is nothing', () => {
  expect(readAddress('')).toEqual({ kind: 'none' })
  expect(readAddress('#')).toEqual({ kind: 'none' })
})

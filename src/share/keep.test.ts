import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { keepIn } from './keep'

const shelfWith = (text: string | null) => {
  let held = text
  return {
    getItem: () => held,
    setItem: (_: string, value: string) => {
      held = value
    },
  }
}

test('what was chosen is there at the next visit', () => {
  const shelf = shelfWith(null)
  const keep = keepIn(() => shelf)
  expect([keep.isKnown(), keep.settings()]).toEqual([false, {}])
  keep.keepSettings({ ...plainSettings, theme: 'dark', digits: 3 })
  expect([keep.isKnown(), keep.settings()]).toEqual([true, { ...plainSettings, theme: 'dark', digits: 3 }])
})

test.each([
  ['nothing readable', 'not JSON', {}],
  ['a list', '[1, 2]', {}],
  ['null', 'null', {}],
  ['far too much', `"${'x'.repeat(5000)}"`, {}],
  ['a theme that is none', '{"theme":"__proto__","digits":2}', { digits: 2 }],
  ['digits out of bounds', '{"digits":99,"motion":"none"}', { motion: 'none' }],
  ['digits as text', '{"digits":"2"}', {}],
  ['names of every object', '{"__proto__":{"theme":"dark"},"constructor":1}', {}],
])('stored %s: only what is a setting is taken', (_, text, expected) => {
  expect(keepIn(() => shelfWith(text)).settings()).toEqual(expected)
})

test('where storage throws, at any call, nothing is remembered and nothing breaks', () => {
  const fails = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  for (const shelf of [fails, () => ({ getItem: fails, setItem: fails })]) {
    const keep = keepIn(shelf)
    keep.keepSettings(plainSettings)
    expect([keep.isKnown(), keep.settings()]).toEqual([false, {}])
  }
})

import { expect, test } from 'vitest'
import { turnOf } from './keys'

const keys = (key: string, held: string) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
})

test.each([
  ['z', 'ctrl', 'undo'],
  ['z', 'meta', 'undo'],
  ['Z', 'ctrl shift', 'redo'],
  ['y', 'ctrl', 'redo'],
  ['z', '', null],
  ['z', 'ctrl alt', null],
])('%s with %s', (key, held, turn) => {
  expect(turnOf(keys(key, held))).toBe(turn)
})

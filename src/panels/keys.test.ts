import { expect, test } from 'vitest'
import { keysHere, turnOf } from './keys'

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

test.each([
  ['Ctrl+K', 'Linux x86_64', 'Ctrl+K'],
  ['Ctrl+K', 'MacIntel', '⌘K'],
  ['Shift+Alt+F', 'MacIntel', '⇧⌥F'],
  ['Control+Space', 'MacIntel', '⌃Space'],
  ['Control+Space', 'Win32', 'Ctrl+Space'],
])('%s on %s is called %s', (keys, platform, called) => {
  expect(keysHere(keys, platform)).toBe(called)
})

import { expect, test } from 'vitest'
import { hasCommandKey, keysHere, turnOf } from './keys'

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

test.each([
  ['Ctrl on Linux', { ctrlKey: true, metaKey: false }, 'Linux x86_64', true],
  ['Ctrl on a Mac', { ctrlKey: true, metaKey: false }, 'MacIntel', false],
  ['Command on a Mac', { ctrlKey: false, metaKey: true }, 'MacIntel', true],
  ['both', { ctrlKey: true, metaKey: true }, 'Linux x86_64', false],
])('%s is the command key or not', (_, held, platform, expected) => {
  expect(hasCommandKey({ key: 'k', shiftKey: false, altKey: false, ...held }, platform)).toBe(expected)
})

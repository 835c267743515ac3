import { expect, test } from 'vitest'
import { changeBetween } from './change'

test.each([
  ['x = -2', 'x = -25', { from: 6, to: 6, insert: '5' }],
  ['x = -2; y = 5', 'x = 3; y = 5', { from: 4, to: 6, insert: '3' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['', 'x', { from: 0, to: 0, insert: 'x' }],
  ['x', 'x', null],
])('from %j to %j', (before, after, change) => {
  expect(changeBetween(before, after)).toEqual(change)
})

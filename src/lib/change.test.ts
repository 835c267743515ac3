import { expect, test } from 'vitest'
import { changeBetween } from './change'
import { numbersFrom } from './random'

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

/** Character by character, as it is defined. */
const plainly = (before: string, after: string) => {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) }
}

test('a long text is compared in stretches, and the change is the smallest all the same', () => {
  const next = numbersFrom(3)
  const some = (most: number) => 'ab'.repeat(Math.floor(next() * most))
  for (let round = 0; round < 60; round++) {
    const [head, tail] = [some(9000), some(9000)]
    const [before, after] = [`${head}${some(3)}${tail}`, `${head}${some(3)}c${some(3)}${tail}`]
    expect(changeBetween(before, after)).toEqual(plainly(before, after))
    expect(changeBetween(after, before)).toEqual(plainly(after, before))
    expect(changeBetween(head, `${head}${tail}a`)).toEqual(plainly(head, `${head}${tail}a`))
  }
})

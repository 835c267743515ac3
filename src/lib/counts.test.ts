import { expect, test } from 'vitest'
import { intoPlaces, longestIn } from './counts'

test.each([
  ['three lists, one empty', [0, 2, 0, 3], [0, 2, 2, 5], 3],
  ['one list', [0, 4], [0, 4], 4],
  ['none', [0], [0], 0],
])('%s', (_, counts, places, longest) => {
  const at = intoPlaces(Int32Array.from(counts))
  expect([...at]).toEqual(places)
  expect(longestIn(at)).toBe(longest)
})

import { expect, test } from 'vitest'
import { piecesOf } from './backticks'

test('what stands between backticks is code', () => {
  expect(piecesOf('`sigmod` is not a gate.')).toEqual([
    { text: 'sigmod', isCode: true },
    { text: ' is not a gate.', isCode: false },
  ])
  expect(piecesOf('')).toEqual([])
})

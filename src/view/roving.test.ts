import { describe, expect, test } from 'vitest'
import { nextOf } from './roving'

// 0 and 1: a value above its gradient; 2: a gate to the right; 3 and 4: the next row.
const points = [
  { x: 0, y: 10 },
  { x: 0, y: 30 },
  { x: 100, y: 50 },
  { x: 0, y: 80 },
  { x: 0, y: 100 },
]

describe('arrow keys', () => {
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 4, 2],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 2, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 3],
    ['ArrowUp', 3, 1],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['x', 0, null],
  ])('%s leads from %i to %s', (key, from, to) => {
    expect(nextOf(points, from, key)).toBe(to)
  })
})

import { describe, expect, test } from 'vitest'
import type { Subject } from '../scene/scene'
import { ahead, nearest, onSide, sideOf } from './roving'

// 0 and 1: a value above its gradient; 2: a gate to the right; 3 and 4: the next row.
const points = [
  { x: 0, y: 10 },
  { x: 0, y: 30 },
  { x: 100, y: 50 },
  { x: 0, y: 80 },
  { x: 0, y: 100 },
]

describe('up and down', () => {
  test.each([
    ['down', 1, 1, 3],
    ['down', 0, 1, 1],
    ['up', 3, -1, 1],
    ['up', 0, -1, 0],
    ['down', 4, 1, 4],
  ] as const)('%s from %i', (_, from, direction, to) => {
    expect(nearest(points, from, direction)).toBe(to)
  })
})

describe('along the wires', () => {
  const [value, gradient, gate]: readonly Subject[] = [
    { about: 'value', wire: 'q' },
    { about: 'gradient', wire: 'q' },
    { about: 'gate', wire: 'q' },
  ]
  const both = [value as Subject, gradient as Subject]

  test('each key leads somewhere, and others mean nothing', () => {
    const walk = { left: [gate as Subject], right: both }
    const ends = { home: both, end: [] }
    expect(ahead('ArrowLeft', walk, ends)).toEqual([gate])
    expect(ahead('ArrowRight', walk, ends)).toEqual(both)
    expect(ahead('Home', walk, ends)).toEqual(both)
    expect(ahead('End', walk, ends)).toEqual([])
    expect(ahead('x', walk, ends)).toBeNull()
  })

  test('a walk keeps to its side through gates and forks', () => {
    expect(sideOf(gradient as Subject, 'value')).toBe('gradient')
    expect(sideOf(gate as Subject, 'gradient')).toBe('gradient')
    expect(sideOf({ about: 'share', wire: 'x', by: 'q', port: 0 }, 'value')).toBe('value')
    expect(onSide(both, 'gradient')).toBe(gradient)
    expect(onSide([gate as Subject], 'gradient')).toBe(gate)
    expect(onSide([], 'value')).toBeNull()
  })
})

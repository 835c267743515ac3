import { expect, test } from 'vitest'
import { arrowhead, lineThrough, pointBefore, shorten, straightened } from './geometry'

const path = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 20 },
]

test('a path runs through its points', () => {
  expect(lineThrough(path)).toBe('M0,0L10,0L10,20')
})

test('an arrowhead points along the line that brings it', () => {
  expect(arrowhead({ x: 0, y: 0 }, { x: 10, y: 0 }, 2)).toBe('M2,3L10,0L2,-3Z')
})

test('the point before the tip gives the direction', () => {
  expect(pointBefore(path, { x: 10, y: 0 })).toEqual({ x: 0, y: 0 })
  expect(pointBefore(path, { x: 0, y: 0 })).toBeNull()
})

test('a shortened line keeps its direction; one that is too short stays', () => {
  expect(shorten(path, 5).at(-1)).toEqual({ x: 10, y: 15 })
  expect(shorten(path, 20)).toBe(path)
})

test('a straight stretch is one stretch', () => {
  const points = [0, 20, 70].map((x) => ({ x, y: 30 }))
  expect(straightened([...points, { x: 90, y: 50 }])).toEqual([points[0], points[2], { x: 90, y: 50 }])
})

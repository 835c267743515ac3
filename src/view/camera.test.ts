import { expect, test } from 'vitest'
import { fitted } from './camera'

const bounds = { x: 10, y: 20, width: 400, height: 200 }

test('a picture that fits is centred whole', () => {
  const { k, x, y } = fitted(bounds, { width: 616, height: 440 }, 0.75)
  expect(k).toBeCloseTo(1.5)
  expect([x + 10 * k, x + 410 * k]).toEqual([8, 608])
  expect(y + 120 * k).toBeCloseTo(220)
})

test('a small picture is not blown up past 3', () => {
  expect(fitted(bounds, { width: 5000, height: 5000 }, 0.75).k).toBe(3)
})

test('a picture too wide to be legible whole begins at its left end, in the middle of the height', () => {
  const { k, x, y } = fitted(bounds, { width: 200, height: 400 }, 0.75)
  expect(k).toBe(0.75)
  expect(x + bounds.x * k).toBe(8)
  expect(y + 120 * k).toBeCloseTo(200)
})

test('before anything is left out, the empty margin is', () => {
  const { k, x } = fitted(bounds, { width: 292, height: 400 }, 0.75)
  expect(k).toBe(0.75)
  // 300 px wide with its margin of 12 units: what is drawn keeps 5 px from either edge.
  expect(x + (bounds.x + 12) * k).toBeCloseTo(5)
  expect(292 - (x + (bounds.x + bounds.width - 12) * k)).toBeCloseTo(5)
})

test('one too high begins at its top, with its first input', () => {
  const { k, y } = fitted({ x: 0, y: 0, width: 300, height: 2000 }, { width: 600, height: 400 }, 0.75)
  expect(k).toBe(0.75)
  expect(y).toBe(8)
})

import { describe, expect, test } from 'vitest'
import type { Focus } from '../scene/scene'
import { centredOn, fitted, isWhole, keptOn, leastScale, middledOn, turnedTo, wantedOf } from './sight'

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

test('at a desk the smallest text is 12 px; in a hall its capitals are 2.8 % of the height', () => {
  const size = { width: 1920, height: 1000 }
  expect(leastScale({ smallest: 16, hall: false }, size)).toBe(0.75)
  expect(leastScale({ smallest: 12, hall: false }, size)).toBe(1)
  expect(leastScale({ smallest: 16, hall: true }, size) * 16 * 0.66).toBeCloseTo(28, 10)
})

test('of what is more than is seen at once, as much as there is room for is to be in sight', () => {
  const size = { width: 400, height: 300 }
  const all = { x: 0, y: 0, width: 900, height: 200 }
  const core = { x: 600, y: 90, width: 195, height: 60 }
  const card = { x: 600, y: 90, width: 90, height: 30 }
  const focus: Focus = [all, core, card]
  expect(wantedOf(focus, 0.3, size)).toEqual(all)
  expect(wantedOf(focus, 1, size)).toEqual({ x: 600, width: 195, y: 0, height: 200 })
  expect(wantedOf(focus, 2, size), 'all but to the edge, if need be').toEqual(core)
  expect(wantedOf(focus, 3, size)).toEqual({ x: 600, width: 90, y: 90, height: 60 })
  expect(wantedOf(focus, 9, size), 'nothing fits').toEqual(card)
})

test('one flies to what stands at an edge without looking beyond it', () => {
  const size = { width: 400, height: 300 }
  const wide = { x: 0, y: 0, width: 3000, height: 100 }
  expect(keptOn(wide, { k: 1, x: 200, y: 100 }, size)).toEqual({ k: 1, x: 8, y: 100 })
  expect(keptOn(wide, { k: 1, x: -2900, y: 100 }, size)).toEqual({ k: 1, x: -2608, y: 100 })
  expect(keptOn(wide, { k: 1, x: -900, y: 100 }, size)).toEqual({ k: 1, x: -900, y: 100 })
})

describe('all in sight', () => {
  const size = { width: 616, height: 440 }

  test('what is fitted is, and what is moved to a side by more than a few pixels is not', () => {
    const view = fitted(bounds, size, 0)
    expect(isWhole(bounds, view, size)).toBe(true)
    expect(isWhole(bounds, { ...view, x: view.x + 20 }, size)).toBe(false)
    expect(isWhole(bounds, { ...view, y: view.y - 200 }, size)).toBe(false)
    expect(isWhole(bounds, { ...view, k: 2 * view.k }, size)).toBe(false)
  })

  test('a point comes to the middle only where there is more than is seen', () => {
    const long = { x: 0, y: 0, width: 5000, height: 100 }
    expect(centredOn({ x: 3000, y: 90 }, long, { k: 1, x: 0, y: 170 }, size)).toEqual({ x: 3000, y: 50 })
    expect(centredOn({ x: 300, y: 90 }, long, { k: 0.1, x: 58, y: 215 }, size)).toBeNull()
  })
})

describe('turned to where something happens', () => {
  const size = { width: 400, height: 300 }
  const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height })

  test.each([
    ['what is in sight moves nothing', box(100, 100), { k: 1, x: 0, y: 0 }],
    ['what is beyond the right edge comes in, with some air', box(400, 100), { k: 1, x: -124, y: 0 }],
    ['what is above comes down', box(100, -50), { k: 1, x: 0, y: 74 }],
    ['of what is too wide the right end is seen', box(0, 100, 900), { k: 1, x: -524, y: 0 }],
  ])('%s', (_, focus, expected) => {
    expect(turnedTo(focus, { k: 1, x: 0, y: 0 }, size)).toEqual(expected)
  })
})

describe('turned in a large picture, with a map above and buttons below', () => {
  const [size, map] = [
    { width: 800, height: 400 },
    { width: 120, height: 100 },
  ]
  const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height })
  const still = { k: 1, x: 0, y: 0 }

  test.each([
    ['what is clear of both moves nothing', box(300, 100), still],
    ['what is below the map moves nothing', box(650, 150), still],
    ['what lies under the map comes to the middle', box(650, 40), { k: 1, x: -300, y: 135 }],
    ['what lies under the buttons comes to the middle', box(640, 320), { k: 1, x: -290, y: -145 }],
    ['what is out of sight comes to the middle', box(2000, -900), { k: 1, x: -1650, y: 1075 }],
    ['of what is too wide the right end is seen', box(0, 100, 900), { k: 1, x: -124, y: 75 }],
    ['what is all but too wide is seen all the same', box(30, 100, 790), { k: 1, x: -25, y: 75 }],
    ['what is as high as the picture comes beside both', box(500, 0, 200, 390), { k: 1, x: -290, y: 5 }],
    ['of what is also too wide for that the right end is seen', box(0, 0, 640, 390), { k: 1, x: -44, y: 5 }],
  ])('%s', (_, focus, expected) => {
    expect(middledOn(focus, still, size, map)).toEqual(expected)
  })
})

test('a large picture begins where its first input is, in the middle of the height', () => {
  const bounds = { x: 0, y: 0, width: 3000, height: 9000 }
  const { k, y } = fitted(bounds, { width: 800, height: 400 }, 0.75, { x: 50, y: 4000 })
  expect(4000 * k + y).toBe(200)
})

test('where the first input is far down, there is no more below the picture than its padding', () => {
  const { k, y } = fitted({ x: 0, y: 0, width: 3000, height: 1000 }, { width: 800, height: 400 }, 0.75, {
    x: 50,
    y: 950,
  })
  expect(1000 * k + y).toBe(392)
})

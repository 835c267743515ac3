// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Travel } from '../scene/scene'
import { along, createTravels } from './travels'

test.each([
  [0, { x: 0, y: 0 }],
  [0.25, { x: 5, y: 0 }],
  [0.5, { x: 10, y: 0 }],
  [0.75, { x: 10, y: 5 }],
  [1, { x: 10, y: 10 }],
])('at %d of its way a number is at %j', (share, point) => {
  const way = along([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
  ])
  expect(way(share)).toEqual(point)
})

test('a way of no length is its end', () => {
  expect(
    along([
      { x: 3, y: 4 },
      { x: 3, y: 4 },
    ])(0.5),
  ).toEqual({ x: 3, y: 4 })
})

const travel = (stride: number): Travel => ({
  stride,
  into: [
    {
      key: 'in',
      text: '5',
      of: 'value',
      path: [
        { x: 0, y: 0 },
        { x: 9, y: 0 },
      ],
      lands: [],
    },
  ],
  out: [
    {
      key: 'out',
      text: '3',
      of: 'value',
      path: [
        { x: 9, y: 0 },
        { x: 20, y: 0 },
      ],
      lands: [{ about: 'value', wire: 'q' }],
    },
  ],
})

const stage = () => {
  const layer = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  const number = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  document.body.append(layer, number)
  const travels = createTravels(layer, () => number)
  const texts = () => [...layer.querySelectorAll('text')].map(({ textContent }) => textContent)
  return { travels, texts, layer, isComing: () => number.classList.contains('coming') }
}

test('a step is seen once: shown again it stands still, another one takes its place', () => {
  const { travels, texts, layer, isComing } = stage()
  travels.run(travel(1), 250)
  expect([texts(), isComing()]).toEqual([['5', '3'], true])
  travels.run(travel(1), 250)
  expect(layer.querySelectorAll('.travels')).toHaveLength(1)
  travels.run(travel(2), 250)
  expect(layer.querySelectorAll('.travels')).toHaveLength(1)
  travels.run(null, 250)
  expect([layer.childElementCount, isComing()]).toEqual([0, false])
})

test('without time nothing travels', () => {
  const { travels, layer, isComing } = stage()
  travels.run(travel(1), 0)
  expect([layer.childElementCount, isComing()]).toEqual([0, false])
  travels.stop()
})

// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { Subject } from '../scene/scene'
import { createGrabbing } from './grabbing'
import { gate, scene, wire } from './marks-for-tests'
import { createStage, type Stage } from './stage'

let svg: SVGSVGElement
let stage: Stage
let pinned: (Subject | null)[]
let hand: unknown[]

beforeEach(() => {
  document.body.replaceChildren()
  svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  document.body.append(svg)
  pinned = []
  hand = []
  stage = createStage(svg, {
    onAsk: () => undefined,
    onPin: (it) => pinned.push(it),
    onGrab: (key) => hand.push(['grab', key]),
    onPull: ({ by, unit, pace }) => hand.push(['pull', by, unit, pace]),
    onDrop: () => hand.push(['drop']),
    onCancel: () => hand.push(['cancel']),
    onWrite: (key) => hand.push(['write', key]),
    onView: () => undefined,
  })
  stage.lend(createGrabbing)
})

const find = (selector: string): SVGElement => {
  const found = svg.querySelector<SVGElement>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
const point = (type: string, x: number, y: number, more: PointerEventInit = {}) =>
  find('.value .hit').dispatchEvent(
    new PointerEvent(type, {
      pointerId: 1,
      isPrimary: true,
      buttons: 1,
      clientX: x,
      clientY: y,
      bubbles: true,
      ...more,
    }),
  )

test('an input in somebody’s hand goes along the axis of its first pixels, and its drag ends in no click', () => {
  stage.show(scene(wire('x'), gate), 0)
  point('pointerdown', 100, 100)
  point('pointermove', 101, 102)
  expect(hand).toEqual([])
  point('pointermove', 100, 90)
  point('pointermove', 140, 84)
  point('pointermove', 140, 94, { shiftKey: true })
  point('pointermove', 140, 93, { altKey: true })
  point('pointerup', 140, 93)
  find('.value .hit').dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(hand).toEqual([
    ['grab', 'x'],
    ['pull', 6, 'pixel', 'plain'],
    ['pull', 6, 'pixel', 'plain'],
    ['pull', -10, 'pixel', 'fine'],
    ['pull', 1, 'pixel', 'coarse'],
    ['drop'],
  ])
  expect(pinned).toEqual([])
})

test('is given back by Escape, and by a second finger', () => {
  stage.show(scene(wire('x')), 0)
  point('pointerdown', 0, 0)
  point('pointermove', 20, 0)
  press(svg, 'Escape')
  point('pointermove', 40, 0)
  expect(hand.slice(-1)).toEqual([['cancel']])
  point('pointerup', 40, 0)
  point('pointerdown', 0, 0)
  point('pointermove', 0, 20)
  point('pointerdown', 50, 50, { pointerId: 2, isPrimary: false })
  expect(hand.slice(-1)).toEqual([['cancel']])
})

test('a press that does not move is a click, and asks', () => {
  stage.show(scene(wire('x')), 0)
  point('pointerdown', 0, 0)
  point('pointerup', 1, 1)
  find('.value .hit').dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(hand).toEqual([])
  expect(pinned).toEqual([{ about: 'value', wire: 'x' }])
})

test('only inputs can be taken', () => {
  stage.show(scene(wire('x', { role: 'wire' })), 0)
  point('pointerdown', 0, 0)
  point('pointermove', 0, 30)
  expect(hand).toEqual([])
})

test('Alt and arrows nudge it, one grab for the whole run', () => {
  stage.show(scene(wire('x')), 0)
  find('.gradient').focus()
  const nudge = (key: string, shiftKey = false) =>
    find('.gradient').dispatchEvent(
      new KeyboardEvent('keydown', { key, altKey: true, shiftKey, bubbles: true, cancelable: true }),
    )
  nudge('ArrowUp')
  nudge('ArrowDown', true)
  nudge('PageUp')
  find('.gradient').dispatchEvent(new KeyboardEvent('keyup', { key: 'Alt', bubbles: true }))
  expect(hand).toEqual([
    ['grab', 'x'],
    ['pull', 1, 'step', 'plain'],
    ['pull', -1, 'step', 'fine'],
    ['pull', 1, 'step', 'coarse'],
    ['drop'],
  ])
})

test('Enter on its value, or a double click anywhere on it, asks for a field', () => {
  stage.show(scene(wire('x')), 0)
  press(find('.value'), 'Enter')
  find('.grip').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  expect(hand).toEqual([
    ['write', 'x'],
    ['write', 'x'],
  ])
  expect(pinned).toEqual([])
})

test('a finger that joins one on the ground takes nothing', () => {
  stage.show(scene(wire('x')), 0)
  point('pointerdown', 0, 0, { pointerId: 2, isPrimary: false })
  point('pointermove', 0, 30, { pointerId: 2, isPrimary: false })
  expect(hand).toEqual([])
})

test('a press released elsewhere is over: coming back with no button drags nothing', () => {
  stage.show(scene(wire('x')), 0)
  point('pointerdown', 0, 0)
  point('pointermove', 0, 30, { buttons: 0 })
  point('pointermove', 0, 60, { buttons: 0 })
  expect(hand).toEqual([])
})

test('a drag whose pointer is lost is given back', () => {
  stage.show(scene(wire('x')), 0)
  point('pointerdown', 0, 0)
  point('pointermove', 0, 30)
  point('lostpointercapture', 0, 30)
  expect(hand.at(-1)).not.toEqual(['cancel'])
  svg.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: 1 }))
  expect(hand.at(-1)).toEqual(['cancel'])
})

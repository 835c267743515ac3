// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import type { Subject } from '../scene/scene'
import { branch, gate, scene, wire } from './marks-for-tests'
import { createStage, type Stage } from './stage'

const nothing = () => undefined

let svg: SVGSVGElement
let stage: Stage
let asked: (Subject | null)[]
let pinned: (Subject | null)[]

beforeEach(() => {
  document.body.replaceChildren()
  svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'stage')
  document.body.append(svg)
  asked = []
  pinned = []
  stage = createStage(svg, {
    onAsk: (it) => asked.push(it),
    onPin: (it) => pinned.push(it),
    onGrab: nothing,
    onPull: nothing,
    onDrop: nothing,
    onCancel: nothing,
    onWrite: nothing,
    onView: nothing,
  })
})

const find = (selector: string): SVGElement => {
  const found = svg.querySelector<SVGElement>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

describe('what is drawn', () => {
  test('showing a scene twice draws it once', () => {
    stage.show(scene(wire('x'), gate), 0)
    const once = svg.outerHTML
    stage.show(scene(wire('x'), gate), 0)
    expect(svg.outerHTML).toBe(once)
  })

  test('going away and coming back draws the same', () => {
    stage.show(scene(wire('x'), gate), 0)
    const once = find('[data-wire]').outerHTML
    stage.show(scene(wire('x', { gradient: null, name: null })), 0)
    stage.show(scene(wire('x'), gate), 0)
    expect(find('[data-wire]').outerHTML).toBe(once)
  })

  test('a mark keeps its element as long as its key stays', () => {
    stage.show(scene(wire('x'), wire('y')), 0)
    const [x, y] = [find('[data-wire="x"]'), find('[data-wire="y"]')]
    stage.show(scene(wire('w'), wire('y', { fullValue: '7' }), wire('x')), 0)
    expect(find('[data-wire="x"]')).toBe(x)
    expect(find('[data-wire="y"]')).toBe(y)
    expect([...svg.querySelectorAll('[data-wire]')].map((each) => each.getAttribute('data-wire'))).toEqual([
      'w',
      'y',
      'x',
    ])
  })

  test('a number that is not shown has no attribute and no text', () => {
    stage.show(scene(wire('x', { fullGradient: null, gradient: null })), 0)
    const mark = find('[data-wire="x"]')
    expect(mark.getAttribute('data-value')).toBe('-2')
    expect(mark.hasAttribute('data-gradient')).toBe(false)
    expect(mark.querySelector('.gradient')).toBeNull()
    stage.show(scene(wire('x')), 0)
    expect(mark.getAttribute('data-gradient')).toBe('-4')
  })

  test('text is text, whatever it says', () => {
    stage.show(scene(wire('x', { name: { text: '<b>', full: '<b>', at: { x: 0, y: 0 } } })), 0)
    expect(find('.name').textContent).toBe('<b>')
    expect(svg.querySelector('b')).toBeNull()
  })

  test('of branches on one trunk, what is looked at lies over what stepped back, and that over what leads nowhere', () => {
    const path = [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
    ]
    stage.show(
      scene(
        branch('at work', { path }),
        branch('leads nowhere', { path, thin: true, sight: 'dim' }),
        branch('stepped back', { path, sight: 'dim' }),
      ),
      0,
    )
    const order = [...svg.querySelectorAll('.branch')].map((each) => each.getAttribute('data-branch'))
    expect(order).toEqual(['leads nowhere', 'stepped back', 'at work'])
  })

  test('destroy leaves the svg as it was found', () => {
    stage.show(scene(wire('x'), gate), 0)
    stage.destroy()
    expect(svg.outerHTML).toBe('<svg class="stage"></svg>')
    press(svg, 'Escape')
    expect(pinned).toEqual([])
  })
})

describe('asking', () => {
  const value: Subject = { about: 'value', wire: 'x' }
  const gradient: Subject = { about: 'gradient', wire: 'x' }

  test('pointing asks, leaving asks nothing', () => {
    stage.show(scene(wire('x')), 0)
    find('.value .hit').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    svg.dispatchEvent(new PointerEvent('pointerleave'))
    expect(asked).toEqual([value, null])
  })

  test('a click and Enter pin, Escape and a click on the ground let go', () => {
    stage.show(scene(wire('x')), 0)
    find('.value .hit').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    press(find('.gradient'), 'Enter')
    press(find('.gradient'), 'Escape')
    svg.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(pinned).toEqual([value, gradient, null, null])
  })

  test('the picture is one tab stop, and arrow keys move along it', () => {
    stage.show(scene(wire('x'), gate), 0)
    const stops = () => svg.querySelectorAll('[tabindex="0"]')
    expect([...stops()]).toEqual([find('.value')])
    find('.value').focus()
    press(find('.value'), 'ArrowDown')
    expect(document.activeElement).toBe(find('.gradient'))
    press(find('.gradient'), 'ArrowRight')
    expect(document.activeElement).toBe(find('.body'))
    expect([...stops()]).toEqual([find('.body')])
    // Back along the wire, on the side that the walk came from.
    press(find('.body'), 'ArrowLeft')
    expect(document.activeElement).toBe(find('.gradient'))
    press(find('.gradient'), 'End')
    expect(document.activeElement).toBe(find('.body'))
    press(find('.body'), 'Home')
    expect(document.activeElement).toBe(find('.value'))
    const at = { about: 'gate', wire: 'q' }
    expect(asked).toEqual([value, gradient, at, gradient, at, value])
  })

  test('at the end of a wire an arrow key changes nothing', () => {
    stage.show(scene(wire('x'), gate), 0)
    find('.value').focus()
    press(find('.value'), 'Enter')
    press(find('.value'), 'ArrowLeft')
    expect(document.activeElement).toBe(find('.value'))
    expect(pinned).not.toContain(null)
  })

  test('a walk is answered also while the mouse rests on a number', () => {
    stage.show(scene(wire('x'), gate), 0)
    find('.gradient .hit').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    find('.value').focus()
    press(find('.value'), 'ArrowRight')
    expect(asked.at(-1)).toEqual({ about: 'gate', wire: 'q' })
  })

  test('what comes to lie under a mouse that rests is not pointed at; once it moves, it is', () => {
    const over = (selector: string, type: string, clientX: number) =>
      find(selector).dispatchEvent(new PointerEvent(type, { bubbles: true, clientX, clientY: 5 }))
    stage.show(scene(wire('x'), gate), 0)
    document.dispatchEvent(new PointerEvent('pointermove', { clientX: 40, clientY: 5 }))
    stage.focusOn({ about: 'gate', wire: 'q' })
    over('.value .hit', 'pointerover', 40)
    expect(asked).toEqual([{ about: 'gate', wire: 'q' }])
    over('.value .hit', 'pointermove', 41)
    expect(asked.at(-1)).toEqual(value)
  })

  test('focus stays on its number through a redraw', () => {
    stage.show(scene(wire('x'), wire('y')), 0)
    const held = find('[data-wire="y"] .gradient')
    held.focus()
    stage.show(scene(wire('y'), wire('x')), 0)
    expect(document.activeElement).toBe(held)
    expect(asked).toEqual([{ about: 'gradient', wire: 'y' }])
  })

  test('where the focused number is gone, focus goes to the first one', () => {
    stage.show(scene(wire('x'), gate), 0)
    find('.body').focus()
    stage.show(scene(wire('x')), 0)
    expect(document.activeElement).toBe(find('.value'))
    expect(asked.at(-1)).toEqual(value)
  })
})

test('what goes fades as a shadow that nobody meets, and what comes back is new', () => {
  stage.show(scene(wire('x'), wire('y')), 0)
  stage.show(scene(wire('x')), 250)
  const shadow = find('.leaving')
  expect(shadow.getAttribute('aria-hidden')).toBe('true')
  expect(shadow.querySelector('[role], [tabindex], [aria-label]')).toBeNull()
  expect(svg.querySelector('[data-wire="y"]')).toBeNull()
  stage.show(scene(wire('x'), wire('y')), 0)
  expect(find('[data-wire="y"]')).not.toBe(shadow)
})

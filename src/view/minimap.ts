import { pointer, select } from 'd3'
import type { Box, Point } from '../layout/layout'
import type { Mass, Window } from '../scene/scene'
import { massPart } from './marks/mass'
import { paint } from './parts'
import type { Size } from './sight'

/** The whole of a large circuit in a corner, and where one is in it; pressing and dragging there goes there. */
export type Minimap = {
  /** Null: there is none. */
  readonly show: (masses: readonly Mass[] | null, bounds: Box) => void
  readonly follow: (window: Window, size: Size) => void
  readonly destroy: () => void
}

/** In CSS pixels; on a small svg a third of its width. */
const most: Size = { width: 200, height: 120 }
const least = 10
const inset = 12

/** As large as the map of a picture of such bounds is on an svg of such a size. */
export const mapSize = (bounds: Box, size: Size): Size => {
  const scale = Math.min(Math.min(most.width, size.width / 3) / bounds.width, most.height / bounds.height)
  return { width: Math.max(least, bounds.width * scale), height: Math.max(least, bounds.height * scale) }
}

export const createMinimap = (svg: SVGSVGElement, goTo: (point: Point) => void): Minimap => {
  const map = select(svg)
    .append('g')
    .attr('class', 'minimap')
    .attr('aria-hidden', 'true')
    .style('display', 'none')
  const ground = map.append('rect').attr('class', 'ground')
  const drawing = map.append('g')
  const here = map.append('rect').attr('class', 'here')
  let bounds: Box = { x: 0, y: 0, width: 1, height: 1 }
  let shown = false
  let box: Size = { width: 1, height: 1 }

  const go = (event: PointerEvent): void => {
    const [x, y] = pointer(event, map.node())
    goTo({
      x: bounds.x + (x / box.width) * bounds.width,
      y: bounds.y + (y / box.height) * bounds.height,
    })
  }
  map
    // The camera beneath is not meant.
    .on('mousedown touchstart', (event: Event) => event.stopPropagation())
    .on('pointerdown', (event: PointerEvent) => {
      map.node()?.setPointerCapture(event.pointerId)
      go(event)
    })
    .on('pointermove', (event: PointerEvent) => {
      if (event.buttons > 0) go(event)
    })

  return {
    show: (masses, next) => {
      shown = masses !== null
      bounds = next
      map.style('display', shown ? '' : 'none')
      const node = drawing.node()
      if (masses && node) paint(node, masses.map(massPart), 0)
    },
    follow: (window, size) => {
      if (!shown) return
      box = mapSize(bounds, size)
      const [across, down] = [box.width / bounds.width, box.height / bounds.height]
      map.attr('transform', `translate(${inset},${size.height - box.height - inset})`)
      ground.attr('width', box.width).attr('height', box.height)
      drawing.attr('transform', `scale(${across},${down}) translate(${-bounds.x},${-bounds.y})`)
      const left = Math.max(0, (window.box.x - bounds.x) * across)
      const top = Math.max(0, (window.box.y - bounds.y) * down)
      const right = Math.min(box.width, (window.box.x + window.box.width - bounds.x) * across)
      const bottom = Math.min(box.height, (window.box.y + window.box.height - bounds.y) * down)
      here
        .attr('x', Math.min(left, box.width - 3))
        .attr('y', Math.min(top, box.height - 3))
        .attr('width', Math.max(3, right - left))
        .attr('height', Math.max(3, bottom - top))
    },
    destroy: () => map.remove(),
  }
}

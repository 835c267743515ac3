import { pointer, select } from 'd3'
import type { Box, Point } from '../layout/layout'
import type { Mass, Window } from '../scene/scene'
import { massPart } from './marks/mass'
import { paint } from './parts'
import { isWhole, mapSize, type Size } from './sight'

/** The whole of a large circuit in a corner, and where one is in it; pressing and dragging there goes there. */
export type Minimap = {
  /** Null: there is none. */
  readonly show: (masses: readonly Mass[] | null, bounds: Box) => void
  readonly follow: (window: Window, size: Size) => void
  readonly destroy: () => void
}

/** The box of what is seen never vanishes. */
const leastHere = 4

/** A place from 0 to `room` for something so long, as near to where it is as it can be. */
const within = (from: number, length: number, room: number): { at: number; length: number } => {
  const shown = Math.min(room, Math.max(leastHere, length))
  return { at: Math.min(room - shown, Math.max(0, from)), length: shown }
}

export const createMinimap = (stage: SVGSVGElement, goTo: (point: Point) => void): Minimap => {
  const map = select(stage.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg'))
  map.attr('class', 'minimap').attr('aria-hidden', 'true')
  const ground = map.append('rect').attr('class', 'ground')
  const drawing = map.append('g')
  const here = map.append('rect').attr('class', 'here')
  const node = map.node() as SVGSVGElement
  let bounds: Box = { x: 0, y: 0, width: 1, height: 1 }
  /** From the circuit to the map, which is never so thin that it could not be pressed: the circuit is in its middle. */
  let onto = { scale: 1, x: 0, y: 0 }
  let shown: readonly Mass[] | null = null

  const go = (event: PointerEvent): void => {
    const [x, y] = pointer(event, node)
    goTo({ x: (x - onto.x) / onto.scale, y: (y - onto.y) / onto.scale })
  }
  map
    .on('pointerdown', (event: PointerEvent) => {
      node.setPointerCapture(event.pointerId)
      go(event)
    })
    .on('pointermove', (event: PointerEvent) => {
      if (event.buttons > 0) go(event)
    })

  return {
    show: (masses, next) => {
      bounds = next
      if (masses === null) map.remove()
      else if (!node.isConnected) stage.after(node)
      if (masses && masses !== shown) paint(drawing.node() as SVGGElement, masses.map(massPart), 0)
      shown = masses
    },
    follow: ({ box: seen, scale: k }, size) => {
      if (shown === null) return
      // Where all is in sight it tells nothing, and would cover some of it.
      const isAll = isWhole(bounds, { k, x: -seen.x * k, y: -seen.y * k }, size)
      map.style('display', isAll ? 'none' : '')
      const box = mapSize(bounds, size)
      const scale = Math.min(box.width / bounds.width, box.height / bounds.height)
      onto = {
        scale,
        x: (box.width - bounds.width * scale) / 2 - bounds.x * scale,
        y: (box.height - bounds.height * scale) / 2 - bounds.y * scale,
      }
      map.attr('width', box.width).attr('height', box.height)
      ground.attr('width', box.width).attr('height', box.height)
      drawing.attr('transform', `translate(${onto.x},${onto.y}) scale(${scale})`)
      const x = within(seen.x * scale + onto.x, seen.width * scale, box.width)
      const y = within(seen.y * scale + onto.y, seen.height * scale, box.height)
      here.attr('x', x.at).attr('width', x.length).attr('y', y.at).attr('height', y.length)
    },
    destroy: () => map.remove(),
  }
}

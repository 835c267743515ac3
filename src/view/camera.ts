import { type D3ZoomEvent, select, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3'
import type { Box, Point } from '../layout/layout'
import { margin, textSize } from '../layout/measure'
import type { Focus, Window } from '../scene/scene'
import {
  areSame,
  centredOn,
  type Floor,
  fitted,
  heldWithin,
  isWhole,
  keptOn,
  leastScale,
  mapSize,
  middledOn,
  narrow,
  type Size,
  slack,
  turnedTo,
  type View,
  wantedOf,
} from './sight'

export type Camera = {
  /** Fits a picture of other bounds, unless a person has moved the camera since it was last fitted. */
  readonly frame: (bounds: Box, floor: Floor, milliseconds: number) => void
  /** Turns to where something happens, if it is not all in sight; null leaves it where it is. */
  readonly turnTo: (focus: Focus | null, milliseconds: number) => void
  /** The whole picture, however small. */
  readonly fit: (milliseconds: number) => void
  /** First sight again: for a picture that is another one altogether. */
  readonly forget: () => void
  readonly zoomBy: (factor: number) => void
  /** Where a point of the picture is in the svg, in CSS pixels. */
  readonly project: (point: Point) => Point
  /** Moves just enough to bring a point into view. */
  readonly reveal: (point: Point) => void
  /** Goes to a point, near enough to read what is there. */
  readonly flyTo: (point: Point, milliseconds: number, arrived?: () => void) => void
  /** Puts a point in the middle, as far away as before. */
  readonly centre: (point: Point) => void
  /** What is seen now; the whole on paper, and nothing where the svg has no room. */
  readonly window: () => Window
  readonly destroy: () => void
}

/** This much of the picture always stays in view, in CSS pixels. */
const handhold = 60
/** One can go this far away, and always so far that the whole is seen. */
const leastZoom = 0.15
/** Where one flies to, numbers are so large. */
const flownTo = 1
const nearEnough = 0.75
/** On paper, a unit is so many pixels where the picture is large. */
const paperWidth = 1400

type Sight = {
  /** What a press on it is not for the camera. */
  readonly isHandle: (target: EventTarget | null) => boolean
  readonly onView: () => void
  /** Whether the wheel zooms; otherwise it scrolls the page. */
  readonly takesWheel: (event: WheelEvent) => boolean
}

/** d3-zoom on one `<g>`; nothing of it passes through React. */
export const createCamera = (
  svg: SVGSVGElement,
  layer: SVGGElement,
  { isHandle, onView, takesWheel }: Sight,
): Camera => {
  const root = select(svg)
  let bounds: Box | null = null
  let floor: Floor = { smallest: textSize, hall: false, isLarge: false, home: null }
  let moved = false
  let whole = false
  /** Where it happens: a person who looks elsewhere meanwhile is not called back. */
  let turned: Focus | null = null

  const measured = (): Size => ({ width: svg.clientWidth, height: svg.clientHeight })
  /** Asked of the page only when it says that it changed: asking in the middle of a zoom would lay out all its text. */
  let room: Size = { width: 0, height: 0 }
  const sizeOf = (): Size => {
    if (room.width === 0 || room.height === 0) room = measured()
    return room
  }

  const hold = (transform: ZoomTransform): ZoomTransform => {
    if (!bounds) return transform
    const size = sizeOf()
    // Of a large picture, much of which may be empty, what is seen keeps its middle inside.
    const most = floor.isLarge ? Number.POSITIVE_INFINITY : handhold
    const shift = (from: number, length: number, room: number): number => {
      const kept = Math.min(most, room / 2)
      if (from + length < kept) return kept - from - length
      return from > room - kept ? room - kept - from : 0
    }
    const x = shift(transform.applyX(bounds.x), bounds.width * transform.k, size.width)
    const y = shift(transform.applyY(bounds.y), bounds.height * transform.k, size.height)
    return x === 0 && y === 0 ? transform : transform.translate(x / transform.k, y / transform.k)
  }

  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([leastZoom, 8])
    .clickDistance(4)
    .filter((event: MouseEvent | TouchEvent | WheelEvent) => {
      if ('deltaY' in event) return takesWheel(event)
      if ('touches' in event) return event.touches.length > 1 || !isHandle(event.target)
      return !event.ctrlKey && event.button === 0 && !isHandle(event.target)
    })
    .extent(() => {
      const { width, height } = sizeOf()
      return [
        [0, 0],
        [width, height],
      ]
    })
    .constrain(hold)
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (!onPaper) layer.setAttribute('transform', transform.toString())
      tellBeyond(transform)
      onView()
      if (sourceEvent) moved = true
    })
    // A press stops a glide; where nothing was moved by it, the glide is finished.
    .on('end', ({ sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (sourceEvent && !moved) aim(0)
    })

  /** At which edges the picture goes on: `data-beyond`, for the page to show. */
  const tellBeyond = (transform: ZoomTransform): void => {
    if (!bounds) return
    const { width, height } = sizeOf()
    const [left, top] = transform.apply([bounds.x, bounds.y])
    const [right, bottom] = transform.apply([bounds.x + bounds.width, bounds.y + bounds.height])
    // The margin round the picture may be cut without a word.
    const empty = margin * transform.k - slack
    const edges = [
      left < -empty && 'left',
      right > width + empty && 'right',
      top < -empty && 'top',
      bottom > height + empty && 'bottom',
    ]
    svg.setAttribute('data-beyond', edges.filter(Boolean).join(' '))
    svg.toggleAttribute('data-small', floor.hall && transform.k < leastScale(floor, { width, height }) - 1e-6)
  }

  const aim = (milliseconds: number): void => {
    const size = sizeOf()
    if (!bounds || size.width === 0 || size.height === 0) return
    const fits = Math.min(size.width / bounds.width, size.height / bounds.height)
    behaviour.scaleExtent([Math.min(leastZoom, 0.8 * fits), 8])
    const first = fitted(bounds, size, leastFor(size), floor.home)
    go(turned ? turnedIn(turned, first, size) : first, milliseconds)
  }

  /** Of a large picture, clear of its map. */
  const turnedIn = (where: Focus, view: View, size: Size): View => {
    const focus = wantedOf(where, view.k, size)
    if (!bounds || !floor.isLarge || size.width <= narrow) return turnedTo(focus, view, size)
    return isWhole(bounds, view, size) ? view : middledOn(focus, view, size, mapSize(bounds, size))
  }

  /** A hall at rest is shown the whole circuit; where something is at work, all of that. */
  const leastFor = (size: Size): number => {
    const least = whole ? 0 : leastScale(floor, size)
    if (!floor.hall) return least
    return turned ? heldWithin(turned[0], least, size) : 0
  }

  const go = ({ k, x, y }: View, milliseconds: number, arrived: () => void = () => undefined): void => {
    const target = zoomIdentity.translate(x, y).scale(k)
    const now = zoomTransform(svg)
    root.interrupt()
    const isThere = now.k === k && now.x === x && now.y === y
    if (milliseconds > 0 && !isThere) {
      root.transition().duration(milliseconds).call(behaviour.transform, target).on('end.arrived', arrived)
      return
    }
    if (!isThere) root.call(behaviour.transform, target)
    arrived()
  }

  /** What stood in the middle stays there, as when a phone is turned. */
  let seen: Size = sizeOf()
  const resized = new ResizeObserver(() => {
    const size = measured()
    room = size
    if (size.width === 0 || size.height === 0) return
    const before = seen
    seen = size
    if (!moved) return aim(0)
    const { k } = zoomTransform(svg)
    const [across, down] = [size.width - before.width, size.height - before.height]
    root.call(behaviour.translateBy, across / 2 / k, down / 2 / k)
  })

  /** On paper the whole picture, whatever is looked at on screen. */
  const page = svg.ownerDocument.defaultView
  const paper = matchMedia('print')
  let onPaper = false
  const turn = (isPaper: boolean): void => {
    onPaper = isPaper && bounds !== null
    if (onPaper && bounds) {
      svg.setAttribute('viewBox', `${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`)
      layer.removeAttribute('transform')
    } else {
      svg.removeAttribute('viewBox')
      layer.setAttribute('transform', zoomTransform(svg).toString())
    }
    onView()
  }
  const turnTo = ({ matches }: MediaQueryListEvent): void => turn(matches)
  const toPaper = (): void => turn(true)
  const toScreen = (): void => turn(false)
  paper.addEventListener('change', turnTo)
  // Not every browser tells it by the query alone.
  page?.addEventListener('beforeprint', toPaper)
  page?.addEventListener('afterprint', toScreen)

  root.call(behaviour).on('dblclick.zoom', null)
  resized.observe(svg)

  return {
    frame: (next, nextFloor, milliseconds) => {
      const first = bounds === null
      const isSame = floor.smallest === nextFloor.smallest && floor.hall === nextFloor.hall
      if (bounds && isSame && areSame(bounds, next)) return
      if (floor.hall !== nextFloor.hall) moved = whole = false
      bounds = next
      floor = nextFloor
      if (!moved) aim(first ? 0 : milliseconds)
      // Where a person has moved it, it stays, but never beside the picture.
      else root.call(behaviour.translateBy, 0, 0)
    },
    turnTo: (focus, milliseconds) => {
      if (areSame(focus, turned)) return
      turned = focus
      if (!moved) aim(milliseconds)
      else if (focus) go(turnedIn(focus, zoomTransform(svg), sizeOf()), milliseconds)
    },
    fit: (milliseconds) => {
      moved = false
      whole = true
      aim(milliseconds)
    },
    forget: () => {
      moved = false
      whole = false
      bounds = null
      turned = null
    },
    project: ({ x, y }) => {
      const [across, down] = zoomTransform(svg).apply([x, y])
      return { x: across, y: down }
    },
    zoomBy: (factor) => {
      moved = true
      root.interrupt().call(behaviour.scaleBy, factor)
    },
    reveal: ({ x, y }) => {
      const { width, height } = sizeOf()
      const transform = zoomTransform(svg)
      const [across, down] = transform.apply([x, y])
      const near = (at: number, room: number): number =>
        Math.max(handhold - at, 0) + Math.min(room - handhold - at, 0)
      const dx = near(across, width)
      const dy = near(down, height)
      if (dx === 0 && dy === 0) return
      moved = true
      root.interrupt().call(behaviour.translateBy, dx / transform.k, dy / transform.k)
    },
    flyTo: (point, milliseconds, arrived) => {
      const size = sizeOf()
      const k = Math.max(flownTo, zoomTransform(svg).k >= nearEnough ? zoomTransform(svg).k : 0)
      moved = true
      const view = { k, x: size.width / 2 - point.x * k, y: size.height / 2 - point.y * k }
      go(bounds ? keptOn(bounds, view, size) : view, milliseconds, arrived)
    },
    centre: (point) => {
      const at = bounds && centredOn(point, bounds, zoomTransform(svg), sizeOf())
      if (!at) return
      moved = true
      root.interrupt().call(behaviour.translateTo, at.x, at.y)
    },
    window: () => {
      if (onPaper && bounds) return { box: bounds, scale: paperWidth / bounds.width }
      const { width, height } = sizeOf()
      const { k, x, y } = zoomTransform(svg)
      return { box: { x: -x / k, y: -y / k, width: width / k, height: height / k }, scale: k }
    },
    destroy: () => {
      resized.disconnect()
      paper.removeEventListener('change', turnTo)
      page?.removeEventListener('beforeprint', toPaper)
      page?.removeEventListener('afterprint', toScreen)
      root.interrupt().on('.zoom', null)
      Reflect.deleteProperty(svg, '__zoom')
    },
  }
}

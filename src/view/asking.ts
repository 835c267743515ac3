import type { Point } from '../layout/layout'
import { idOf, type Scene, type Subject } from '../scene/scene'
import { partOf, stopAt } from './parts'
import { ahead, nearest, onSide, type Side, sideOf } from './roving'

export type Asker = {
  readonly onAsk: (subject: Subject | null) => void
  readonly onPin: (subject: Subject | null) => void
}

/** What the picture can be made to show. */
type Eye = {
  readonly reveal: (point: Point) => void
  /** Goes to where something of a large picture is; false where it is not to be found. */
  readonly seek: (subject: Subject) => boolean
  /** Of a large picture: whether it has such a thing, in sight or not. */
  readonly isElsewhere: (subject: Subject) => boolean
}

export type Asking = {
  /** Runs a redraw so that focus survives it, and tells when what was pointed at is gone. */
  readonly through: (redraw: () => void, ends: Scene['ends']) => void
  /** The number or gate itself; null if it is not there. */
  readonly elementOf: (subject: Subject | null) => Element | null
  /** Where it is read. */
  readonly pointOf: (subject: Subject) => Point | null
  /** Gives the focus to a number or gate, if it is there, and brings it into view. */
  readonly focusOn: (subject: Subject) => void
  /** The same for one that is in hand: nothing moves under a finger. */
  readonly hold: (subject: Subject) => void
  readonly destroy: () => void
}

const askable = '[role="button"]'
const vertical: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])

/** Pointing, focusing, tapping and the keys: one set of listeners on the svg, one tab stop for the whole picture. */
export const createAsking = (
  svg: SVGSVGElement,
  { onAsk, onPin, reveal, seek, isElsewhere }: Asker & Eye,
): Asking => {
  let hovered: Element | null = null
  let focused: Element | null = null
  let stop: Element | null = null
  let told: Element | null = null
  let redrawing = false
  let holding = false
  /** Where the mouse was last seen: while it rests there, what comes to lie under it is not pointed at. */
  let mouse = { x: Number.NaN, y: Number.NaN }
  let ends: Scene['ends'] = { home: [], end: [] }
  let side: Side = 'value'

  /** What is on its way out has no role any more. */
  const all = (): readonly Element[] => [...svg.querySelectorAll(askable)]

  const elementOf = (subject: Subject | null): Element | null => {
    const id = subject && idOf(subject)
    return all().find((element) => idOf(partOf(element).ask?.subject ?? nobody) === id) ?? null
  }

  /** Another number of the same wire. */
  const sibling = (subject: Subject | null): Element | null =>
    subject &&
    (elementOf({ about: 'gradient', wire: subject.wire }) ??
      elementOf({ about: 'value', wire: subject.wire }))

  const tell = (): void => {
    const now = hovered ?? focused
    if (now === told) return
    told = now
    onAsk(subjectOf(now))
  }

  /** The one element that Tab reaches. */
  const settle = (next: Element | null): void => {
    if (stop === next) return
    if (stop) stopAt(stop, false)
    stop = next
    if (stop) stopAt(stop, true)
  }

  /** The same, gone to where it is not drawn: of a large picture only what is in view is. */
  const found = (subject: Subject | null): Element | null =>
    elementOf(subject) ?? (subject && seek(subject) ? elementOf(subject) : null)

  const focusOn = (subject: Subject): void => {
    const element = found(subject)
    if (!element) return
    hovered = null
    focus(element)
    tell()
  }

  const next = (key: string): Element | null => {
    if (!stop) return null
    const along = ahead(key, partOf(stop).ask?.walk, ends)
    // A number that is not known yet is passed by, for the other one of its wire.
    if (along)
      return (
        elementOf(onSide(along, side)) ??
        along.map(elementOf).find(Boolean) ??
        found(onSide(along, side)) ??
        stop
      )
    const direction = vertical.get(key)
    if (!direction) return null
    const elements = all()
    return elements[nearest(elements.map(pointOf), elements.indexOf(stop), direction)] ?? stop
  }

  const move = (key: string): boolean => {
    const element = next(key)
    if (!element) return false
    // At the end of a wire the key is spent, and what was asked stays.
    if (element === stop) return true
    // Walking on asks anew, also where an answer was kept or the mouse rests on something.
    hovered = null
    onPin(null)
    focus(element)
    return true
  }

  const listeners: { readonly [K in keyof SVGElementEventMap]?: (event: SVGElementEventMap[K]) => void } = {
    pointerover: (event) => {
      if (event.pointerType === 'touch' || isResting(event)) return
      follow(event)
      hovered = askedBy(event)
      tell()
    },
    pointermove: (event) => {
      if (event.pointerType === 'touch' || isResting(event)) return
      const now = askedBy(event)
      if (now === hovered) return
      hovered = now
      tell()
    },
    pointerleave: () => {
      hovered = null
      tell()
    },
    focusin: (event) => {
      focused = askedBy(event)
      const subject = subjectOf(focused)
      if (focused && subject) {
        settle(focused)
        side = sideOf(subject, side)
      }
      if (redrawing) return
      if (!holding && focused?.matches(':focus-visible')) reveal(pointOf(focused))
      tell()
    },
    focusout: ({ relatedTarget }) => {
      const stays = relatedTarget instanceof Element && svg.contains(relatedTarget)
      if (redrawing || stays) return
      focused = null
      tell()
    },
    click: (event) => onPin(subjectOf(askedBy(event))),
    keydown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (press(event)) event.preventDefault()
    },
  }

  const press = (event: KeyboardEvent): boolean => {
    const element = askedBy(event)
    if (event.key === 'Escape') onPin(null)
    else if (element && (event.key === 'Enter' || event.key === ' ')) onPin(subjectOf(element))
    else return move(event.key)
    return true
  }

  const follow = ({ clientX: x, clientY: y }: PointerEvent): void => {
    mouse = { x, y }
  }
  const isResting = ({ clientX, clientY }: PointerEvent): boolean =>
    clientX === mouse.x && clientY === mouse.y

  const entries = Object.entries(listeners) as [string, EventListener][]
  for (const [type, listener] of entries) svg.addEventListener(type, listener)
  // Also beside the picture, and above it: a dialog goes, and the mouse rests where it lay.
  svg.ownerDocument.addEventListener('pointermove', follow)

  return {
    through: (redraw, nextEnds) => {
      const held = focused
      const heldSubject = subjectOf(held)
      redrawing = true
      ends = nextEnds
      redraw()
      const elements = all()
      for (const element of elements)
        if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
      if (!stop || !isThere(stop))
        settle(sibling(heldSubject) ?? elementOf(onSide(ends.home, 'value')) ?? elements[0] ?? null)
      focused = held && !isThere(held) ? stop : held
      if (focused && svg.ownerDocument.activeElement !== focused) focus(focused)
      redrawing = false
      if (hovered && !isThere(hovered)) hovered = null
      // Where a number went and its wire stays, as in a step back, the other one was not asked about; nor where it is
      // only out of sight.
      const isStill =
        subjectOf(focused)?.wire === heldSubject?.wire || (heldSubject && isElsewhere(heldSubject))
      if (focused !== held && isStill) told = hovered ?? focused
      tell()
    },
    elementOf,
    pointOf: (subject) => {
      const element = elementOf(subject)
      return element && pointOf(element)
    },
    focusOn,
    hold: (subject) => {
      holding = true
      focusOn(subject)
      holding = false
    },
    destroy: () => {
      svg.ownerDocument.removeEventListener('pointermove', follow)
      for (const [type, listener] of entries) svg.removeEventListener(type, listener)
    },
  }
}

/** In the page, and not on its way out. */
const isThere = (element: Element): boolean => element.isConnected && !element.closest('.leaving')

const nobody: Subject = { about: 'gate', wire: '' }

const askedBy = (event: Event): Element | null =>
  event.target instanceof Element ? event.target.closest(askable) : null

const subjectOf = (element: Element | null): Subject | null =>
  element ? (partOf(element).ask?.subject ?? null) : null

const pointOf = (element: Element): Point => partOf(element).ask?.at ?? { x: 0, y: 0 }

const focus = (element: Element): void => {
  if (element instanceof SVGElement) element.focus({ preventScroll: true })
}

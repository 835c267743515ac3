import type { Point } from '../layout/layout'
import type { Subject } from '../scene/scene'
import { partOf } from './parts'
import { nextOf, readingOrder } from './roving'

export type Asker = {
  readonly onAsk: (subject: Subject | null) => void
  readonly onPin: (subject: Subject | null) => void
}

export type Asking = {
  /** Runs a redraw so that focus survives it, and tells when what was pointed at is gone. */
  readonly through: (redraw: () => void) => void
  readonly destroy: () => void
}

const askable = '[role="button"]'

/** Pointing, focusing, tapping and the keys: one set of listeners on the svg, one tab stop for the whole picture. */
export const createAsking = (
  svg: SVGSVGElement,
  { onAsk, onPin, reveal }: Asker & { readonly reveal: (point: Point) => void },
): Asking => {
  let hovered: Element | null = null
  let focused: Element | null = null
  let stop: Element | null = null
  let told: Element | null = null
  let redrawing = false

  const all = (): readonly Element[] => [...svg.querySelectorAll(askable)]

  const tell = (): void => {
    const now = hovered ?? focused
    if (now === told) return
    told = now
    onAsk(subjectOf(now))
  }

  /** The one element that Tab reaches. */
  const settle = (next: Element | null): void => {
    if (stop !== next) stop?.setAttribute('tabindex', '-1')
    stop = next
    stop?.setAttribute('tabindex', '0')
  }

  const move = (key: string): boolean => {
    const elements = all()
    const from = stop ? elements.indexOf(stop) : -1
    const index = from < 0 ? null : nextOf(elements.map(pointOf), from, key)
    const next = index === null ? null : elements[index]
    if (!next) return false
    // Walking on asks anew, also where an answer was kept.
    onPin(null)
    focus(next)
    return true
  }

  const listeners: { readonly [K in keyof SVGElementEventMap]?: (event: SVGElementEventMap[K]) => void } = {
    pointerover: (event) => {
      if (event.pointerType === 'touch') return
      hovered = askedBy(event)
      tell()
    },
    pointerleave: () => {
      hovered = null
      tell()
    },
    focusin: (event) => {
      focused = askedBy(event)
      if (focused) settle(focused)
      if (redrawing) return
      if (focused?.matches(':focus-visible')) reveal(pointOf(focused))
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
      if (event.ctrlKey || event.metaKey || event.altKey) return
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

  const entries = Object.entries(listeners) as [string, EventListener][]
  for (const [type, listener] of entries) svg.addEventListener(type, listener)

  return {
    through: (redraw) => {
      const held = focused
      redrawing = true
      redraw()
      const elements = all()
      for (const element of elements)
        if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
      if (!stop?.isConnected) settle(elements[readingOrder(elements.map(pointOf))[0] ?? 0] ?? null)
      focused = held?.isConnected ? held : held && stop
      if (focused && svg.ownerDocument.activeElement !== focused) focus(focused)
      redrawing = false
      if (hovered && !hovered.isConnected) hovered = null
      tell()
    },
    destroy: () => {
      for (const [type, listener] of entries) svg.removeEventListener(type, listener)
    },
  }
}

const askedBy = (event: Event): Element | null =>
  event.target instanceof Element ? event.target.closest(askable) : null

const subjectOf = (element: Element | null): Subject | null =>
  element ? (partOf(element).ask?.subject ?? null) : null

const pointOf = (element: Element): Point => partOf(element).ask?.at ?? { x: 0, y: 0 }

const focus = (element: Element): void => {
  if (element instanceof SVGElement) element.focus({ preventScroll: true })
}

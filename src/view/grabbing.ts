import type { Subject } from '../scene/scene'
import type { Pace, Pull } from '../state/grab'
import { gripAt } from './grip'

/** What a hand does with an input; keys are wire keys. */
export type Hand = {
  readonly onGrab: (key: string) => void
  readonly onPull: (pull: Pull) => void
  readonly onDrop: () => void
  readonly onCancel: () => void
  /** The number is to be typed. */
  readonly onWrite: (key: string) => void
}

/** From here a press is a drag, in CSS pixels. */
const slack = 4

type Press = {
  readonly id: number
  readonly key: string
  readonly from: { readonly x: number; readonly y: number }
  /** The axis that the drag goes along, decided by its first pixels. */
  axis: 'x' | 'y' | null
  last: number
}

const nudges: ReadonlyMap<string, { readonly by: number; readonly pace: Pace }> = new Map([
  ['ArrowUp', { by: 1, pace: 'plain' }],
  ['ArrowDown', { by: -1, pace: 'plain' }],
  ['PageUp', { by: 1, pace: 'coarse' }],
  ['PageDown', { by: -1, pace: 'coarse' }],
])

const paceOf = ({ shiftKey, altKey }: Pick<PointerEvent, 'shiftKey' | 'altKey'>): Pace => {
  if (shiftKey) return 'fine'
  return altKey ? 'coarse' : 'plain'
}

export type Hands = typeof createGrabbing

/** Dragging inputs by pointer, nudging them by keys, asking for a field to type into. Returns the way out. */
export const createGrabbing = (
  svg: SVGSVGElement,
  { onGrab, onPull, onDrop, onCancel, onWrite, hold }: Hand & { hold: (subject: Subject) => void },
): (() => void) => {
  const page = svg.ownerDocument
  let press: Press | null = null
  let nudging = false
  /** A drag ends in a click, which asks nothing. */
  let dragged = false

  const start = (event: PointerEvent): void => {
    dragged = false
    // Another finger pinches: what the first one dragged goes back.
    if (press || !event.isPrimary) {
      abandon()
      return
    }
    const key = event.button === 0 && !event.ctrlKey ? gripAt(event.target) : null
    if (key === null) return
    press = { id: event.pointerId, key, from: { x: event.clientX, y: event.clientY }, axis: null, last: 0 }
    // On the whole page: the first move of a quick hand may already be beside the picture.
    for (const [type, listener] of following) page.addEventListener(type, listener)
  }

  const move = (event: PointerEvent): void => {
    if (press?.id !== event.pointerId) return
    // Released where nobody saw it.
    if (event.buttons === 0) {
      abandon()
      return
    }
    const [dx, dy] = [event.clientX - press.from.x, press.from.y - event.clientY]
    if (!press.axis) {
      if (Math.hypot(dx, dy) < slack) return
      press.axis = Math.abs(dx) > Math.abs(dy) ? 'x' : 'y'
      press.last = press.axis === 'x' ? Math.sign(dx) * slack : Math.sign(dy) * slack
      dragged = true
      svg.setPointerCapture(event.pointerId)
      page.addEventListener('keydown', giveUp, { capture: true })
      hold({ about: 'value', wire: press.key })
      onGrab(press.key)
    }
    const way = press.axis === 'x' ? dx : dy
    if (way !== press.last) onPull({ by: way - press.last, unit: 'pixel', pace: paceOf(event) })
    press.last = way
  }

  const letGo = (): void => {
    page.removeEventListener('keydown', giveUp, { capture: true })
    for (const [type, listener] of following) page.removeEventListener(type, listener)
    press = null
  }

  const end = (event: PointerEvent): void => {
    if (press?.id !== event.pointerId) return
    const moved = press.axis !== null
    letGo()
    if (moved) onDrop()
  }

  const cancel = (): void => {
    letGo()
    onCancel()
  }

  const abandon = (): void => {
    if (press?.axis) cancel()
    else letGo()
  }

  const following = [
    ['pointermove', (event: Event) => event instanceof PointerEvent && move(event)],
    ['pointerup', (event: Event) => event instanceof PointerEvent && end(event)],
    [
      'pointercancel',
      (event: Event) => event instanceof PointerEvent && press?.id === event.pointerId && abandon(),
    ],
  ] as const

  const giveUp = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }

  const settle = (): void => {
    if (nudging) onDrop()
    nudging = false
  }

  const listeners: { readonly [K in keyof SVGElementEventMap]?: (event: SVGElementEventMap[K]) => void } = {
    pointerdown: start,
    // After a release it comes when there is no press any more; a finger's number loses it to the svg.
    lostpointercapture: (event) => {
      if (press?.id === event.pointerId && event.target === svg) abandon()
    },
    click: (event) => {
      if (dragged) event.stopImmediatePropagation()
      dragged = false
    },
    dblclick: (event) => {
      const key = gripAt(event.target)
      if (key !== null) onWrite(key)
    },
    keydown: (event) => {
      const key = gripAt(event.target)
      if (key === null || event.ctrlKey || event.metaKey) return
      const isValue = event.target instanceof Element && event.target.matches('.value')
      if (event.key === 'Enter' && !event.altKey && isValue) {
        event.preventDefault()
        // Held down it would open and close the field by turns.
        if (!event.repeat) onWrite(key)
        return
      }
      if (event.key === 'Escape' && nudging) {
        nudging = false
        event.preventDefault()
        return onCancel()
      }
      const nudge = event.altKey ? nudges.get(event.key) : undefined
      if (!nudge) return
      event.preventDefault()
      if (!nudging) onGrab(key)
      nudging = true
      onPull({ by: nudge.by, unit: 'step', pace: event.shiftKey ? 'fine' : nudge.pace })
    },
    keyup: (event) => {
      if (event.key === 'Alt') settle()
    },
    // A redraw that moves the element takes the focus away for a moment and gives it back.
    focusout: () => queueMicrotask(() => !svg.contains(page.activeElement) && settle()),
  }
  const entries = Object.entries(listeners) as [string, EventListener][]
  for (const [type, listener] of entries) svg.addEventListener(type, listener, { capture: true })
  page.defaultView?.addEventListener('blur', settle)

  return () => {
    letGo()
    for (const [type, listener] of entries) svg.removeEventListener(type, listener, { capture: true })
    page.defaultView?.removeEventListener('blur', settle)
  }
}

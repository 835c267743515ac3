import { type PointerEvent, useRef } from 'react'

/** A finger has gone this far to the side, and more to the side than up or down (CSS pixels). */
const farEnough = 48

/** What a finger is drawn over for its own sake. */
const sliding = 'input, select, .typeset'

/** A finger drawn to the left, as a page is turned, leads on; to the right, back. What it meets scrolls up and down. */
export const useSwipe = (onNext: () => void, onBack: () => void) => {
  const from = useRef<{ readonly id: number; readonly x: number; readonly y: number } | null>(null)
  return {
    onPointerDown: ({ target, pointerType, pointerId, clientX, clientY }: PointerEvent) => {
      const isFree = target instanceof Element && !target.closest(sliding)
      // A second finger means something else.
      from.current =
        isFree && pointerType === 'touch' && from.current === null
          ? { id: pointerId, x: clientX, y: clientY }
          : null
    },
    onPointerUp: ({ pointerId, clientX, clientY }: PointerEvent) => {
      const start = from.current
      from.current = null
      if (start?.id !== pointerId) return
      const [across, down] = [clientX - start.x, clientY - start.y]
      if (Math.abs(across) < farEnough || Math.abs(across) < 1.5 * Math.abs(down)) return
      if (across < 0) onNext()
      else onBack()
    },
    onPointerCancel: () => {
      from.current = null
    },
  }
}

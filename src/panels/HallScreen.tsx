import { ChevronLeft, ChevronRight, X } from 'lucide'
import { useEffect, useRef } from 'react'
import { whereIn } from '../state/stepping'
import { useStore } from '../state/store'
import { Icon } from './Icon'

/** What lies over the picture in front of a hall: a cover, a pointer, edges to tap, the way out, where it stands. */
export const HallScreen = () => {
  const hall = useStore(({ session }) => session.hall)
  const where = useStore(({ session }) => whereIn(session))
  const { stepOn, stepBack, present } = useStore((store) => store.do)
  if (!hall) return null
  return (
    <section aria-label="In front of a hall">
      <h1 className="unseen">Backflow, presenting</h1>
      <div className="edges">
        <button type="button" className="edge" aria-label="Step back" onClick={stepBack}>
          <Icon of={ChevronLeft} size={32} />
        </button>
        <button type="button" className="edge" aria-label="Next step" onClick={stepOn}>
          <Icon of={ChevronRight} size={32} />
        </button>
      </div>
      <p className="too-small">
        {where?.resting || where?.done === 0
          ? 'The whole circuit: its numbers are larger once a step is taken.'
          : 'Here the numbers are smaller than the last row can read.'}
      </p>
      <button
        type="button"
        className="tool leave-hall"
        aria-label="Back to the desk"
        title="Back to the desk (Esc)"
        onClick={() => present(false)}
      >
        <Icon of={X} size={22} />
      </button>
      {hall.pointer && <Pointer />}
      {hall.cover && <div className={`cover ${hall.cover}`} />}
    </section>
  )
}

/** A large dot that follows the mouse, and fades when it rests. */
const Pointer = () => {
  const dot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) =>
      dot.current?.style.setProperty('translate', `${clientX}px ${clientY}px`)
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [])
  return <div ref={dot} className="pointer-dot" />
}

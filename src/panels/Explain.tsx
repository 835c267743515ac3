import type { ComponentType, ReactNode } from 'react'
import type { Lesson } from '../state/lesson'
import { useStore } from '../state/store'
import { useSwipe } from './swipe'

const invitations: Readonly<Record<Lesson, string>> = {
  drag: 'Take a number at the left edge of the picture and drag it up or down: all others follow.',
  ask: 'Now tap or click any number, above or below a wire: it says how it came about.',
  write: 'The picture is the text. Change a line of the program, or write your own.',
}

type Props = {
  /** Finds the answer; null until it has come. */
  readonly answer: ComponentType<{ readonly otherwise: ReactNode }> | null
  /** The step that has just been taken, and what stands beside an answer; null until they have come. */
  readonly told: ReactNode
  readonly beside: ReactNode
}

/** Answers what is pointed at; else tells the step, or invites to what can be done. Its height never changes. */
export const Explain = ({ answer: Answer, told, beside }: Props) => {
  const lesson = useStore(({ session }) => session.lesson)
  const telling = useStore(({ session }) => session.course.place !== null || session.hall?.check === true)
  // A drag would be read out number by number: what it comes to is told at its end.
  const dragging = useStore((store) => store.session.gesture !== null)
  const { stepOn, stepBack } = useStore((store) => store.do)
  const choice = useStore(({ session }) => session.bench.beside)
  const swipe = useSwipe(stepOn, stepBack)
  const otherwise =
    telling && told ? (
      told
    ) : (
      <p className={lesson ? 'invitation' : 'quiet'}>
        {lesson ? invitations[lesson] : 'Point at, tap or focus a number to see where it comes from.'}
      </p>
    )
  return (
    <div className="explain" data-beside={choice} {...swipe}>
      <div className="said" aria-live="polite" aria-busy={dragging}>
        {Answer ? <Answer otherwise={otherwise} /> : otherwise}
      </div>
      {beside}
    </div>
  )
}

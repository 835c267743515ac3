import { useStore } from '../state/store'
import { explanationOf } from '../state/views'

/** Answers what is pointed at, in one line; its height never changes. */
export const Explain = () => {
  const answer = useStore((store) => explanationOf(store.session))
  // A drag would be read out number by number.
  const dragging = useStore((store) => store.session.gesture !== null)
  return (
    <div className="explain" aria-live={dragging ? 'off' : 'polite'}>
      {answer ? (
        <>
          <p className="answer">{answer.text}</p>
          {answer.note && <p className="note">{answer.note}</p>}
        </>
      ) : (
        <p className="quiet">Point at, tap or focus a number to see where it comes from.</p>
      )}
    </div>
  )
}

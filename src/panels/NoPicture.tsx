import { flushSync } from 'react-dom'
import { lecture } from '../program/lecture'
import { useStore } from '../state/store'
import { problemsOf } from '../state/views'
import { focusAgain } from './focus'
import { openExample } from './open'
import { Prose } from './Prose'

const offered = lecture.slice(0, 3)

/** What stands where the picture would be: what to type, or what keeps the text from being drawn. */
export const NoPicture = () => {
  const blank = useStore(({ session }) => session.source.trim() === '')
  const first = useStore(({ session }) => problemsOf(session)[0])
  return (
    <div className="no-picture">
      {blank ? (
        <>
          <h2>Type a program, see its circuit</h2>
          <p>
            One line for each step, such as <code>q = x + y</code>. The last line is the output; a name that
            no line sets is an input.
          </p>
        </>
      ) : (
        <>
          <h2>This text is not a circuit yet</h2>
          {first && (
            <p>
              <Prose text={`${first.message} ${first.hint}`} />
            </p>
          )}
        </>
      )}
      <p>Or begin with one of these; the gallery has more.</p>
      <ul>
        {offered.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              className="example"
              onClick={() => {
                flushSync(() => openExample(example))
                focusAgain()
              }}
            >
              <strong>{example.title}</strong> <code>{example.source}</code>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

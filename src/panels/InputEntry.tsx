import { useId, useRef, useState } from 'react'
import type { Problem } from '../lib/result'
import { type InputRow, withInput } from '../state/inputs'
import { useStore } from '../state/store'
import { Prose } from './Prose'

type Props = {
  readonly row: InputRow
  readonly label?: string
  /** It was finished with a key. */
  readonly onDone?: () => void
  /** It was left, with nothing wrong in it. */
  readonly onLeave?: () => void
}

/** An input's number as typed. What is not a number says so, and the program keeps the old one. */
export const InputEntry = ({ row, label = row.name, onDone, onLeave }: Props) => {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [seen, setSeen] = useState(row.text)
  const problemId = useId()
  const givenUp = useRef(false)

  // Another number came from elsewhere: what was half typed here is over.
  if (seen !== row.text) {
    setSeen(row.text)
    setDraft(null)
    setProblem(null)
  }

  const leave = () => {
    setDraft(null)
    setProblem(null)
  }
  const commit = (then?: () => void) => {
    const { session, do: act } = useStore.getState()
    const changed = draft === null || draft === row.text ? null : withInput(session, row.key, draft)
    if (changed && !changed.ok) return setProblem(changed.problems[0] ?? null)
    if (changed) act.edit(changed.value)
    leave()
    then?.()
  }

  /** A field that goes when it is left takes its complaint to where it stays to be read. */
  const depart = () => {
    const { session, do: act } = useStore.getState()
    const changed = draft === null || !onLeave ? null : withInput(session, row.key, draft)
    if (!changed || changed.ok) return commit(onLeave)
    const [wrong] = changed.problems
    leave()
    onLeave?.()
    if (wrong) act.say(`${wrong.message} ${wrong.hint}`)
  }

  return (
    <>
      <input
        type="text"
        className="entry"
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        value={draft ?? row.text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (!givenUp.current) depart()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) commit(onDone)
          if (event.key !== 'Escape') return
          leave()
          // Giving the focus away is no way to commit what was just given up.
          givenUp.current = true
          onDone?.()
          givenUp.current = false
        }}
      />
      {problem && (
        <p className="entry-problem" id={problemId} role="alert">
          <Prose text={`${problem.message} ${problem.hint}`} />
        </p>
      )}
    </>
  )
}

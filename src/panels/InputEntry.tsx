import { useId, useState } from 'react'
import type { Problem } from '../lib/result'
import { useStore } from '../state/store'
import { type InputRow, withInput } from '../state/views'
import { Prose } from './Prose'

/** An input's number as typed. What is not a number says so, and the program keeps the old one. */
export const InputEntry = ({ row }: { readonly row: InputRow }) => {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [seen, setSeen] = useState(row.text)
  const problemId = useId()

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
  const commit = () => {
    if (draft === null || draft === row.text) return leave()
    const { session, do: act } = useStore.getState()
    const changed = withInput(session, row.key, draft)
    if (!changed.ok) return setProblem(changed.problems[0] ?? null)
    act.edit(changed.value)
    leave()
  }

  return (
    <>
      <input
        type="text"
        className="entry"
        aria-label={row.name}
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        value={draft ?? row.text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') leave()
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

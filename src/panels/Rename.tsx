import { useId, useState } from 'react'
import type { Problem } from '../lib/result'
import { rename } from '../program/rename'
import { useStore } from '../state/store'
import { knownOf } from '../state/writing'
import { Modal } from './Modal'
import { Prose } from './Prose'

type Props = {
  /** The name at the caret, if there is one. */
  readonly nameHere: () => string | null
}

/** Another name for an input, a wire or a gate of one's own, wherever it stands. */
export const Rename = ({ nameHere }: Props) => (
  <Modal name="rename" title="Rename">
    <RenameForm nameHere={nameHere} />
  </Modal>
)

const RenameForm = ({ nameHere }: Props) => {
  const { roles, gates } = useStore(({ session }) => knownOf(session))
  const { edit, show } = useStore((store) => store.do)
  const names = [...roles.keys(), ...gates.map(({ name }) => name)]
  const here = nameHere()
  const known = here !== null && names.includes(here)
  const [from, setFrom] = useState(known ? here : (names[0] ?? ''))
  // Where the caret stands at no name, which one is meant comes first.
  const [to, setTo] = useState(known ? from : '')
  const [problem, setProblem] = useState<Problem | null>(null)
  const problemId = useId()

  const submit = () => {
    const renamed = rename(useStore.getState().session.source, { from, to: to.trim() })
    if (!renamed.ok) return setProblem(renamed.problems[0] ?? null)
    edit(renamed.value)
    show(null)
  }

  if (names.length === 0) return <p>Nothing has a name yet.</p>
  return (
    <form
      className="rename-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label>
        Rename
        <select
          data-first={known ? undefined : ''}
          value={from}
          onChange={({ target }) => {
            setFrom(target.value)
            setTo(target.value)
            setProblem(null)
          }}
        >
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        to
        <input
          type="text"
          className="entry"
          value={to}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem ? problemId : undefined}
          onChange={({ target }) => {
            setTo(target.value)
            setProblem(null)
          }}
        />
      </label>
      <button type="submit" className="tool worded">
        Rename everywhere
      </button>
      {problem && (
        <p className="entry-problem" id={problemId} role="alert">
          <Prose text={`${problem.message} ${problem.hint}`} />
        </p>
      )}
    </form>
  )
}

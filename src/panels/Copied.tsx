import { Check, Copy } from 'lucide'
import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from './Icon'

type Props = {
  readonly name: string
  readonly text: string
  readonly note?: string
  /** Has the focus when the dialog opens. */
  readonly first?: boolean
}

/** How long the word stands (ms). */
const saidFor = 2000

/** A text that is to be taken away: it can be selected, and copied with one press. */
export const Copied = ({ name, text, note, first = false }: Props) => {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const id = useId()

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), saidFor)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    field.current?.select()
    // Where the clipboard is closed to pages, what is selected can still be copied by hand.
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <div className="copied">
      <label htmlFor={id}>{name}</label>
      <input
        ref={field}
        id={id}
        type="text"
        readOnly
        spellCheck={false}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <button type="button" className="fix copy" data-first={first || undefined} onClick={copy}>
        {copied ? <Icon of={Check} size={16} /> : <Icon of={Copy} size={16} />}
        {copied ? 'Copied' : 'Copy'}
        <span className="unseen"> {name}</span>
      </button>
      {note && <p className="note">{note}</p>}
      <span className="unseen" role="status">
        {copied ? `${name} copied` : ''}
      </span>
    </div>
  )
}

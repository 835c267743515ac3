import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { painted } from '../view/painted'
import type { Editing } from './editor/desk'
import { turnOf, turnOfInput } from './keys'

type Props = Pick<Editing, 'onEdit' | 'onTurn'> & {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly text: string
}

/** Of a long text this much is there at first, more than a field shows: to set all of it takes longer than the picture. */
const firstLook = 3000

/** The program as an ordinary textarea, with the session's undo in place of the browser's. */
export const PlainField = ({ field, text, onEdit, onTurn }: Props) => {
  const [isWhole, setWhole] = useState(text.length <= firstLook)
  useEffect(() => {
    painted().then(() => {
      const area = field.current
      if (!area?.readOnly) return
      // A browser puts the caret behind what it is given.
      const { selectionStart, selectionEnd, selectionDirection } = area
      flushSync(() => setWhole(true))
      area.setSelectionRange(selectionStart, selectionEnd, selectionDirection)
    })
  }, [field])

  // React's own onBeforeInput does not say what kind of input it is.
  useEffect(() => {
    const area = field.current
    if (!area) return
    const onBeforeInput = (event: InputEvent) => {
      const turn = turnOfInput(event.inputType)
      if (!turn) return
      event.preventDefault()
      onTurn(turn)
    }
    area.addEventListener('beforeinput', onBeforeInput)
    return () => area.removeEventListener('beforeinput', onBeforeInput)
  }, [field, onTurn])

  return (
    <textarea
      ref={field}
      className="plain-field"
      aria-label="Program"
      value={isWhole ? text : text.slice(0, firstLook)}
      readOnly={!isWhole}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={(event) => onEdit(event.target.value)}
      onCompositionStart={(event) => {
        event.currentTarget.dataset['composing'] = ''
      }}
      onCompositionEnd={(event) => {
        delete event.currentTarget.dataset['composing']
      }}
      onKeyDown={(event) => {
        const turn = turnOf(event)
        if (!turn) return
        event.preventDefault()
        onTurn(turn)
      }}
    />
  )
}

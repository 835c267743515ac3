import type { ReactNode } from 'react'
import { explanationOf } from '../state/explained'
import { useStore } from '../state/store'

/** The answer to what is asked; else what is told otherwise. */
export const Answer = ({ otherwise }: { readonly otherwise: ReactNode }) => {
  const answer = useStore((store) => explanationOf(store.session))
  if (!answer) return otherwise
  return (
    <>
      <p className="answer">{answer.text}</p>
      {answer.note && <p className="note">{answer.note}</p>}
    </>
  )
}

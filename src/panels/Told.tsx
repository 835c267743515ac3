import { useStore } from '../state/store'
import { narrationOf } from '../state/telling'

/** The step that has just been taken, in words. */
export const Told = () => {
  const told = useStore(({ session }) => narrationOf(session))
  if (!told) return null
  return (
    <>
      <p className="answer story">{told.text}</p>
      {told.note && <p className="note">{told.note}</p>}
    </>
  )
}

import { measuredNumber, preciseNumber } from '../lib/format'
import { checksIn } from '../state/beside'
import { useStore } from '../state/store'
import { narrationOf } from '../state/telling'

/** The step that has just been taken, in words; in front of a hall, where it is asked for, checked by differences. */
export const Told = () => {
  const told = useStore(({ session }) => narrationOf(session))
  const checking = useStore(({ session }) => session.hall?.check ?? false)
  return (
    <>
      {told && <p className="answer story">{told.text}</p>}
      {checking && <Checks />}
      {told?.note && <p className="note">{told.note}</p>}
    </>
  )
}

const Checks = () => {
  const checks = useStore(({ session }) => checksIn(session))
  return (
    <p className="answer checks">
      {checks.length === 0 && 'By small nudges: nothing to check at this step.'}
      {checks.map(({ key, name, analytic, numeric, agrees, doubt }) => (
        <span key={key}>
          {`${name}: ${preciseNumber(analytic)}, by small nudges ${measuredNumber(numeric)} `}
          {doubt === null ? (agrees ? '✓ ' : '✗ they differ ') : `– not reliable here: ${doubt} `}
        </span>
      ))}
    </p>
  )
}

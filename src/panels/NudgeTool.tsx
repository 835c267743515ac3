import { ended, measuredNumber, preciseNumber } from '../lib/format'
import type { Check } from '../pass/check'
import type { Nudge } from '../pass/nudge'
import { sizes } from '../state/bench'
import { type Handle, nudgedIn } from '../state/beside'
import { useStore } from '../state/store'
import { verdictOf } from './checked'

/** Wires that carry a little more: what the gradients promise, what really happens, and the check by differences. */
export const NudgeTool = () => {
  const nudged = useStore(({ session }) => nudgedIn(session))
  const change = useStore((store) => store.do.try)
  if (!nudged) return <p className="quiet">There is nothing to nudge yet.</p>
  const { handles, output, size, nudge, check } = nudged
  const chosen = handles.filter((handle) => handle.chosen)
  const toggle = ({ key, chosen: isOn }: Handle) => {
    const keys = chosen.map((handle) => handle.key)
    const next = isOn ? keys.filter((each) => each !== key) : [...keys, key]
    change({ nudged: next })
  }
  return (
    <div className="nudge">
      <fieldset className="handles" aria-label="Nudge">
        {handles.map((handle) => (
          <label key={handle.key} className="handle">
            <input type="checkbox" checked={handle.chosen} onChange={() => toggle(handle)} />
            {handle.name}
          </label>
        ))}
      </fieldset>
      <label className="by">
        <span>by h = {size}</span>
        <input
          type="range"
          aria-label="By how much"
          aria-valuetext={String(size)}
          min={0}
          max={sizes.length - 1}
          step={1}
          value={sizes.length - 1 - sizes.indexOf(size)}
          onChange={({ target }) => change({ size: sizes[sizes.length - 1 - target.valueAsNumber] ?? size })}
        />
      </label>
      {!nudge && (
        <p className="quiet">What is promised comes with the backward pass: it has not come here yet.</p>
      )}
      {nudge && <Effects {...{ nudge, output }} many={chosen.length > 1} />}
      {check && <p className="check">{checkTold(check)}</p>}
    </div>
  )
}

type Effect = { readonly nudge: Nudge; readonly output: string; readonly many: boolean }

const Effects = ({ nudge, output, many }: Effect) => (
  <dl className="effects">
    <div>
      <dt>{output} goes</dt>
      <dd>
        from {preciseNumber(nudge.from)} to {measuredNumber(nudge.to)}
      </dd>
    </div>
    <div>
      <dt>really by</dt>
      <dd>{measuredNumber(nudge.change)}</dd>
    </div>
    <div>
      <dt>promised {many ? 'Σ gradient · h' : 'gradient · h'}</dt>
      <dd>{measuredNumber(nudge.predicted)}</dd>
    </div>
    {!many && (
      <div>
        <dt>change / h</dt>
        <dd>{measuredNumber(nudge.perUnit)}</dd>
      </div>
    )}
  </dl>
)

/** The gradient beside the central difference, and how far they are apart. */
const checkTold = (check: Check): string => {
  const both = `The gradient is ${preciseNumber(check.analytic)}; a central difference gives ${measuredNumber(check.numeric)}`
  return check.doubt === null
    ? `${both}. ${verdictOf(check)}`
    : `The check is not reliable here. ${check.doubt} ${ended(both)}`
}

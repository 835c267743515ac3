import { ended, measuredNumber, preciseNumber } from '../lib/format'
import { sizes } from '../state/bench'
import { useStore } from '../state/store'
import { followWishes, forecastOf, noMove, notYet } from '../state/wishes'

/** One step of all free inputs along their gradients. */
export const Wishes = () => {
  const { rate, aim } = useStore(({ session }) => session.bench)
  const forecast = useStore(({ session }) => forecastOf(session))
  const dragging = useStore(({ session }) => session.gesture !== null)
  const blank = useStore(({ session }) => session.source.trim() === '' || session.whole === null)
  const { try: change, apply } = useStore((store) => store.do)
  if (blank) return null
  return (
    <section className="wishes" aria-label="Follow all wishes">
      <div className="wish-tools">
        <select
          aria-label="Aim"
          value={aim}
          onChange={({ target }) => change({ aim: target.value === 'lower' ? 'lower' : 'raise' })}
        >
          <option value="raise">raise</option>
          <option value="lower">lower</option>
        </select>
        <select
          aria-label="Rate"
          value={rate}
          onChange={({ target }) => change({ rate: Number(target.value) })}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {`by ${size}`}
            </option>
          ))}
        </select>
        <button type="button" className="fix follow" onClick={() => apply(followWishes)}>
          Follow all wishes
        </button>
      </div>
      <p className="forecast" aria-live="polite" aria-busy={dragging}>
        {forecast === 'later'
          ? notYet
          : forecast
            ? `One step: from ${preciseNumber(forecast.from)} to ${measuredNumber(forecast.to)}, a change of ${measuredNumber(forecast.to - forecast.from)}; the gradients promise ${ended(measuredNumber(forecast.predicted))}`
            : noMove}
      </p>
    </section>
  )
}

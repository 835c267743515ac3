import { preciseNumber } from '../lib/format'
import { placeOf } from '../lib/place'
import type { Span } from '../lib/result'
import { handLinesIn } from '../state/by-hand'
import { useStore } from '../state/store'

const signs = { right: '✓', wrong: '✗', open: '·' } as const

/** The backward lines that somebody wrote, beside the gradients that they are meant to be. */
export const ByHand = ({ onSelect }: { readonly onSelect: (span: Span) => void }) => {
  const lines = useStore(({ session }) => handLinesIn(session))
  const source = useStore(({ session }) => session.source)
  const pin = useStore((store) => store.do.pin)
  if (lines.length === 0) return null
  const wrong = lines.filter(({ verdict }) => verdict === 'wrong').length
  const right = lines.filter(({ verdict }) => verdict === 'right').length
  return (
    <section className="by-hand" aria-label="Backward lines by hand">
      <p role="status">
        {wrong === 0
          ? `Your backward lines: ${right} right.`
          : `Your backward lines: ${right} right, ${wrong} not.`}
      </p>
      <ul>
        {lines.map(({ span, name, wire, value, verdict, says }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={i} className={verdict}>
            <button
              type="button"
              className="place"
              aria-label={`Line ${placeOf(source, span.from).line}, ${name}: show it in the program`}
              onClick={() => {
                onSelect(span)
                if (wire !== null) pin({ about: 'gradient', wire })
              }}
            >
              Line {placeOf(source, span.from).line}
            </button>
            <span>
              <strong>{signs[verdict]}</strong> {name} = {preciseNumber(value)}
              {verdict !== 'right' && `: ${says}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

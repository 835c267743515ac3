import { preciseNumber } from '../lib/format'
import { placeOf } from '../lib/place'
import type { Span } from '../lib/result'
import { handLinesIn } from '../state/by-hand'
import { useStore } from '../state/store'

/** The backward lines that somebody wrote, beside the gradients that they are meant to be. */
export const ByHand = ({ onSelect }: { readonly onSelect: (span: Span) => void }) => {
  const lines = useStore(({ session }) => handLinesIn(session))
  const source = useStore(({ session }) => session.source)
  const pin = useStore((store) => store.do.pin)
  if (lines.length === 0) return null
  const right = lines.filter(({ verdict }) => verdict === 'right').length
  const wrong = lines.filter(({ verdict }) => verdict === 'wrong')
  const uncompared = lines.filter(({ verdict, wire }) => verdict === 'open' && wire === null).length
  return (
    <section className="by-hand" aria-label="Backward lines by hand">
      <p role="status">
        {wrong.length === 0
          ? `Your backward lines: ${right} right.`
          : `Your backward lines: ${right} right, ${wrong.length} not.`}
        {uncompared > 0 && ` ${uncompared} cannot be compared with a gradient of the circuit.`}
      </p>
      <ul>
        {wrong.map(({ span, name, wire, value, says }) => {
          const { line } = placeOf(source, span.from)
          return (
            <li key={span.from}>
              <button
                type="button"
                className="place"
                aria-label={`Line ${line}, ${name}: show it in the program`}
                onClick={() => {
                  onSelect(span)
                  if (wire !== null) pin({ about: 'gradient', wire })
                }}
              >
                Line {line}
              </button>
              <span>
                <strong>✗</strong> {name} = {preciseNumber(value)}: {says}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

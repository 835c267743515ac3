import { placeOf } from '../lib/place'
import type { Span } from '../lib/result'
import { useStore } from '../state/store'
import { problemsOf } from '../state/views'
import { Prose } from './Prose'

/** A list longer than this is read by nobody. */
const shown = 50

/** Everything that is wrong with the text, each with its place and, where there is one, its fix. */
export const Problems = ({ onSelect }: { readonly onSelect: (span: Span) => void }) => {
  const source = useStore((store) => store.session.source)
  const problems = useStore((store) => problemsOf(store.session))
  const mend = useStore((store) => store.do.mend)

  return (
    <div className="problems">
      {source.trim() !== '' && problems.length > 1 && <p className="count">{problems.length} problems</p>}
      {source.trim() !== '' && problems.length > 0 && (
        <ul aria-label="Problems">
          {problems.slice(0, shown).map(({ message, span, hint, fix }, index) => {
            const { line, column } = placeOf(source, span.from)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be equal in every word
              <li key={index}>
                <button
                  type="button"
                  className="place"
                  aria-label={`${line}:${column}, show it in the program`}
                  onClick={() => onSelect(span)}
                >
                  {line}:{column}
                </button>
                <div>
                  <p>
                    <Prose text={message} />
                  </p>
                  {hint && (
                    <p className="hint">
                      <Prose text={hint} />
                    </p>
                  )}
                  {fix && (
                    <button
                      type="button"
                      className="fix"
                      onClick={() => {
                        mend(fix)
                        const from = fix.edits[0]?.from ?? 0
                        onSelect({ from, to: from })
                      }}
                    >
                      {fix.label}
                    </button>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {problems.length > shown && <p className="more">and {problems.length - shown} more</p>}
    </div>
  )
}

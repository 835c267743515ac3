import { useEffect, useRef, useState } from 'react'
import { codeIn, type ShownLine, tooLongIn } from '../state/code'
import { useStore } from '../state/store'
import { CodeChoices } from './CodeChoices'

/** The staged code of the circuit, in step with it. */
export const CodeView = () => {
  const isShown = useStore(({ session }) => session.bench.code)
  return isShown ? <Code /> : null
}

/** So many lines stand there at once; those that the step has run among them. */
const atOnce = 400

const Code = () => {
  const wires = useStore(({ session }) => tooLongIn(session))
  const [length, setLength] = useState(atOnce)
  const lines = useStore(({ session }) => codeIn(session))
  const list = useRef<HTMLOListElement>(null)
  const now = lines?.findLastIndex(({ stands }) => stands === 'now') ?? -1
  const first = Math.max(0, now - length / 2)
  const rest = (lines?.length ?? 0) - first - length

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number says when
  useEffect(() => {
    list.current?.querySelector('[data-stands="now"]')?.scrollIntoView({ block: 'nearest' })
  }, [now])

  return (
    <section className="code-view" aria-label="Code">
      <div className="code-tools">
        <CodeChoices />
      </div>
      {lines ? (
        <ol ref={list} className="code-lines">
          {first > 0 && <More says={`${first} lines before`} onMore={() => setLength(length + 2 * atOnce)} />}
          {lines.slice(first, first + length).map((shown, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <Line key={first + i} {...shown} />
          ))}
          {rest > 0 && <More says={`${rest} more lines`} onMore={() => setLength(length + 2 * atOnce)} />}
        </ol>
      ) : (
        <p className="quiet">
          {wires === null
            ? 'Write a program: here is its code, forward and backward.'
            : `The code of a circuit of ${wires} wires is too long to stand here. “Take along” writes all of it into a file.`}
        </p>
      )}
    </section>
  )
}

const More = ({ says, onMore }: { readonly says: string; readonly onMore: () => void }) => (
  <li>
    <button type="button" className="fix" onClick={onMore}>
      {says}
    </button>
  </li>
)

const Line = ({ line, words, stands }: ShownLine) => {
  const asked = useStore(({ session }) => session.asked?.wire ?? null)
  const { try: change, goTo } = useStore((store) => store.do)
  const { wire, done } = line
  const light = () => change({ lit: wire === null ? null : { about: 'gate', wire } })
  const text = words.map((word, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
    <span key={i} className={word.wire !== null && word.wire === asked ? 'word-asked' : undefined}>
      {word.text}
    </span>
  ))
  return (
    <li data-stands={stands} aria-current={stands === 'now' ? 'step' : undefined}>
      {done === null ? (
        <span className="code-line" onPointerEnter={light} onPointerLeave={() => change({ lit: null })}>
          {text}
        </span>
      ) : (
        <button
          type="button"
          className="code-line"
          title="Go to this step"
          onClick={() => goTo(done)}
          onPointerEnter={light}
          onPointerLeave={() => change({ lit: null })}
          onFocus={light}
          onBlur={() => change({ lit: null })}
        >
          {text}
        </button>
      )}
    </li>
  )
}

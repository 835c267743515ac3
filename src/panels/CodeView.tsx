import { useEffect, useRef } from 'react'
import { codeIn, type ShownLine } from '../state/code'
import { useStore } from '../state/store'
import { CodeChoices } from './CodeChoices'

/** The staged code of the circuit, in step with it. */
export const CodeView = () => {
  const isShown = useStore(({ session }) => session.bench.code)
  return isShown ? <Code /> : null
}

const Code = () => {
  const lines = useStore(({ session }) => codeIn(session))
  const list = useRef<HTMLOListElement>(null)
  const now = lines?.findLastIndex(({ stands }) => stands === 'now') ?? -1

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
          {lines.map((shown, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <Line key={i} {...shown} />
          ))}
        </ol>
      ) : (
        <p className="quiet">Write a program: here is its code, forward and backward.</p>
      )}
    </section>
  )
}

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

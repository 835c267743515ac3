import 'katex/dist/katex.min.css'
import katex from 'katex'
import { useLayoutEffect, useRef } from 'react'
import type { Chain } from '../scene/chain'
import type { Subject } from '../scene/scene'

type Props = {
  readonly chain: Chain
  readonly onFactor: (subject: Subject | null) => void
  readonly onPick: (subject: Subject) => void
}

/** A formula, typeset; each of its factors can be pointed at or focused, and asked about. */
export const Formula = ({ chain, onFactor, onPick }: Props) => {
  const host = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    try {
      katex.render(chain.latex, element, {
        displayMode: true,
        // What it says is told by the block's own label: MathML beside it would be read twice.
        output: 'html',
        trust: ({ command }) => command === '\\htmlData',
        strict: false,
        // Caught below: otherwise KaTeX would print what it cannot read in red, as its source.
        throwOnError: true,
        maxExpand: 500,
        maxSize: 20,
      })
    } catch {
      element.textContent = chain.plain
    }
    for (const part of element.querySelectorAll<HTMLElement>('[data-factor]')) {
      const factor = chain.factors.find(({ id }) => id === part.dataset['factor'])
      if (!factor) continue
      part.classList.add('factor')
      part.addEventListener('pointerenter', () => onFactor(factor.subject))
      part.addEventListener('pointerleave', () => onFactor(null))
      part.addEventListener('click', () => onPick(factor.subject))
    }
    // A formula that goes from under the pointer says no goodbye.
    return () => onFactor(null)
  }, [chain, onFactor, onPick])

  return (
    <figure className="formula" aria-label={chain.plain}>
      <div ref={host} aria-hidden="true" className="typeset" />
      {chain.where.length > 0 && (
        <figcaption className="where">
          {chain.where.map(({ letter, text }) => `${letter} stands for ${text}`).join('; ')}
        </figcaption>
      )}
      <ul className="factors">
        {chain.factors.map(({ id, name, subject }) => (
          <li key={id}>
            <button
              type="button"
              onFocus={() => onFactor(subject)}
              onBlur={() => onFactor(null)}
              onClick={() => onPick(subject)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </figure>
  )
}

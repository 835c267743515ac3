import type { Beside as Choice } from '../state/bench'
import { useStore } from '../state/store'
import { NudgeTool } from './NudgeTool'
import { PathList } from './PathList'
import { Rule } from './Rule'

const choices: readonly (readonly [Choice, string])[] = [
  ['rule', 'Chain rule'],
  ['paths', 'Paths'],
  ['nudge', 'A little more?'],
]

/** Beside the answer: the chain rule it came from, the paths to the output, or what happens if a wire is nudged. */
export const Beside = () => {
  const beside = useStore(({ session }) => session.bench.beside)
  const change = useStore((store) => store.do.try)
  return (
    <section className="beside" aria-label="Beside the answer">
      <div className="choices">
        {choices.map(([value, name]) => (
          <button
            key={value}
            type="button"
            className="choice"
            aria-pressed={beside === value}
            onClick={() => change({ beside: value, path: null })}
          >
            {name}
          </button>
        ))}
      </div>
      {beside === 'rule' && <Rule />}
      {beside === 'paths' && <PathList />}
      {beside === 'nudge' && <NudgeTool />}
    </section>
  )
}

import { bracketed, ended, preciseNumber } from '../lib/format'
import { waysIn } from '../state/beside'
import { useStore } from '../state/store'

/** Every way from a wire to the output, the product of the slopes along it, and what they add up to. */
export const PathList = () => {
  const ways = useStore(({ session }) => waysIn(session))
  const lit = useStore(({ session }) => session.bench.path)
  const change = useStore((store) => store.do.try)
  if (!ways) return <p className="quiet">Pick a number: here is every path from its wire to the output.</p>
  if (ways === 'later')
    return (
      <p className="quiet">Its paths add up to its gradient: first the backward pass has to come here.</p>
    )
  if (ways.count === 0)
    return <p className="quiet">No path leads from {ways.from} to the output: its gradient is 0.</p>
  const left = ways.count - ways.ways.length
  return (
    <div className="paths">
      <ol>
        {ways.ways.map(({ names, path }, index) => (
          <li key={path.edges.map(({ gate, port }) => `${gate} ${port}`).join(',')}>
            <button
              type="button"
              className="path"
              aria-pressed={lit === index}
              onPointerEnter={() => change({ path: index })}
              onPointerLeave={() => change({ path: null })}
              onFocus={() => change({ path: index })}
              onBlur={() => change({ path: null })}
            >
              {names.join(' → ')}
              {': '}
              {path.edges.length > 1 &&
                `${path.edges.map(({ local }) => bracketed(preciseNumber(local + 0))).join(' · ')} = `}
              {preciseNumber(path.product + 0)}
            </button>
          </li>
        ))}
      </ol>
      <p className="sum">
        {left > 0
          ? `And ${left > 1e6 ? preciseNumber(left) : left} more. All together add up to the gradient on ${ways.from}: ${ended(preciseNumber(ways.sum))}`
          : ways.ways.length === 1
            ? `The only path: the gradient on ${ways.from} is ${ended(preciseNumber(ways.sum))}`
            : `${ways.ways.map(({ path }) => bracketed(preciseNumber(path.product + 0))).join(' + ')} = ${preciseNumber(ways.sum)}, the gradient on ${ways.from}.`}
      </p>
    </div>
  )
}

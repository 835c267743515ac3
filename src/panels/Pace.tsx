import { Gauge } from 'lucide'
import { useId } from 'react'
import type { Grain } from '../lib/settings'
import type { Part } from '../state/course'
import { useStore } from '../state/store'
import { Icon } from './Icon'

const grains: readonly (readonly [Grain, string])[] = [
  ['gate', 'Gate by gate'],
  ['wire', 'Wire by wire'],
]
const parts: readonly (readonly [Part, string])[] = [
  ['whole', 'Both'],
  ['forward', 'Forward only'],
  ['backward', 'Backward only'],
]
const speeds = [0.5, 1, 2, 4]

/** How the story is walked through, behind one button. */
export const Pace = () => {
  const { grain, part, speed } = useStore(({ session }) => session.course)
  const pace = useStore((store) => store.do.pace)
  const id = useId()
  return (
    <>
      <button type="button" className="tool" aria-label="Pace" title="Pace" popoverTarget={id}>
        <Icon of={Gauge} />
      </button>
      <section className="settings pace" aria-label="Pace" id={id} popover="auto">
        <label className="setting">
          Steps
          <select
            value={grain}
            onChange={({ target }) => pace({ grain: target.value === 'wire' ? 'wire' : 'gate' })}
          >
            {grains.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="setting">
          Passes
          <select
            value={part}
            onChange={({ target }) =>
              pace({ part: parts.find(([value]) => value === target.value)?.[0] ?? 'whole' })
            }
          >
            {parts.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="setting">
          Speed
          <select value={speed} onChange={({ target }) => pace({ speed: Number(target.value) })}>
            {speeds.map((value) => (
              <option key={value} value={value}>
                {value}×
              </option>
            ))}
          </select>
        </label>
      </section>
    </>
  )
}

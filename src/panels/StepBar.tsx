import { Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from 'lucide'
import { type Whereabouts, whereIn } from '../state/stepping'
import { useStore } from '../state/store'
import { keysOf } from './keys'
import { Pace } from './Pace'
import { ToolButton } from './ToolButton'

/** Where the story stands, and the ways through it. */
export const StepBar = () => {
  const where = useStore(({ session }) => (session.source.trim() === '' ? null : whereIn(session)))
  const playing = useStore(({ session }) => session.course.playing)
  const { stepOn, stepBack, toStart, toEnd, play } = useStore((store) => store.do)
  if (!where) return null
  const { stops, done, resting, rests } = where
  const atStart = !resting && done <= (stops[0] ?? 0)
  const atEnd = rests ? resting : done >= (stops.at(-1) ?? 0)
  return (
    <section className="steps" aria-label="Steps">
      <Scrubber where={where} />
      <div className="step-tools">
        <ToolButton
          label="To the beginning"
          keys={keysOf.start}
          icon={SkipBack}
          onPress={toStart}
          idle={atStart}
        />
        <ToolButton label="Step back" keys={keysOf.back} icon={StepBack} onPress={stepBack} idle={atStart} />
        <ToolButton
          label={playing ? 'Pause' : 'Play'}
          keys={keysOf.play}
          icon={playing ? Pause : Play}
          onPress={() => play(!playing)}
        />
        <ToolButton label="Next step" keys={keysOf.next} icon={StepForward} onPress={stepOn} />
        <ToolButton label="To the end" keys={keysOf.end} icon={SkipForward} onPress={toEnd} idle={atEnd} />
        <Pace />
      </div>
    </section>
  )
}

/** A slider over all stops, the passes marked below it. */
const Scrubber = ({ where }: { readonly where: Whereabouts }) => {
  const goTo = useStore((store) => store.do.goTo)
  const { ends, forward, stops, rests, done, resting } = where
  const last = stops.length - 1
  const turn = stops.indexOf(ends[forward - 1] ?? 0)
  const most = rests ? last + 1 : last
  // In the middle of a gate, walked by gate: between two stops.
  const after = stops.findIndex((stop) => stop >= done)
  const at = resting ? most : stops[after] === done ? after : after - 0.5
  const text = nameOf(where)
  return (
    <div className="scrubber">
      <input
        type="range"
        aria-label="Step"
        aria-valuetext={text}
        min={0}
        max={most}
        step={Number.isInteger(at) ? 1 : 0.5}
        value={at}
        onChange={({ target }) => goTo(stops[Math.round(target.valueAsNumber)] ?? null)}
      />
      <div
        className="passes"
        aria-hidden="true"
        style={{ gridTemplateColumns: `${Math.max(0, turn)}fr ${most - Math.max(0, turn)}fr` }}
      >
        <span className="pass forward">{turn > 0 && <span>forward</span>}</span>
        <span className="pass backward">{turn < most && <span>backward</span>}</span>
      </div>
      <p className="step-name" aria-hidden="true">
        {text}
      </p>
    </div>
  )
}

/** `Step 3 of 5, the seed`. Counted by gate, as links are. */
const nameOf = ({ ends, forward, done, resting }: Whereabouts): string => {
  if (resting) return 'All done'
  if (done === 0) return `Before step 1 of ${ends.length}`
  const step = ends.findIndex((end) => end >= done)
  const share = done - (ends[step - 1] ?? 0)
  const count = `Step ${step + 1} of ${ends.length}`
  if (step === forward) return `${count}, the seed`
  if (step < forward) return `${count}, forward`
  return ends[step] === done ? `${count}, backward` : `${count}, backward, share ${share}`
}

import { arrange } from './place'
import type { Plan } from './plan'

/** Lays out plans, one after the other; each answer carries the number that its plan came with. */
addEventListener(
  'message',
  ({
    data,
  }: MessageEvent<{
    readonly number: number
    readonly plan: Plan
    readonly before: Float64Array | null
  }>) => {
    const places = arrange(data.plan, data.before)
    const { wires, branches, left, centre, start, right, lineAt, points } = places
    const arrays = [wires, branches, left, centre, start, right, lineAt, points]
    postMessage({ number: data.number, places }, { transfer: arrays.map(({ buffer }) => buffer) })
  },
)

import { arrange } from './arrange'
import type { Before } from './before'
import type { Plan } from './plan'

/** Lays out plans, one after the other; each answer carries the number that its plan came with. */
addEventListener(
  'message',
  ({
    data,
  }: MessageEvent<{
    readonly number: number
    readonly plan: Plan
    readonly before: Before | null
  }>) => {
    const places = arrange(data.plan, data.before)
    const arrays = Object.values(places).filter((each) => ArrayBuffer.isView(each))
    postMessage({ number: data.number, places }, { transfer: arrays.map(({ buffer }) => buffer) })
  },
)

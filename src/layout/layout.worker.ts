import { arrange } from './arrange'
import type { Before } from './before'
import type { Plan } from './plan'
import { tilesOf } from './space'

/** Lays out plans, one after the other, and what finds the lines of each; each answer carries the number that its plan came with. */
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
    const tiles = tilesOf(data.plan, places)
    const arrays = [...Object.values(places), tiles.at, tiles.edges].filter((each) =>
      ArrayBuffer.isView(each),
    )
    postMessage({ number: data.number, places, tiles }, { transfer: arrays.map(({ buffer }) => buffer) })
  },
)

import type { Grain } from '../lib/settings'
import type { Place } from '../pass/story'

/** Which passes are walked through. */
export type Part = 'whole' | 'forward' | 'backward'

/** How the pass is told, and how far. */
export type Course = {
  /** Null: at rest, all is known and nothing steps back. */
  readonly place: Place | null
  /** How it came here by one step: from how many steps, as which stride; null after a jump. */
  readonly going: { readonly from: number; readonly stride: number } | null
  readonly strides: number
  readonly grain: Grain
  readonly part: Part
  readonly playing: boolean
  /** Times the usual pace. */
  readonly speed: number
}

export const atRest: Course = {
  place: null,
  going: null,
  strides: 0,
  grain: 'gate',
  part: 'whole',
  playing: false,
  speed: 1,
}

/** A place in the middle of a gate is one of the finer walk. */
export const courseAt = (course: Course, place: Place | null, grain: Grain | null = null): Course => ({
  ...course,
  place,
  going: null,
  playing: false,
  grain: place && place.share > 0 ? 'wire' : (grain ?? course.grain),
})

/** What a hall sees. `check`: central differences beside the gradients. `pointer`: a large one follows the mouse. */
export type Hall = {
  /** The whole screen is asked for. */
  readonly full: boolean
  readonly cover: 'black' | 'white' | null
  readonly check: boolean
  readonly pointer: boolean
}

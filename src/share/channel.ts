import * as v from 'valibot'
import type { Place } from '../pass/story'
import { readPlace } from './settings'

/** What a page may ask of the circuit that it embeds. */
export type Order =
  | { readonly kind: 'program'; readonly source: string; readonly place: Place | null }
  | { readonly kind: 'step'; readonly place: Place | null }
  | { readonly kind: 'next' | 'back' | 'tell' }

/** What the embedded circuit tells that page. `step` is null at rest; `height` is what it would like, in CSS pixels. */
export type Report =
  | {
      readonly type: 'backflow:state'
      readonly step: number | null
      readonly steps: number
      readonly height: number
    }
  /** Somebody steps on at the end, or back at the beginning: the page's own next or last slide. */
  | { readonly type: 'backflow:leave'; readonly to: 'next' | 'back' }

const longest = 65_536
const step = v.union([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999)), v.literal('rest')])
const order = v.variant('type', [
  v.object({
    type: v.literal('backflow:program'),
    source: v.pipe(v.string(), v.maxLength(longest)),
    step: v.optional(step),
  }),
  v.object({ type: v.literal('backflow:step'), step }),
  v.object({ type: v.picklist(['backflow:next', 'backflow:back', 'backflow:tell']) }),
])

/** Null for every message that is not ours, or not sound. */
export const readOrder = (message: unknown): Order | null => {
  const read = v.safeParse(order, message)
  if (!read.success) return null
  const found = read.output
  switch (found.type) {
    case 'backflow:program':
      return { kind: 'program', source: found.source, place: placeOf(found.step) }
    case 'backflow:step':
      return { kind: 'step', place: placeOf(found.step) }
    case 'backflow:next':
      return { kind: 'next' }
    case 'backflow:back':
      return { kind: 'back' }
    case 'backflow:tell':
      return { kind: 'tell' }
  }
}

const placeOf = (found: number | 'rest' | undefined): Place | null =>
  typeof found === 'number' ? readPlace(String(found)) : null

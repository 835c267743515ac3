import * as v from 'valibot'
import { motions, type Settings, themes, wants } from '../lib/settings'
import type { Place } from '../pass/story'

const digit = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))

/** The one validator of settings that come from outside, out of a link or out of a browser's memory. */
const entries = {
  digits: v.union([v.literal('auto'), digit]),
  theme: v.picklist(themes),
  motion: v.picklist(motions),
  wants: v.picklist(wants),
}

type Key = keyof typeof entries
const isKey = (key: string): key is Key => Object.hasOwn(entries, key)

/** Each setting for itself: one that is no setting of ours, or out of bounds, is left out. */
export const readSettings = (
  found: Iterable<readonly [string, unknown]>,
  allowed: readonly Key[],
): Partial<Settings> => {
  let settings: Partial<Settings> = {}
  for (const [key, value] of found) {
    if (!isKey(key) || !allowed.includes(key)) continue
    const read = v.safeParse(entries[key], value)
    if (read.success) settings = { ...settings, [key]: read.output }
  }
  return settings
}

const place = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}(\.\d{1,5})?$/),
  v.transform((text): Place => {
    const [step = 0, share = 0] = text.split('.').map(Number)
    return { step, share }
  }),
)

/** A place in the story, `4`, or `4.1` in the middle of a gate; null for anything else. It may lie beyond the story's end. */
export const readPlace = (found: unknown): Place | null => {
  const read = v.safeParse(place, found)
  return read.success ? read.output : null
}

import { motions, type Settings, themes, wants } from '../lib/settings'
import type { Place } from '../pass/story'

/** Whether something from outside is one of these. */
export const isOneOf =
  <Each>(all: readonly Each[]) =>
  (found: unknown): found is Each =>
    (all as readonly unknown[]).includes(found)

/**
 * The one validator of settings that come from outside, out of a link or out of a browser's memory. Plain lists: they
 * are read before the first picture, and what checks larger things comes after it.
 */
const entries = {
  digits: isOneOf<Settings['digits']>(['auto', 0, 1, 2, 3, 4, 5, 6]),
  theme: isOneOf(themes),
  motion: isOneOf(motions),
  wants: isOneOf(wants),
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
    if (entries[key](value)) settings = { ...settings, [key]: value }
  }
  return settings
}

/** A place in the story, `4`, or `4.1` in the middle of a gate; null for anything else. It may lie beyond the story's end. */
export const readPlace = (found: unknown): Place | null => {
  if (typeof found !== 'string' || !/^\d{1,5}(\.\d{1,5})?$/.test(found)) return null
  const [step = 0, share = 0] = found.split('.').map(Number)
  return { step, share }
}

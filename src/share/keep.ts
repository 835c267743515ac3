import type { Settings } from '../lib/settings'
import { readSettings } from './settings'

/** What is remembered in this browser. Where its storage fails or is forbidden, nothing is, and everything works. */
export type Keep = {
  readonly settings: () => Partial<Settings>
  readonly keepSettings: (settings: Settings) => void
  /** Whether somebody has been here before. */
  readonly isKnown: () => boolean
  /** Whether there is a work to be found, by whom and of what kind ever. */
  readonly holdsWork: () => boolean
}

type Shelf = Pick<Storage, 'getItem' | 'setItem'>

const place = 'backflow:settings'
const longest = 1000
/** Where works lie, each behind a key of its own. */
export const workPrefix = 'backflow:work:'

export const keepIn = (shelf: () => Shelf): Keep => {
  const read = (): string | null => {
    try {
      return shelf().getItem(place)
    } catch {
      return null
    }
  }
  return {
    settings: () => {
      const found = parsed(read() ?? '')
      return typeof found === 'object' && found !== null
        ? readSettings(Object.entries(found), ['digits', 'theme', 'motion', 'wants'])
        : {}
    },
    keepSettings: (settings) => {
      try {
        shelf().setItem(place, JSON.stringify(settings))
      } catch {
        // Not remembered; nothing is lost by it but the choice.
      }
    },
    isKnown: () => read() !== null,
    holdsWork: () => {
      try {
        return Object.keys(shelf()).some((key) => key.startsWith(workPrefix))
      } catch {
        return false
      }
    },
  }
}

/** JSON, or undefined: what is stored may have been written by anyone. */
const parsed = (text: string): unknown => {
  if (text.length > longest) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

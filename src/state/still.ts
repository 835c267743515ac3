import type { Opened } from '../share/query'
import type { Session } from './session'

/** The session as a still frame: the text, the place, and what differs from the usual view. */
export const frameOf = ({ source, settings: { digits, theme }, course }: Session): Opened => ({
  source,
  settings: {
    ...(digits === 'auto' ? {} : { digits }),
    ...(theme === 'auto' ? {} : { theme }),
  },
  place: course.place,
  grain: course.grain === 'wire' ? 'wire' : null,
  embed: null,
})

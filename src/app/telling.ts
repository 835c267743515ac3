import { unveil } from '../scene/unveil'
import { bring } from '../state/late'

/** Whoever can set a place in the story brings this first. */
export const bringTelling = (): void => bring({ unveil })

import { unveil } from '../scene/unveil'
import { grab, pull } from '../state/grab'
import { bring } from '../state/late'

/** Whoever can set a place in the story, or take an input in hand, brings this first. */
export const bringTelling = (): void => bring({ unveil, grab, pull })

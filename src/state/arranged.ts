import type { Placed } from '../layout/placed'
import type { Space } from '../layout/space'
import type { Program } from '../program/derive'

/** Where a large circuit stands, found by work that takes its time; it does for every circuit of the same structure. */
export type Arranged = {
  readonly program: Program
  readonly digits: number
  readonly layout: Placed
  readonly space: Space
}

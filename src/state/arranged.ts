import type { Placed } from '../layout/placed'
import type { Space } from '../layout/space'
import type { Program } from '../program/derive'

/** Where a large circuit stands, found by work that takes its time; it does for every circuit of the same structure. */
export type Arranged = {
  readonly program: Program
  readonly digits: number
  /** Which of the programs that were opened it stands for: another one is laid out as if nothing had stood before. */
  readonly opened: number
  readonly layout: Placed
  readonly space: Space
}

import type { Circuit, WireId } from '../circuit/circuit'
import type { Pass } from '../pass/backward'
import type { Story } from '../pass/story'

/** How far a pass has been told, and how it is looked at. */
export type Telling = {
  readonly circuit: Circuit
  readonly pass: Pass
  readonly decimals: number
  readonly story: Story
  /** How many of the story's steps are over. */
  readonly done: number
  /** How it came here by going on: from how many steps, and as which stride; null after a jump. */
  readonly going: { readonly from: number; readonly stride: number } | null
  /** Nothing is stepped through: all is known, and nothing steps back. */
  readonly atRest: boolean
  /** The gate that is looked at alone. */
  readonly lens: WireId | null
  /** A path through the circuit that is looked at: its edges, from left to right. */
  readonly path: readonly { readonly gate: WireId; readonly port: number }[] | null
}

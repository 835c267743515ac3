import type { Circuit } from '../circuit/circuit'
import type { Places } from './layout'
import type { Plan } from './plan'

/** A circuit with its plan and places: what each wire and use looks like is read from it when it is drawn. */
export type Placed = {
  readonly circuit: Circuit
  readonly plan: Plan
  readonly places: Places
}

/** The same places for another circuit of the same structure. */
export const moved = (placed: Placed, circuit: Circuit): Placed => ({ ...placed, circuit })

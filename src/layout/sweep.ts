import type { WireId } from '../circuit/circuit'
import { at } from './at'
import type { Edge } from './plan'

/** What stands in a column: a wire's row (gate, numbers, name, fork), or a lane for a wire that passes. */
export type Slot =
  | { readonly kind: 'wire'; readonly wire: WireId; readonly y: number }
  | { readonly kind: 'lane'; readonly edge: number; readonly y: number }

/** What one sweep over the columns finds. */
export type Heights = {
  /** By wire id. */
  readonly wires: readonly number[]
  /** By wire id: where it would stand if nothing else stood in its column. */
  readonly wanted: readonly number[]
  /** By edge: where it leaves its wire's column. */
  readonly branches: readonly number[]
  /** By edge: one for each column it passes, from the left. */
  readonly lanes: readonly (readonly number[])[]
  /** By wire id: how far a gate stands off its operands' mean so that the run after it is level. */
  readonly shifts: readonly number[]
  /** By column, from top to bottom. */
  readonly slots: readonly (readonly Slot[])[]
}

/** A column across: what stands in it is between left and right; between two columns there are only lines. */
export type Zone = {
  readonly left: number
  /** Of its gates. */
  readonly centre: number
  /** Of its stubs. */
  readonly start: number
  readonly right: number
}

/** Where an edge is in a column after its own: in its lane, or at its gate. */
export const heightIn = (heights: Heights, edge: Edge, index: number, column: number): number =>
  column === edge.byColumn
    ? at(heights.wires, edge.by)
    : at(at(heights.lanes, index), column - edge.fromColumn - 1)

/** What the sweep before found: heights and, from them, the columns' places across. */
export type Earlier = { readonly heights: Heights; readonly zones: readonly Zone[] }

type Growing = {
  readonly [Key in keyof Heights]: Heights[Key][number][]
}

/** A sweep under way: the columns up to here are settled. */
export type Sweep = { readonly earlier: Earlier | null; readonly heights: Growing }

/** Heights that differ by less are a tie. */
const sameHeight = 1e-6
export const inOrder = (a: number, b: number): number =>
  Math.round(a / sameHeight) - Math.round(b / sameHeight)

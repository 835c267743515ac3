/** What one sweep over the columns finds. Cells are wires by their ids, then lanes. */
export type Heights = {
  readonly cells: Float64Array
  /** The same, of wires alone and of lanes alone. */
  readonly wires: Float64Array
  readonly lanes: Float64Array
  /** By wire: where it would stand if nothing else stood in its column. */
  readonly wanted: Float64Array
  /** By edge: where its line, or its trunk's, leaves its wire's column. */
  readonly stems: Float64Array
  /** By edge: where it leaves the column in which it parts from the others of its wire. */
  readonly branches: Float64Array
  /** By lane: where what goes on in the next column leaves this one. */
  readonly onward: Float64Array
  /** By wire: how far a gate stands off its operands' mean so that the run after it is level. */
  readonly shifts: Float64Array
}

/** Who stands above whom: column after column, from top to bottom, the cells: a wire's row (gate, numbers, name, fork) or a lane. */
export type Order = { readonly at: Int32Array; readonly slots: Int32Array }

/** A column across: what stands in it is between left and right; between two columns there are only lines. */
export type Zones = {
  readonly left: Float64Array
  /** Of its gates. */
  readonly centre: Float64Array
  /** Of its stubs. */
  readonly start: Float64Array
  readonly right: Float64Array
}

/** What a sweep found: heights and, from them, the columns' places across. */
export type Settled = { readonly heights: Heights; readonly order: Order; readonly zones: Zones }

/** A sweep under way: the columns up to here are settled. */
export type Sweep = { readonly earlier: Settled | null; readonly heights: Heights }

/** Heights that differ by less are a tie. */
export const sameHeight = 1e-6

export const inOrder = (a: number, b: number): number =>
  Math.round(a / sameHeight) - Math.round(b / sameHeight)

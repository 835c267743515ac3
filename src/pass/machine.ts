import type { WireId } from '../circuit/circuit'
import type { Edges } from '../circuit/edges'
import type { Batch } from '../gates/batches'

/** Gates of one kind that run in a row: the rows from `from` up to `to`. */
export type Group = { readonly batch: Batch; readonly from: number; readonly to: number }

/**
 * A circuit made ready to run many times: which gates run together, and what each needs, in arrays. Edges are those
 * of a pass.
 */
export type Engine = Pick<Edges, 'edgeOf' | 'gateOf'> & {
  readonly groups: readonly Group[]
  /** The rows of all gates in the order in which they run, as their loops read them. */
  readonly rows: Int32Array
  /** By wire: where the rows of its gate end; 0 where no gate makes it. */
  readonly doneAt: Int32Array
  readonly places: Places
  /** By edge: where its local gradient is; that of a product is the number of its other operand. */
  readonly localPlaces: Int32Array
  /** The numbers that are there before any other: constants, each with its place. */
  readonly known: { readonly places: readonly number[]; readonly values: readonly number[] }
  readonly inputs: readonly WireId[]
  /** Wires that reach the output, the last first. */
  readonly living: Int32Array
  /** The edges through which wire `w` hears, in order of arrival: `heard[heardAt[w]]` up to `heard[heardAt[w + 1]]`. */
  readonly heardAt: Int32Array
  readonly heard: Int32Array
  /**
   * The gates that send something back, the last first, five places each: of the gradient of its output, of two local
   * gradients, of the gradients of two operands. A gate of one port sends its share twice, and the second time nowhere,
   * which is one wire more than there are; one of more than two is here several times.
   */
  readonly sending: Int32Array
}

/**
 * Where the numbers of a pass begin in its one array: values first, each at the number of its wire; local gradients
 * that are none of the others; constants built into gates; 1 and −1; and gradients, which the way back alone needs.
 */
export type Places = {
  readonly locals: number
  readonly constants: number
  readonly ones: number
  readonly gradients: number
  readonly end: number
}

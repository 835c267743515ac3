import type { Batch, Run } from '../gates/batches'

/** Gates of one kind that run in a row: places from `from` up to `to` of the schedule. */
export type Group = { readonly batch: Batch | null; readonly from: number; readonly to: number }

/**
 * A circuit made ready to run many times: which gates run together, and what each needs, in arrays. Edges are those
 * of a pass.
 */
export type Engine = Omit<Run, 'values' | 'locals'> & {
  readonly groups: readonly Group[]
  /** By wire: its gate's first edge; one entry more than wires. */
  readonly edgeOf: Int32Array
  /** Wires whose number is known before any gate runs: constants, with their values; and inputs, by slot. */
  readonly constants: { readonly wires: Int32Array; readonly values: Float64Array }
  readonly inputs: Int32Array
  /** Wires that reach the output, the last first. */
  readonly living: Int32Array
  /** The edges through which wire `w` hears, in order of arrival: `heard[heardAt[w]]` up to `heard[heardAt[w + 1]]`. */
  readonly heardAt: Int32Array
  readonly heard: Int32Array
  readonly sending: Sending
}

/**
 * The gates that send something back, the last first: from wire `out[i]` through the edges `first[i]` and `second[i]`
 * into the wires `a[i]` and `b[i]`. A gate of one port sends its second share nowhere, which is one wire and one edge
 * more than there are; one of more than two is here several times.
 */
export type Sending = {
  readonly out: Int32Array
  readonly first: Int32Array
  readonly second: Int32Array
  readonly a: Int32Array
  readonly b: Int32Array
}

import type { WireId } from '../circuit/circuit'

/** Units of the lecture's drawings: text is 16, a gate's radius 20, y grows downwards. */
export type Point = { readonly x: number; readonly y: number }
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The horizontal stub that carries a wire's numbers: value above it, gradient below it, name at its left. */
export type Stub = {
  readonly start: Point
  /** A wire with one use runs on to where its column ends; its numbers never need more than `stubLength`. */
  readonly end: Point
  /** From the gate's right edge to the stub's start; null for inputs and constants. */
  readonly lead: Point | null
  /** The name as it fits (a long one is cut with …); empty for an unnamed wire. */
  readonly label: string
  /** Where the wire splits: at the stub's end if it has two or more uses. */
  readonly fork: Point | null
}

/** A gate's body, 40 high: a circle where `halfWidth` is 20, else a pill. */
export type Body = { readonly centre: Point; readonly halfWidth: number }

/** One use of a wire, drawn from the stub's end (or its fork) to the gate's leftmost point. */
export type Branch = {
  readonly from: WireId
  readonly by: WireId
  readonly port: number
  /** Two points or more, from left to right; the last is the arrow's tip. */
  readonly path: readonly Point[]
  /** Left end of the baseline for this branch's share of the gradient; null where the wire does not fork. */
  readonly share: Point | null
  /** Where it leaves a trunk that it shares with other branches of its wire. */
  readonly junction: Point | null
}

export type Layout = {
  /** By wire id. */
  readonly stubs: readonly Stub[]
  /** By wire id; null for inputs and constants. */
  readonly bodies: readonly (Body | null)[]
  /** All uses, in order of (from, use). */
  readonly branches: readonly Branch[]
  /** Everything drawn, numbers and names included, with a margin. */
  readonly bounds: Box
}

export type Columns = {
  /** How many there are. */
  readonly count: number
  /** By wire id. */
  readonly of: Int32Array
  /** By column, where its wires begin in `wires`; one entry more than columns. */
  readonly at: Int32Array
  /** Column after column; the left one in order from top to bottom. */
  readonly wires: Int32Array
  /** By wire: 1 for what stands just before its first gate, wherever that is. */
  readonly byGate: Uint8Array
}

/**
 * Where wires, columns and forks are, in typed arrays: by wire its height, by column where it is across. Edges are in
 * order of (from, use). Those of one wire that go far may share a trunk and leave it one after the other.
 */
export type Standing = {
  /** The plan's, or with gates that wait so that fewer lines cross. */
  readonly columns: Columns
  readonly wires: Float64Array
  readonly left: Float64Array
  readonly centre: Float64Array
  readonly start: Float64Array
  readonly right: Float64Array
  /** By wire: how far its fork opens to either side; 0 where one line leaves it. */
  readonly reach: Float64Array
  /** By edge: the height at which its line, or its trunk, leaves its wire's column. */
  readonly stems: Float64Array
  /** By edge: the column in which it parts from the others of its wire, and the heights where it does and then goes on. */
  readonly partsIn: Int32Array
  readonly dots: Float64Array
  readonly branches: Float64Array
  /** By edge: the one whose line leads to where its own begins; −1 where that is its wire. */
  readonly via: Int32Array
}

/** All of it as it comes from the worker. */
export type Places = Standing & {
  /** Branches that go far share trunks. */
  readonly shared: boolean
  /** The own line of edge `e` is `points[2 · lineAt[e]]` up to `points[2 · lineAt[e + 1]]`, x and y in turn. */
  readonly lineAt: Int32Array
  readonly points: Float64Array
  readonly bounds: Box
}

import type { Constant, Gate } from '../gates/gate'
import type { Span } from '../lib/result'

declare const wireBrand: unique symbol
/** A wire's place in `Circuit.wires`: topological, so operands always have smaller ids than what uses them. */
export type WireId = number & { readonly [wireBrand]: true }

/** Sizes along each axis; a scalar has none. Every wire is a scalar today, and carries its shape all the same. */
export type Shape = readonly number[]
export const scalar: Shape = []

/** What puts the number on a wire: every wire has exactly one maker, and every gate exactly one output wire. */
export type Maker =
  | { readonly kind: 'input'; readonly slot: number }
  | { readonly kind: 'constant'; readonly constant: Constant }
  | {
      readonly kind: 'gate'
      readonly gate: Gate
      readonly inputs: readonly WireId[]
      readonly constant: Constant | null
    }

/** One place where a wire ends: input `port` of the gate whose output is `by`. */
export type Use = { readonly by: WireId; readonly port: number }

/** Uses in the order in which their shares come back: the last gate is heard first, and its ports in their order. */
export const asTheyAnswer = (uses: readonly Use[]): readonly Use[] =>
  uses.toSorted((a, b) => b.by - a.by || a.port - b.port)

export type Wire = {
  readonly id: WireId
  /** Survives edits elsewhere in the program: statement name, gate and ordinal, never a running index. */
  readonly key: string
  /** All its names, the first given first (`q = x` gives x's wire a second one); empty for an unnamed wire. */
  readonly names: readonly string[]
  /** Its first name, or its expression as text. */
  readonly text: string
  readonly shape: Shape
  readonly maker: Maker
  /** In order of first use. Two or more make a fork. */
  readonly uses: readonly Use[]
  readonly reachesOutput: boolean
  readonly span: Span
  /** The lecture's `#(3)` behind a line, shown at that line's last gate. */
  readonly tag: string | null
}

/** Structure only: no values. `inputs[slot]` is the wire of that input; `output` is the last statement's wire. */
export type Circuit = {
  readonly wires: readonly Wire[]
  readonly inputs: readonly WireId[]
  readonly output: WireId
}

/** The sign inside the gate that makes this wire: `+`, `*2`, `exp`. */
export const signOf = (wire: Wire): string =>
  wire.maker.kind === 'gate' ? wire.maker.gate.sign(wire.maker.constant?.text ?? '') : ''

export const inputsOf = (wire: Pick<Wire, 'maker'>): readonly WireId[] =>
  wire.maker.kind === 'gate' ? wire.maker.inputs : []

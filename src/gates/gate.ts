import type { Syntax } from '../language/grammar'

/** Numbers at a gate: one per port, in the order of `ports`. */
export type Operands = ArrayLike<number>

/** Where a gate stands: the numbers at its ports, its constant, and its output. */
export type Stand = { readonly operands: Operands; readonly constant: number; readonly out: number }

/** A number built into a gate (`*2`, `+1`, `^2`) or feeding one from a stub (`max(0, u)`); `text` as it was typed. */
export type Constant = { readonly value: number; readonly text: string }

/**
 * ∂out/∂port, said once. A formula is in our own language over the ports, `c` (the gate's constant) and `out`;
 * `edge` decides the points where IEEE arithmetic would not (0·∞, outside the domain), null elsewhere.
 * A rule is for what the language cannot say: a choice. A gate made of gates has its slopes from its body.
 */
export type LocalGradient =
  | {
      readonly kind: 'formula'
      readonly formula: string
      readonly edge?: (operands: Operands, constant: number) => number | null
    }
  | {
      readonly kind: 'rule'
      readonly says: string
      readonly latex: string
      readonly number: (operands: Operands, constant: number) => number
    }
  | { readonly kind: 'body'; readonly says: string; readonly latex: string }

/** One link of the chain that replaces an infix gate with a constant operand; `formula` is its text over `x`. */
export type Folded = { readonly gate: string; readonly constant: Constant | null; readonly formula?: string }
export type Fold = (constant: Constant) => readonly Folded[]

/** A node of an expression made ready to run: its gate found, its name a place among the numbers given. */
export type Instruction =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'given'; readonly place: number }
  | {
      readonly kind: 'gate'
      readonly gate: Gate
      readonly constant: number
      readonly operands: readonly number[]
    }

/**
 * What is told when a gate runs, forward and backward: sentences with places for names ({a}, {b}), values ({va}, {vb},
 * {c}, {out}), the upstream gradient ({g}, and in words {want}), local gradients ({la}, {lb}) and what each input is
 * sent ({ga}, {gb}). `{(g)}` puts a negative number in parentheses, as next to a sign.
 */
export type Tale = { readonly forward: string; readonly backward: string }

/** All that the rest of the house knows of a gate: one record of the catalogue, or a gate of the user's own. */
export type Gate = {
  /** `data-gate` on the page. */
  readonly name: string
  /** What it is called aloud. */
  readonly spoken: string
  readonly ports: readonly string[]
  readonly syntax: readonly Syntax[]
  /** The gate as an expression over its ports and `c`: arithmetic and typesetting come from it. */
  readonly formula: string
  readonly value: (operands: Operands, constant: number) => number
  /** One for each port. */
  readonly locals: readonly LocalGradient[]
  /** What stands in the circle. */
  readonly sign: (constant: string) => string
  /** What the gate does to the gradient that arrives, in a sentence. */
  readonly story: string
  /** Why it does so, in a sentence for who wants to know more. */
  readonly why: string
  /** What it does with the numbers at hand; null for a gate that is told in general words. */
  readonly tale: ((operands: Operands, constant: number) => Tale) | null
  /** Why there is no single slope at this point; null where there is one. */
  readonly kink: (operands: Operands, constant: number) => string | null
  /** Why these operands give NaN, or why finite ones give ±∞. */
  readonly trouble: (operands: Operands, constant: number) => string
  /** For a gate made of gates: its body, over gates of the catalogue alone; the last is its output. */
  readonly body?: readonly Instruction[]
  /** What stands in when the left or right operand is a constant; null where the constant gets a stub. */
  readonly folds: { readonly left: Fold | null; readonly right: Fold | null }
}

import type { Span } from '../lib/result'
import type { Expr } from './expr'

/** A name on the left of `=`, with the expression that it names and where that expression stands. */
export type Assignment = {
  readonly name: string
  readonly at: Span
  readonly value: Expr
  /** The right-hand side with its parentheses: what a new literal replaces. */
  readonly valueSpan: Span
}

export type Statement = { readonly span: Span; readonly tag: string | null } & (
  | { readonly kind: 'assign'; readonly assignments: readonly Assignment[] }
  | {
      readonly kind: 'define'
      readonly name: string
      readonly at: Span
      readonly ports: readonly string[]
      readonly body: Expr
      readonly bodySpan: Span
    }
  | { readonly kind: 'express'; readonly value: Expr; readonly valueSpan: Span }
  | { readonly kind: 'import' }
  /** Reported and not read further; what it would have named is known, so that later lines are not blamed. */
  | { readonly kind: 'broken'; readonly names: readonly string[] }
)

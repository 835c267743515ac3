import type { Span } from '../lib/result'

/**
 * `text` is canonical (− and – read as `-`, × as `*`, ^ as `**`), `span` is where it was typed.
 * A `bad` token stands for characters that were reported; its statement is not read further.
 */
export type Token = {
  readonly kind: 'number' | 'name' | 'symbol' | 'newline' | 'bad'
  readonly text: string
  readonly span: Span
  /** First on its line, though inside a bracket that was opened above. */
  readonly continues?: true
  /** On a newline: the `(3)` that ended the line's comment. */
  readonly tag?: string
}

export const isSymbol = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'symbol' && token.text === text

/** The signs that make a statement an assignment (or were meant to); none stands inside an expression. */
export const assignments: ReadonlySet<string> = new Set(['=', '==', ':=', '+=', '-=', '*=', '/=', '**='])
export const isAssignment = (token: Token): boolean => token.kind === 'symbol' && assignments.has(token.text)

export const isName = (token: Token | undefined): token is Token & { kind: 'name' } => token?.kind === 'name'

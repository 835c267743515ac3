import type { Built, Literal } from '../circuit/build'

/** Behind `at`, a place in the text that a circuit was built from, everything has moved by `by`. */
export type Move = { readonly at: number; readonly by: number }

/** A program that is whole: its text, the circuit it describes, and its inputs with where they are written. */
export type Program = Built & {
  readonly source: string
  /** How the text has moved since the circuit was built from it, number by number, and where its numbers stood then. */
  readonly moves: readonly Move[]
  readonly base: readonly Literal[]
}

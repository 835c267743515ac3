/** A half-open range of UTF-16 offsets into the program's text. */
export type Span = { readonly from: number; readonly to: number }

/** Where something stands, and nothing else of it. */
export const spanOf = ({ from, to }: Span): Span => ({ from, to })

/** One replacement; the offsets speak of the text before any edit of the same fix. */
export type Edit = Span & { readonly insert: string }

export type Fix = { readonly label: string; readonly edits: readonly Edit[] }

/** Expected trouble, in plain words: what is wrong, where, and what to do next. */
export type Problem = {
  readonly message: string
  readonly span: Span
  readonly hint: string
  readonly fix?: Fix
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

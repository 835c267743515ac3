import { piecesOf } from './backticks'

/** A sentence of ours, with its code set as code. */
export const Prose = ({ text }: { readonly text: string }) =>
  piecesOf(text).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other identity
    piece.isCode ? <code key={index}>{piece.text}</code> : piece.text,
  )

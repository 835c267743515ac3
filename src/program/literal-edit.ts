import { decimalsOf, type Literal } from '../circuit/build'
import { numberOf } from '../language/scan'
import { changeBetween } from '../lib/change'
import type { Span } from '../lib/result'
import type { Move, Program } from './program'

/** A plain number: what a drag or a slider writes. Anything else is read in full. */
const plain = /^[-−]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:e[-+]?\d{1,3})?$/i

/**
 * The program of a text in which one input's number differs from an earlier one's, and nothing else: the circuit is the
 * same one, so that everything that hangs on structure alone stays as it is. Null where more may have changed.
 */
export const withLiteral = (before: Program, source: string): Program | null => {
  const { literals, asides } = before
  if (asides.length > 0) return null
  const change = changeBetween(before.source, source)
  if (change === null) return null
  const index = literals.findIndex(
    ({ span }) => span !== null && span.from <= change.from && change.to <= span.to,
  )
  const literal = literals[index]
  if (!literal?.span) return null
  const by = source.length - before.source.length
  const span = { from: literal.span.from, to: literal.span.to + by }
  const text = source.slice(span.from, span.to)
  if (!plain.test(text) || !plain.test(literal.text)) return null
  const value = numberOf(text)
  if (!Number.isFinite(value)) return null
  const changed = { ...literal, value, text, decimals: decimalsOf(text.replace(/^[-−]/, '')), span }
  const end = literal.span.to
  const at = before.base[index]?.span?.to
  if (at === undefined) return null
  return {
    ...before,
    source,
    literals: by === 0 ? literals.with(index, changed) : shifted(literals, index, { changed, end, by }),
    moves: by === 0 ? before.moves : movedBy(before.moves, { at, by }),
  }
}

type Shift = { readonly changed: Literal; readonly end: number; readonly by: number }

const shifted = (
  literals: readonly Literal[],
  index: number,
  { changed, end, by }: Shift,
): readonly Literal[] =>
  literals.map((literal, i) => {
    if (i === index) return changed
    if (literal.span === null || literal.span.from < end) return literal
    return { ...literal, span: { from: literal.span.from + by, to: literal.span.to + by } }
  })

const movedBy = (moves: readonly Move[], move: Move): readonly Move[] => {
  const same = moves.findIndex(({ at }) => at === move.at)
  if (same < 0) return [...moves, move]
  return moves.with(same, { at: move.at, by: move.by + (moves[same] as Move).by })
}

/** Where something of the circuit stands in the text as it is now. */
export const spanIn = ({ moves }: Pick<Program, 'moves'>, span: Span): Span => {
  if (moves.length === 0) return span
  const moved = (place: number): number =>
    moves.reduce((sum, { at, by }) => (at <= place ? sum + by : sum), place)
  return { from: moved(span.from), to: moved(span.to) }
}

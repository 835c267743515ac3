import { grammar } from '../gates/index'
import { parse } from '../language/parse'
import type { Statement } from '../language/statement'
import { type Span, spanOf } from '../lib/result'

type Parts = {
  /** The right-hand side, or the body. */
  readonly values: readonly Span[]
  /** Those and everything they are made of. */
  readonly nodes: readonly Span[]
}

const partsIn = (statement: Statement): Parts => {
  switch (statement.kind) {
    case 'assign': {
      const values = statement.assignments.map(({ valueSpan }) => valueSpan)
      const nodes = statement.assignments.flatMap(({ value }) => value.map(spanOf))
      return { values, nodes: [...nodes, ...values] }
    }
    case 'define':
      return {
        values: [statement.bodySpan],
        nodes: [...statement.body.map(spanOf), statement.bodySpan],
      }
    case 'express':
      return {
        values: [statement.valueSpan],
        nodes: [...statement.value.map(spanOf), statement.valueSpan],
      }
    case 'import':
    case 'broken':
      return { values: [], nodes: [] }
  }
}

const holds = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to
const length = ({ from, to }: Span): number => to - from
const shortest = (spans: readonly Span[]): Span | undefined =>
  spans.reduce<Span | undefined>(
    (least, span) => (least && length(least) <= length(span) ? least : span),
    undefined,
  )

/** Without blanks at its ends. */
const trimmed = (source: string, { from, to }: Span): Span => {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(source[start] ?? '')) start++
  while (end > start && /\s/.test(source[end - 1] ?? '')) end--
  return { from: start, to: end }
}

/**
 * Where a gate can be put so that the text stays whole: what is selected if it is an expression, else the smallest one
 * around it, else what its statement computes. A place where nothing stands yet, and a text that is broken, stay.
 */
export const placeFor = (source: string, selection: Span): Span => {
  const { statements, problems } = parse(source, grammar)
  if (problems.length > 0) return selection
  const wanted = trimmed(source, selection)
  const parts = statements.map(partsIn)
  const nodes = parts.flatMap((part) => part.nodes)
  const around = shortest(nodes.filter((node) => holds(node, wanted)))
  if (around) return isBracketed(source, wanted, nodes) ? wanted : around
  const index = statements.findLastIndex(({ span }) => {
    const room = roomOf(source, span)
    return room.from <= wanted.to && wanted.from <= room.to
  })
  return parts[index]?.values.at(-1) ?? { from: selection.to, to: selection.to }
}

const ends: ReadonlySet<string> = new Set(['\n', '\r', ';'])

/** A statement with what stands before and behind it up to its neighbours: there is no room for another one. */
const roomOf = (source: string, { from, to }: Span): Span => {
  let [start, end] = [from, to]
  while (start > 0 && !ends.has(source[start - 1] ?? '')) start--
  while (end < source.length && !ends.has(source[end] ?? '')) end++
  return { from: start, to: end }
}

/** `(x + y)` around `x + y`: brackets are of no node, and may be selected with what they hold. */
const isBracketed = (source: string, wanted: Span, nodes: readonly Span[]): boolean => {
  let inner = wanted
  while (source[inner.from] === '(' && source[inner.to - 1] === ')' && inner.to - inner.from > 2) {
    inner = trimmed(source, { from: inner.from + 1, to: inner.to - 1 })
    if (nodes.some(({ from, to }) => from === inner.from && to === inner.to)) return true
  }
  return false
}

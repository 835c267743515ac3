import type { Span } from '../lib/result'

/** The text with another number in place of a literal; ASCII minus, so that it can be pasted anywhere. */
export const rewriteLiteral = (source: string, span: Span, number: string): string =>
  source.slice(0, span.from) + number.replaceAll('−', '-') + source.slice(span.to)

/** The text with a line `name = number` before everything else. */
export const writeAssignment = (source: string, name: string, number: string): string =>
  `${name} = ${number.replaceAll('−', '-')}${source.includes('\n') || source.trim() === '' ? '\n' : '; '}${source}`

import { budget } from '../lib/budget'
import type { Problem, Span } from '../lib/result'
import { beginsName, continuesName, isDigit, meaning, strangeCharacters } from './characters'
import type { Token } from './token'
import { bad, name, newline, number, symbol, symbols, Tokens, withoutBars } from './tokens'

type Scanned = {
  readonly tokens: readonly Token[]
  readonly comments: readonly Span[]
  readonly problems: readonly Problem[]
}

/** The same tokens as objects, for what looks at each of them once. */
export const scan = (source: string): Scanned => {
  const { tokens, comments, problems } = tokenize(source)
  return { tokens: tokens.slice(), comments, problems }
}

/** Text → tokens, by hand and in one pass: no regular expression ever meets a long run of the user's characters. */
export const tokenize = (source: string): Scanning => {
  const scanning = beginScan(source)
  scanTo(scanning, source.length)
  return scanning
}

/** A text as far as it has been scanned. */
export type Scanning = {
  readonly source: string
  readonly tokens: Tokens
  readonly comments: Span[]
  readonly problems: Problem[]
  at: number
  /** What the comment on this line says. */
  tag: string | null
}

export const beginScan = (source: string): Scanning => ({
  source,
  tokens: new Tokens(source),
  comments: [],
  problems: [],
  at: 0,
  tag: null,
})

/** Reads on as far as `until`, and to the end of what stands there. */
export const scanTo = (scanning: Scanning, until: number): void => {
  const { source, tokens } = scanning
  let { at } = scanning
  while (at < until) {
    const code = source.charCodeAt(at)
    const plain = code < 128 ? (classOf[code] as number) : rare
    if (plain === space) at++
    else if (plain === name) at = scanName(scanning, at)
    else if (plain === number) at = scanNumber(scanning, at)
    else if (code === lineFeed) at = endLine(scanning, at, at + 1)
    else if (plain === rare || goesOn(source.charCodeAt(at + 1))) at = scanRare(scanning, at)
    else tokens.add(plain, at, ++at)
  }
  scanning.at = at
  if (at >= source.length) endLine(scanning, at)
}

const [rare, space] = [0, 1] as const
const [lineFeed, point] = [10, 46] as const

/** What most characters of a program are, without asking further: blanks, names, numbers, or the symbol of that number. */
const classOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (char === ' ' || char === '\t') return space
  if (beginsName(char)) return name
  if (isDigit(char)) return number
  return symbols.includes(char) && char !== '.' ? symbol(char) : rare
})

/** Which characters may be the second of a symbol. */
const further = new Uint8Array(128)
for (const text of symbols) if (text.length > 1) further[text.charCodeAt(1)] = 1
const goesOn = (code: number): boolean => further[code] === 1

const refuse = ({ tokens, problems }: Scanning, problem: Problem, to = problem.span.to): number => {
  problems.push(problem)
  tokens.add(bad, problem.span.from, problem.span.to)
  return to
}

const endLine = (scanning: Scanning, at: number, to = at): number => {
  const { tokens, tag } = scanning
  if (tag !== null) tokens.tags.set(tokens.count, tag)
  if (tag !== null || to > at) tokens.add(newline, at, to)
  scanning.tag = null
  return to
}

const scanName = (scanning: Scanning, from: number): number => {
  const to = nameEnd(scanning.source, from)
  if (to - from > budget.name) return refuse(scanning, longName({ from, to }))
  scanning.tokens.add(name, from, to)
  return to
}

const scanNumber = (scanning: Scanning, from: number): number => {
  const { source, tokens } = scanning
  const to = numberEnd(source, from)
  const problem = numberProblem(source, { from, to })
  if (problem) return refuse(scanning, problem, to)
  tokens.add(number, from, to)
  return to
}

const scanRare = (scanning: Scanning, at: number): number => {
  const { source, tokens } = scanning
  const char = charAt(source, at)
  const next = at + char.length
  if (char === '\u00a0' || char === '\ufeff') return next
  if (newlines.has(char))
    return endLine(scanning, at, char === '\r' && source[next] === '\n' ? next + 1 : next)
  if (char === '\\' && newlines.has(source[next] ?? ''))
    return source[next] === '\r' && source[next + 1] === '\n' ? next + 2 : next + 1
  if (char === '#') {
    const to = lineEnd(source, at)
    scanning.comments.push({ from: at, to })
    scanning.tag = tagOf(source.slice(Math.max(at, to - 16), to))
    return to
  }
  if (char === '.' && isDigit(source[next] ?? '')) return scanNumber(scanning, at)
  if (beginsName(char)) return scanName(scanning, at)
  const written = meaning.get(char)
  const found = written ? char : symbolAt(source, at, char)
  if (found === undefined) {
    const run = strangeRun(source, at)
    return refuse(scanning, strangeCharacters(run, at))
  }
  tokens.add(symbol(written ?? found), at, at + found.length)
  return at + found.length
}

const charAt = (source: string, at: number): string => String.fromCodePoint(source.codePointAt(at) as number)

/** By their first characters, the longest first. */
const symbolsFrom: ReadonlyMap<string, readonly string[]> = new Map(
  symbols.map((symbol) => [symbol[0] as string, symbols.filter((other) => other[0] === symbol[0])]),
)

const symbolAt = (source: string, at: number, char: string): string | undefined => {
  const found = symbolsFrom.get(char)
  return found?.length === 1 ? found[0] : found?.find((text) => source.startsWith(text, at))
}

/** Strange characters in a row are one problem. */
const strangeRun = (source: string, from: number): readonly string[] => {
  const run: string[] = []
  for (let at = from; at < source.length; ) {
    const char = charAt(source, at)
    if (run.length > 0 && !isStrange(char)) break
    run.push(char)
    at += char.length
  }
  return run
}

const isStrange = (char: string): boolean =>
  !(char <= '\u00a0' || char === '\ufeff' || newlines.has(char) || continuesName(char)) &&
  !(meaning.has(char) || symbols.includes(char))

const newlines: ReadonlySet<string> = new Set(['\n', '\r', '\u2028', '\u2029'])

const lineEnd = (source: string, from: number): number => {
  let to = from
  while (to < source.length && !newlines.has(source[to] as string)) to++
  return to
}

/** The lecture numbers its lines with `#(3)`, `# denominator (6)`. */
const tagOf = (comment: string): string | null => /\(\s*(\d{1,3}[a-z]?)\s*\)\s*$/.exec(comment)?.[1] ?? null

const nameEnd = (source: string, from: number): number => {
  let to = from
  while (to < source.length) {
    const code = source.charCodeAt(to)
    if (isPlainName(code) || (code >= 128 && continuesName(source[to] as string))) to++
    else break
  }
  return to
}

/** a–z, A–Z, 0–9 and the underscore. */
const isPlainName = (code: number): boolean => classOf[code] === name || classOf[code] === number

const isDigitAt = (source: string, at: number): boolean => {
  const code = source.charCodeAt(at)
  return code >= 48 && code <= 57
}

const digitsEnd = (source: string, from: number): number => {
  let to = from
  while (isDigitAt(source, to) || (isBar(source, to) && to > from && isDigitAt(source, to + 1))) to++
  return to
}

const isBar = (source: string, at: number): boolean => source.charCodeAt(at) === 95

/** Python's decimal numbers; an `e` belongs to the number only if an exponent follows (`2e` is 2 times e). */
const numberEnd = (source: string, from: number): number => {
  let to = digitsEnd(source, from)
  if (source.charCodeAt(to) === point) to = digitsEnd(source, to + 1)
  // An `e` or `E`.
  if ((source.charCodeAt(to) | 32) !== 101) return to
  const sign = source[to + 1]
  const exponent = sign === '+' || sign === '-' || sign === '−' ? to + 2 : to + 1
  return isDigitAt(source, exponent) ? digitsEnd(source, exponent) : to
}

/** The number a token or an entry field spells; NaN if it spells none. U+2212 counts as a minus. */
export const numberOf = (text: string): number => {
  // As most are written; the others take longer.
  const plain = Number(text)
  return Number.isNaN(plain) ? Number(withoutBars(text.replaceAll('−', '-'))) : plain
}

const numberProblem = (source: string, span: Span): Problem | null => {
  // So short a number is never too large.
  if (span.to - span.from < 5 && !isPlainName(source.charCodeAt(span.to))) return null
  if (source[span.to] === '_')
    return {
      message: 'A number ends in `_` here.',
      span: { from: span.from, to: nameEnd(source, span.to) },
      hint: 'One `_` may stand between two digits, as in `10_000`; a product is written with `*`.',
    }
  const text = source.slice(span.from, span.to)
  const base = source[span.to] ?? ''
  const digit = source[span.to + 1] ?? ''
  if (
    text === '0' &&
    ((/[xX]/.test(base) && /[0-9a-fA-F]/.test(digit)) || (/[bBoO]/.test(base) && isDigit(digit)))
  )
    return {
      message: 'Numbers are written in decimal here.',
      span: { from: span.from, to: nameEnd(source, span.to) },
      hint: 'Write the decimal number, for example `255` for `0xff`.',
    }
  if (Number.isFinite(numberOf(text))) return null
  return {
    message: 'This number is too large: the largest there is, is about 1.8e308.',
    span,
    hint: 'Write a smaller number.',
    fix: { label: 'Use 1e308', edits: [{ ...span, insert: '1e308' }] },
  }
}

const longName = (span: Span): Problem => ({
  message: `This name has ${span.to - span.from} characters; a name may have ${budget.name}.`,
  span,
  hint: 'Give it a shorter name.',
})

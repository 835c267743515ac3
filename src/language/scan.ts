import { budget } from '../lib/budget'
import type { Problem, Span } from '../lib/result'
import { beginsName, continuesName, isDigit, meaning, strangeCharacters } from './characters'
import type { Token } from './token'

/** Longest first, so that `**=` is not read as `**` and `=`. */
const symbols = [
  ['**='],
  ['**', '==', '+=', '-=', '*=', '/=', '//', '->', '<=', '>=', '!=', ':='],
  [...'+-*/@()[],=;:.²³√<>%&|~!?{}"\'$`'],
].flat()

type Scanned = {
  readonly tokens: readonly Token[]
  readonly comments: readonly Span[]
  readonly problems: readonly Problem[]
}

/** Text → tokens, by hand and in one pass: no regular expression ever meets a long run of the user's characters. */
export const scan = (source: string): Scanned => {
  const tokens: Token[] = []
  const comments: Span[] = []
  const problems: Problem[] = []
  const add = (kind: Token['kind'], text: string, span: Span): void => {
    tokens.push({ kind, text, span })
  }
  const refuse = (problem: Problem) => {
    problems.push(problem)
    add('bad', '', problem.span)
  }
  let tag: string | null = null
  let at = 0
  while (at < source.length) {
    const plain = classOf[source.charCodeAt(at)]
    if (plain === 'space') {
      at += 1
      continue
    }
    if (plain === 'letter') {
      const to = nameEnd(source, at)
      const span = { from: at, to }
      if (to - at > budget.name) refuse(longName(span))
      else add('name', source.slice(at, to), span)
      at = to
      continue
    }
    if (plain === 'sign') {
      add('symbol', ascii[source.charCodeAt(at)] as string, { from: at, to: at + 1 })
      at += 1
      continue
    }
    const char = charAt(source, at)
    const next = at + char.length
    if (char === ' ' || char === '\t' || char === '\u00a0' || char === '\ufeff') {
      at = next
    } else if (newlines.has(char)) {
      const to = char === '\r' && source[next] === '\n' ? next + 1 : next
      tokens.push({ kind: 'newline', text: '\n', span: { from: at, to }, ...(tag !== null && { tag }) })
      tag = null
      at = to
    } else if (char === '\\' && newlines.has(source[next] ?? '')) {
      at = source[next] === '\r' && source[next + 1] === '\n' ? next + 2 : next + 1
    } else if (char === '#') {
      const to = lineEnd(source, at)
      comments.push({ from: at, to })
      tag = tagOf(source.slice(Math.max(at, to - 16), to))
      at = to
    } else if (isDigit(char) || (char === '.' && isDigit(source[next] ?? ''))) {
      const to = numberEnd(source, at)
      const span = { from: at, to }
      const problem = numberProblem(source, span)
      if (problem) refuse(problem)
      else add('number', withoutBars(source.slice(at, to)), span)
      at = to
    } else if (beginsName(char)) {
      const to = nameEnd(source, at)
      const span = { from: at, to }
      if (to - at > budget.name) refuse(longName(span))
      else add('name', source.slice(at, to), span)
      at = to
    } else {
      const written = meaning.get(char)
      const symbol = written ? char : symbolAt(source, at, char)
      if (symbol === undefined) {
        const run = strangeRun(source, at)
        refuse(strangeCharacters(run, at))
        at += run.join('').length
      } else {
        add('symbol', written ?? symbol, { from: at, to: at + symbol.length })
        at += symbol.length
      }
    }
  }
  if (tag !== null) tokens.push({ kind: 'newline', text: '\n', span: { from: at, to: at }, tag })
  return { tokens, comments, problems }
}

/** Strings of the characters that programs are made of, so that none is made anew for each of them. */
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

/** What most characters of a program are, without asking further: letters, and signs that begin no longer one. */
const classOf: readonly ('space' | 'letter' | 'sign' | undefined)[] = ascii.map((char) => {
  if (char === ' ' || char === '\t') return 'space'
  if (beginsName(char)) return 'letter'
  const from = symbols.filter((symbol) => symbol[0] === char)
  return from.length === 1 && from[0] === char && !meaning.has(char) && char !== '.' ? 'sign' : undefined
})

const charAt = (source: string, at: number): string => {
  const code = source.charCodeAt(at)
  return ascii[code] ?? String.fromCodePoint(source.codePointAt(at) as number)
}

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
    const char = String.fromCodePoint(source.codePointAt(at) as number)
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
const isPlainName = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95

const digitsEnd = (source: string, from: number): number => {
  let to = from
  while (isDigit(source[to] ?? '') || (source[to] === '_' && to > from && isDigit(source[to + 1] ?? ''))) to++
  return to
}

/** Python's decimal numbers; an `e` belongs to the number only if an exponent follows (`2e` is 2 times e). */
const numberEnd = (source: string, from: number): number => {
  let to = digitsEnd(source, from)
  if (source[to] === '.') to = digitsEnd(source, to + 1)
  if (source[to] !== 'e' && source[to] !== 'E') return to
  const sign = source[to + 1]
  const exponent = sign === '+' || sign === '-' || sign === '−' ? to + 2 : to + 1
  return isDigit(source[exponent] ?? '') ? digitsEnd(source, exponent) : to
}

const withoutBars = (text: string): string => (text.includes('_') ? text.replaceAll('_', '') : text)

/** The number a token or an entry field spells; NaN if it spells none. U+2212 counts as a minus. */
export const numberOf = (text: string): number =>
  Number(withoutBars(text.includes('−') ? text.replaceAll('−', '-') : text))

const numberProblem = (source: string, span: Span): Problem | null => {
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

import { budget } from '../lib/budget'
import { drained } from '../lib/drained'
import type { Problem, Result, Span } from '../lib/result'
import type { Expr } from './expr'
import { parseExpression } from './expression'
import type { Grammar } from './grammar'
import { beginScan, scanTo } from './scan'
import { type Line, type Run, split, tokensOf } from './split'
import type { Assignment, Statement } from './statement'
import { statementProblem as problem } from './statement-problems'
import { isName, isSymbol, type Token } from './token'
import { assigns, bad, closes, comma, ends, equals, lists, name, opens, symbol } from './tokens'
import { insteadOf } from './words'

export type Parsed = { readonly statements: readonly Statement[]; readonly problems: readonly Problem[] }

/** Text → statements. Recovers at each statement, so every problem is found; nothing throws. */
export const parse = (source: string, grammar: Grammar): Parsed => drained(parsing(source, grammar))

/** So much is read at a time, in characters and in statements: some milliseconds of work. */
const slice = { characters: 65_536, statements: 1024 }

/** The same in slices; yields how much of it is done. */
export function* parsing(source: string, grammar: Grammar): Generator<number, Parsed> {
  if (source.length > budget.source) return unread(source)
  const scanning = beginScan(source)
  while (scanning.at < source.length) {
    scanTo(scanning, Math.min(source.length, scanning.at + slice.characters))
    yield (scanning.at / source.length) * 0.3
  }
  const { tokens, problems } = scanning
  const statements: Statement[] = []
  const found = [...problems]
  let known = grammar
  for (const line of split(tokens)) {
    const read = readLine(line, known)
    if (read.ok) {
      statements.push(read.value)
      // A gate of the user's own takes the place of the catalogue's: `max` of three is then no fold.
      if (read.value.kind === 'define') known = withoutCall(known, read.value.name)
    } else {
      found.push(...read.problems)
      statements.push({ kind: 'broken', names: namesAtHead(line), span: line.span, tag: null })
    }
    if (statements.length % slice.statements === 0) yield 0.3 + 0.7 * (line.span.to / source.length)
  }
  return { statements, problems: found.sort((a, b) => a.span.from - b.span.from) }
}

const unread = (source: string): Parsed => ({
  statements: [{ kind: 'broken', names: [], span: { from: 0, to: source.length }, tag: null }],
  problems: [problem.tooLong(source.length)],
})

const withoutCall = (grammar: Grammar, name: string): Grammar => {
  if (!grammar.calls.has(name)) return grammar
  const calls = new Map(grammar.calls)
  calls.delete(name)
  return { ...grammar, calls }
}

const fail = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems })

const namesAtHead = (line: Line): readonly string[] => {
  const tokens = tokensOf(line)
  const end = tokens.findIndex((token) => isSymbol(token, '='))
  return tokens.slice(0, end < 0 ? 2 : end).flatMap((token) => (isName(token) ? [token.text] : []))
}

/** Module names, commas and dots, and the star of `from math import *`. */
const isImport = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 &&
  tokens.every((token, i) => {
    const star = isSymbol(token, '*') && i === tokens.length - 1 && tokens[i - 1]?.text === 'import'
    return isName(token) || isSymbol(token, ',') || isSymbol(token, '.') || star
  })

/** The first token of a kind. */
const find = ({ tokens, first, end }: Run, what: number): number => {
  const found = tokens.whats.subarray(first, end).indexOf(what)
  return found < 0 ? found : first + found
}

const readLine = (line: Line, grammar: Grammar): Result<Statement> => {
  const { tokens, first, end, span, tag } = line
  const { whats } = tokens
  for (let i = first; i < end; i++) if (whats[i] === bad) return fail()
  if (whats[first] === name) {
    const text = tokens.textAt(first)
    if (text === 'import' || text === 'from')
      return isImport(tokensOf(line))
        ? { ok: true, value: { kind: 'import', span, tag } }
        : fail(problem.import(span))
    if (text === 'def') return readDef(line, grammar)
    const hint = insteadOf(text)
    if (hint !== undefined) return fail(problem.word(tokens.at(first), hint))
  }
  const sign = assignmentAt(line)
  if (sign < 0) {
    const value = parseExpression(line, grammar, span)
    return value.ok
      ? { ok: true, value: { kind: 'express', value: value.value, valueSpan: span, span, tag } }
      : value
  }
  if (whats[sign] !== equals) return readUpdate(line, sign, grammar)
  if (whats[first] === name && whats[first + 1] === opens) return readDefinition(line, sign, grammar)
  const names = readNames(line, first, sign)
  return names ? readAssignment(line, { names, sign }, grammar) : noTarget(line, sign)
}

const noTarget = ({ tokens, first, end }: Line, sign: number): Result<never> =>
  fail(problem.target(tokens.slice(first, sign), tokens.slice(sign, end)))

/** The `=` (or `+=`, `==` …) outside all brackets; −1 if there is none. */
const assignmentAt = ({ tokens, first, end }: Line): number => {
  const { whats } = tokens
  let depth = 0
  for (let i = first; i < end; i++) {
    const what = whats[i] as number
    if (what === opens || what === lists) depth++
    else if (what === closes || what === ends) depth--
    if (depth <= 0 && assigns(what)) return i
  }
  return -1
}

/** Places of `a, b` on the left of `=` or between the brackets of a definition; null if it is anything else. */
const readNames = ({ tokens }: Run, first: number, end: number): readonly number[] | null => {
  const names: number[] = []
  for (let i = first; i < end; i++)
    if ((i - first) % 2 === 0) {
      if (tokens.whats[i] !== name) return null
      names.push(i)
    } else if (tokens.whats[i] !== comma) return null
  return (end - first) % 2 === 1 ? names : null
}

const spanOf = ({ tokens, first, end }: Run, otherwise: Span): Span =>
  first < end ? tokens.spanOf(first, end - 1) : otherwise

const readAssignment = (
  line: Line,
  { names, sign }: { names: readonly number[]; sign: number },
  grammar: Grammar,
): Result<Statement> => {
  const { tokens, end, span, tag } = line
  const right: Run = { tokens, first: sign + 1, end }
  const parts = names.length === 1 ? [right] : splitAtCommas(right)
  if (parts.length !== names.length)
    return fail(
      problem.counts(
        names.map((place) => tokens.at(place)),
        parts.length,
        span,
      ),
    )
  const problems: Problem[] = []
  const assignments: Assignment[] = []
  for (let i = 0; i < names.length; i++) {
    const place = names[i] as number
    const part = parts[i] as Run
    const value = parseExpression(part, grammar, tokens.spanOf(sign))
    if (value.ok)
      assignments.push({
        name: tokens.textAt(place),
        at: tokens.spanOf(place),
        value: value.value,
        valueSpan: spanOf(part, span),
      })
    else problems.push(...value.problems)
  }
  if (problems.length > 0) return fail(...problems)
  return { ok: true, value: { kind: 'assign', assignments, span, tag } }
}

const splitAtCommas = ({ tokens, first, end }: Run): readonly Run[] => {
  const parts: Run[] = []
  let from = first
  let depth = 0
  for (let i = first; i < end; i++) {
    const what = tokens.whats[i]
    if (what === opens || what === lists) depth++
    if (what === closes || what === ends) depth--
    if (depth !== 0 || what !== comma) continue
    parts.push({ tokens, first: from, end: i })
    from = i + 1
  }
  return [...parts, { tokens, first: from, end }]
}

/** `x += u` is `x = x + (u)`. */
const readUpdate = (line: Line, place: number, grammar: Grammar): Result<Statement> => {
  const { tokens, first, end, span, tag } = line
  const sign = tokens.at(place)
  if (sign.text === '==') return fail(problem.comparison(sign))
  if (sign.text === ':=') return fail(problem.walrus(sign))
  if (tokens.whats[first] !== name || place - first > 1) return noTarget(line, place)
  const right: Run = { tokens, first: place + 1, end }
  const value = parseExpression(right, grammar, sign.span)
  if (!value.ok) return value
  const last = value.value.length - 1
  const updated = tokens.textAt(first)
  const at = tokens.spanOf(first)
  const whole: Expr = [
    ...value.value,
    { kind: 'name', name: updated, ...at },
    { kind: 'infix', symbol: sign.text.slice(0, -1), left: last + 1, right: last, ...span },
  ]
  const assignment = { name: updated, at, value: whole, valueSpan: spanOf(right, span) }
  return { ok: true, value: { kind: 'assign', assignments: [assignment], span, tag } }
}

/** `s(t) = …` */
const readDefinition = (line: Line, sign: number, grammar: Grammar): Result<Statement> => {
  const { first } = line
  const ports = line.tokens.whats[sign - 1] === closes ? readNames(line, first + 2, sign - 1) : null
  return ports ? define(line, { name: first, ports, sign }, grammar) : noTarget(line, sign)
}

const colon = symbol(':')

/** `def s(t): return …`, on one line. */
const readDef = (line: Line, grammar: Grammar): Result<Statement> => {
  const { tokens, first, end, span } = line
  const { whats } = tokens
  const sign = find(line, colon) + 1
  const ports = readNames(line, first + 3, sign - 2)
  const isSound = whats[first + 1] === name && whats[first + 2] === opens && whats[sign - 2] === closes
  if (!isSound || !ports || sign >= end || tokens.textAt(sign) !== 'return') return fail(problem.def(span))
  return define(line, { name: first + 1, ports, sign }, grammar)
}

type Definition = {
  readonly name: number
  readonly ports: readonly number[]
  /** What stands before the body, to point at when there is none. */
  readonly sign: number
}

const define = (line: Line, { name, ports, sign }: Definition, grammar: Grammar): Result<Statement> => {
  const { tokens, end, span, tag } = line
  const names = ports.map((port) => tokens.textAt(port))
  const twice = ports.find((_, i) => names.indexOf(names[i] as string) < i)
  if (twice !== undefined) return fail(problem.portTwice(tokens.at(twice)))
  const body: Run = { tokens, first: sign + 1, end }
  const value = parseExpression(body, grammar, tokens.spanOf(sign))
  if (!value.ok) return value
  return {
    ok: true,
    value: {
      kind: 'define',
      name: tokens.textAt(name),
      at: tokens.spanOf(name),
      ports: names,
      body: value.value,
      bodySpan: spanOf(body, span),
      span,
      tag,
    },
  }
}

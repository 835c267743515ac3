import { budget } from '../lib/budget'
import type { Problem, Result, Span } from '../lib/result'
import type { Expr } from './expr'
import { parseExpression } from './expression'
import type { Grammar } from './grammar'
import { scan } from './scan'
import { type Line, split } from './split'
import type { Assignment, Statement } from './statement'
import { statementProblem as problem } from './statement-problems'
import { isAssignment, isName, isSymbol, type Token } from './token'
import { insteadOf } from './words'

export type Parsed = { readonly statements: readonly Statement[]; readonly problems: readonly Problem[] }

/** Text → statements. Recovers at each statement, so every problem is found; nothing throws. */
export const parse = (source: string, grammar: Grammar): Parsed => {
  if (source.length > budget.source) return unread(source)
  const { tokens, problems } = scan(source)
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
      statements.push({ kind: 'broken', names: namesAtHead(line.tokens), span: line.span, tag: null })
    }
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

const namesAtHead = (tokens: readonly Token[]): readonly string[] => {
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

const readLine = (line: Line, grammar: Grammar): Result<Statement> => {
  const { tokens, span, tag } = line
  if (tokens.some((token) => token.kind === 'bad')) return fail()
  const [first, second] = tokens
  if (isName(first)) {
    if (first.text === 'import' || first.text === 'from')
      return isImport(tokens)
        ? { ok: true, value: { kind: 'import', span, tag } }
        : fail(problem.import(span))
    if (first.text === 'def') return readDef(line, grammar)
    const hint = insteadOf(first.text)
    if (hint !== undefined) return fail(problem.word(first, hint))
  }
  const equals = assignmentAt(tokens)
  if (equals < 0) {
    const value = parseExpression(tokens, grammar, span)
    return value.ok
      ? { ok: true, value: { kind: 'express', value: value.value, valueSpan: span, span, tag } }
      : value
  }
  const sign = tokens[equals] as Token
  const left = tokens.slice(0, equals)
  if (sign.text === '==') return fail(problem.comparison(sign))
  if (sign.text !== '=') return readUpdate(line, equals, grammar)
  if (isName(first) && isSymbol(second, '(')) return readDefinition(line, equals, grammar)
  const names = readNames(left)
  return names
    ? readAssignment(line, { names, equals }, grammar)
    : fail(problem.target(left, tokens.slice(equals)))
}

/** The `=` (or `+=`, `==` …) outside all brackets; −1 if there is none. */
const assignmentAt = (tokens: readonly Token[]): number => {
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.kind !== 'symbol') continue
    const { text } = token
    if (text === '(' || text === '[') depth++
    else if (text === ')' || text === ']') depth--
    if (depth <= 0 && isAssignment(token)) return i
  }
  return -1
}

/** `a, b` on the left of `=` or between the brackets of a definition; null if it is anything else. */
const readNames = (tokens: readonly Token[]): readonly Token[] | null => {
  const names = tokens.filter((_, i) => i % 2 === 0)
  const commas = tokens.filter((_, i) => i % 2 === 1)
  const sound =
    tokens.length % 2 === 1 && names.every(isName) && commas.every((token) => isSymbol(token, ','))
  return sound ? names : null
}

const spanOf = (tokens: readonly Token[], otherwise: Span): Span => {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first && last ? { from: first.span.from, to: last.span.to } : otherwise
}

const readAssignment = (
  { tokens, span, tag }: Line,
  { names, equals }: { names: readonly Token[]; equals: number },
  grammar: Grammar,
): Result<Statement> => {
  const right = tokens.slice(equals + 1)
  const parts = names.length === 1 ? [right] : splitAtCommas(right)
  if (parts.length !== names.length) return fail(problem.counts(names, parts.length, span))
  const problems: Problem[] = []
  const assignments = names.flatMap((name, i): Assignment[] => {
    const part = parts[i] as readonly Token[]
    const value = parseExpression(part, grammar, (tokens[equals] as Token).span)
    if (!value.ok) problems.push(...value.problems)
    return value.ok
      ? [{ name: name.text, at: name.span, value: value.value, valueSpan: spanOf(part, span) }]
      : []
  })
  if (problems.length > 0) return fail(...problems)
  return { ok: true, value: { kind: 'assign', assignments, span, tag } }
}

const splitAtCommas = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (isSymbol(token, '(') || isSymbol(token, '[')) depth++
    if (isSymbol(token, ')') || isSymbol(token, ']')) depth--
    if (depth === 0 && isSymbol(token, ',')) parts.push([])
    else (parts.at(-1) as Token[]).push(token)
  }
  return parts
}

/** `x += u` is `x = x + (u)`. */
const readUpdate = ({ tokens, span, tag }: Line, equals: number, grammar: Grammar): Result<Statement> => {
  const sign = tokens[equals] as Token
  const [name, extra] = tokens.slice(0, equals)
  if (sign.text === ':=') return fail(problem.walrus(sign))
  if (!isName(name) || extra) return fail(problem.target(tokens.slice(0, equals), tokens.slice(equals)))
  const right = tokens.slice(equals + 1)
  const value = parseExpression(right, grammar, sign.span)
  if (!value.ok) return value
  const last = value.value.length - 1
  const whole: Expr = [
    ...value.value,
    { kind: 'name', name: name.text, span: name.span },
    { kind: 'infix', symbol: sign.text.slice(0, -1), operands: [last + 1, last], span },
  ]
  const assignment = { name: name.text, at: name.span, value: whole, valueSpan: spanOf(right, span) }
  return { ok: true, value: { kind: 'assign', assignments: [assignment], span, tag } }
}

/** `s(t) = …` */
const readDefinition = ({ tokens, span, tag }: Line, equals: number, grammar: Grammar): Result<Statement> => {
  const name = tokens[0] as Token
  const ports = isSymbol(tokens[equals - 1], ')') ? readNames(tokens.slice(2, equals - 1)) : null
  if (!ports) return fail(problem.target(tokens.slice(0, equals), tokens.slice(equals)))
  return define(
    { name, ports, body: tokens.slice(equals + 1), sign: tokens[equals] as Token, span, tag },
    grammar,
  )
}

/** `def s(t): return …`, on one line. */
const readDef = ({ tokens, span, tag }: Line, grammar: Grammar): Result<Statement> => {
  const [, name, open] = tokens
  const colon = tokens.findIndex((token) => isSymbol(token, ':'))
  const ports = readNames(tokens.slice(3, colon - 1))
  const sound = isName(name) && isSymbol(open, '(') && isSymbol(tokens[colon - 1], ')') && ports
  if (!sound || tokens[colon + 1]?.text !== 'return') return fail(problem.def(span))
  return define(
    { name, ports, body: tokens.slice(colon + 2), sign: tokens[colon + 1] as Token, span, tag },
    grammar,
  )
}

type Definition = {
  readonly name: Token
  readonly ports: readonly Token[]
  readonly body: readonly Token[]
  /** What stands before the body, to point at when there is none. */
  readonly sign: Token
  readonly span: Span
  readonly tag: string | null
}

const define = ({ name, ports, body, sign, span, tag }: Definition, grammar: Grammar): Result<Statement> => {
  const twice = ports.find((port, i) => ports.findIndex((other) => other.text === port.text) < i)
  if (twice) return fail(problem.portTwice(twice))
  const value = parseExpression(body, grammar, sign.span)
  if (!value.ok) return value
  const names = ports.map((port) => port.text)
  return {
    ok: true,
    value: {
      kind: 'define',
      name: name.text,
      at: name.span,
      ports: names,
      body: value.value,
      bodySpan: spanOf(body, span),
      span,
      tag,
    },
  }
}

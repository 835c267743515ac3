import type { Gate } from '../gates/gate'
import type { Expr, ExprNode } from '../language/expr'
import type { Assignment, Statement } from '../language/statement'
import { drained, upTo } from '../lib/drained'
import { type Problem, type Result, type Span, spanOf } from '../lib/result'
import { backwardLines } from './backward-lines'
import { buildProblem as problem } from './build-problems'
import type { Circuit, WireId } from './circuit'
import { beginDraft } from './draft'
import { beginNames } from './names'
import { noOwnGates, takeUp } from './own'
import { type Operand, resolving, resolvingAll, type Site } from './resolve'

/** An input's number and where it is written: what an entry field or a drag rewrites. */
export type Literal = {
  readonly wire: WireId
  readonly name: string
  readonly value: number
  /** As typed: `1/3`. */
  readonly text: string
  /** Digits behind the point, as typed. */
  readonly decimals: number
  /** null: no line gives this name a value, so it is 1. */
  readonly span: Span | null
}

export type Built = {
  readonly circuit: Circuit
  /** By input slot. */
  readonly literals: readonly Literal[]
  /** The gates that the program defines for itself, by name. */
  readonly gates: ReadonlyMap<string, Gate>
  /** Backward lines written by hand: not part of the circuit, kept to be compared. */
  readonly asides: readonly Statement[]
}

/** Statements → circuit: every name gets its wire, every sign its gate. Reports all that is wrong at once. */
export const build = (source: string, statements: readonly Statement[]): Result<Built> =>
  drained(building(source, statements))

/** So many statements are read at a time: some milliseconds of work. */
const slice = 256

/** The same in slices; yields how much of it is done. */
export function* building(
  source: string,
  statements: readonly Statement[],
): Generator<number, Result<Built>> {
  const asides = backwardLines(statements)
  const lines = statements.filter((line) => line.kind !== 'import' && !asides.has(line))
  const problems: Problem[] = []
  const report = (found: Problem) => {
    problems.push(found)
  }
  const draft = beginDraft()
  const own = noOwnGates()
  const literals: Literal[] = []

  const addInput = (
    name: string,
    statement: string,
    { value, text, decimals, span }: Omit<Literal, 'wire' | 'name'>,
    at: Span,
  ): Operand => {
    const wire = draft.input({ statement, text: name, span: at })
    draft.name(wire, name)
    literals.push({ wire, name, value, text, decimals, span })
    return { kind: 'wire', wire }
  }
  const assume = (name: string, span: Span): Operand => {
    if (!own.gates.has(name))
      return addInput(name, `${name}@1`, { value: 1, text: '1', decimals: 0, span: null }, span)
    report(problem.gateAsName(name, span))
    return { kind: 'lost' }
  }
  const names = beginNames({ source, lines }, { report, assume })

  const siteOf = (line: Statement, statement: string): Site => ({
    draft,
    statement,
    own,
    report,
    isWire: names.isWire,
    lookUp: (name, span) => names.lookUp(name, span, line),
  })

  /** A right-hand side without names is an input; anything else names the wire it comes to. */
  function* giving(assigned: Assignment, line: Statement): Generator<number, () => Operand> {
    const { name, statement } = names.next(assigned.name)
    const site = siteOf(line, statement)
    const whole = assigned.value.at(-1)
    if (whole?.kind === 'list') return yield* givingList(assigned, whole, { name, statement }, site)
    const resolved = yield* resolving(assigned.value, site)
    const operand = line === lines.at(-1) ? single(resolved, assigned.valueSpan) : resolved
    return () => {
      const literal =
        operand.kind === 'constant' &&
        literalOf(source, { value: operand.value, expr: assigned.value, span: assigned.valueSpan })
      const bound = literal ? addInput(name, statement, literal, assigned.at) : operand
      if (bound.kind === 'wire' && !literal) draft.name(bound.wire, name)
      if (bound.kind === 'wire') draft.tag(bound.wire, line.tag)
      names.bind(assigned.name, bound)
      return bound
    }
  }
  /** What can be the output: a whole list cannot, though its entries can. */
  const single = (operand: Operand, span: Span): Operand => {
    if (operand.kind !== 'list') return operand
    report(problem.listAsNumber(operand.name, span))
    return { kind: 'lost' }
  }
  function* givingList(
    { name, value, valueSpan }: Assignment,
    { operands: places }: Extract<ExprNode, { kind: 'list' }>,
    as: { name: string; statement: string },
    site: Site,
  ): Generator<number, () => Operand> {
    const spanAt = (place: number): Span => spanOf(value[place] ?? valueSpan)
    if (places.length === 0) report(problem.emptyList(valueSpan))
    /** Of a list inside it nothing more is said. */
    const left = new Uint8Array(value.length)
    places.forEach((place, i) => {
      if (value[place]?.kind !== 'list') return
      report(problem.tensor('A list of lists', spanAt(place)))
      left.fill(1, i === 0 ? 0 : (places[i - 1] as number) + 1, place + 1)
    })
    const found = yield* resolvingAll(value.slice(0, -1), site, left)
    const entries: WireId[] = []
    let first = 0
    for (let entry = 0; entry < places.length; entry++) {
      const place = places[entry] as number
      const operand = found[place]
      const span = spanAt(place)
      if (operand?.kind === 'wire' || operand?.kind === 'list')
        report(problem.tensor('A list of wires', span))
      if (operand?.kind === 'constant') {
        const literal = literalOf(source, { value: operand.value, expr: value, first, end: place + 1, span })
        const i = entries.length
        const input = addInput(`${as.name}[${i}]`, `${as.statement}[${i}]`, literal, span)
        if (input.kind === 'wire') entries.push(input.wire)
      }
      first = place + 1
      if ((entry + 1) % slice === 0) yield 1
    }
    const sound = places.length > 0 && entries.length === places.length
    return () => {
      const bound: Operand = sound ? { kind: 'list', name, entries } : { kind: 'lost' }
      names.bind(name, bound)
      return bound
    }
  }

  /** What the line comes to, if it can be the output. */
  function* reading(line: Statement, isLast: boolean): Generator<number, Operand | null> {
    switch (line.kind) {
      case 'broken':
        for (const name of line.names) {
          names.bind(name, { kind: 'lost' })
          own.lost.add(name)
        }
        return null
      case 'import':
        return null
      case 'define': {
        const { name, at, body, bodySpan } = line
        // A definition that ends the program is its output, `f(x, y) = …`.
        if (isLast) return (yield* giving({ name, at, value: body, valueSpan: bodySpan }, line))()
        takeUp(own, line).forEach(report)
        return null
      }
      case 'assign': {
        // All right-hand sides are read before any name changes: `x, y = y, x`.
        const binds: (() => Operand)[] = []
        const share = 1 / line.assignments.length
        for (const assigned of line.assignments) {
          const done = binds.length * share
          binds.push(yield* upTo(done, done + share, giving(assigned, line)))
        }
        return binds.reduce<Operand | null>((_, bind) => bind(), null)
      }
      case 'express': {
        const site = siteOf(line, '')
        const operand = single(yield* resolving(line.value, site), line.valueSpan)
        if (operand.kind === 'wire') draft.tag(operand.wire, line.tag)
        if (operand.kind !== 'constant') return operand
        const { piece, value } = operand
        const origin = { statement: '', text: piece.text, span: line.span }
        return { kind: 'wire', wire: draft.constant({ value, text: piece.text }, origin) }
      }
    }
  }

  let output: Operand | null = null
  for (const [i, line] of lines.entries()) {
    const done = i / lines.length
    output = (yield* upTo(done, done + 1 / lines.length, reading(line, i === lines.length - 1))) ?? output
    if ((i + 1) % slice === 0) yield (i + 1) / lines.length
  }
  if (problems.length > 0) return { ok: false, problems }
  const wire = outputWire(output)
  // Where lines could not be read, that nothing is left to draw goes without saying.
  const unread = lines.some((line) => line.kind === 'broken')
  if (wire === null) return { ok: false, problems: unread ? [] : [problem.nothing()] }
  const circuit = yield* draft.finishing(wire)
  return { ok: true, value: { circuit, literals, gates: own.gates, asides: [...asides] } }
}

const outputWire = (output: Operand | null): WireId | null => {
  if (output?.kind === 'wire') return output.wire
  return output?.kind === 'list' ? (output.entries.at(-1) ?? null) : null
}

/** The part of an expression from the node at `first` up to `end`; all of it, if nothing is said. */
const literalOf = (
  source: string,
  {
    value,
    expr,
    first = 0,
    end = expr.length,
    span,
  }: {
    value: number
    expr: Expr
    first?: number
    end?: number
    span: Span
  },
): Omit<Literal, 'wire' | 'name'> => {
  let decimals = 0
  for (let i = first; i < end; i++) {
    const node = expr[i] as ExprNode
    if (node.kind === 'number') decimals = Math.max(decimals, decimalsOf(node.text))
  }
  return { value, text: source.slice(span.from, span.to), decimals, span }
}

/** `0.50` has 2, `1e-3` has 3, `-2` has none. */
export const decimalsOf = (text: string): number => {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const behind = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0
  return Math.min(20, Math.max(0, behind - Number(exponent.replace('−', '-'))))
}

import { grammar } from '../gates/index'
import { constants } from '../gates/run'
import { atom } from '../language/print'
import type { Statement } from '../language/statement'
import type { Problem, Span } from '../lib/result'
import { buildProblem as problem } from './build-problems'
import type { Operand } from './resolve'

/** Which line first gives a name its value, and how many do in all. */
type Given = { readonly first: Statement; readonly count: number }

const givenBy = (lines: readonly Statement[]): ReadonlyMap<string, Given> => {
  const given = new Map<string, Given>()
  const add = (name: string, line: Statement) => {
    const before = given.get(name)
    given.set(name, { first: before?.first ?? line, count: (before?.count ?? 0) + 1 })
  }
  lines.forEach((line, i) => {
    if (line.kind === 'assign') for (const { name } of line.assignments) add(name, line)
    if (line.kind === 'define' && i === lines.length - 1) add(line.name, line)
    if (line.kind === 'broken') for (const name of line.names) add(name, line)
  })
  return given
}

/** What names stand for as the program is read from the top; `assume` makes the input that no line assigns. */
export const beginNames = (
  { source, lines }: { source: string; lines: readonly Statement[] },
  { report, assume }: { report: (found: Problem) => void; assume: (name: string, span: Span) => Operand },
) => {
  const given = givenBy(lines)
  const scope = new Map<string, Operand>()
  const rounds = new Map<string, number>()
  const lost: Operand = { kind: 'lost' }

  const missing = (name: string, span: Span, line: Statement): Operand => {
    const first = given.get(name)?.first
    if (first?.kind === 'broken') return lost
    if (first) {
      report(problem.noValueYet(name, span, { source, line: first.span, uses: line.span }))
      return lost
    }
    const constant = constants.get(name)
    if (constant !== undefined) return { kind: 'constant', value: constant, piece: atom(name) }
    if (grammar.calls.has(name)) {
      report(problem.gateAsName(name, span))
      return lost
    }
    const parts = halves(name, (half) => scope.has(half) || given.has(half))
    if (!parts) return assume(name, span)
    report(problem.twoNames(name, parts, span))
    return lost
  }

  return {
    isWire: (name: string): boolean => scope.has(name) || given.get(name)?.first.kind === 'assign',
    /** A name that has none is reported or assumed once, and known from then on. */
    lookUp: (name: string, span: Span, line: Statement): Operand => {
      const known = scope.get(name)
      if (known) return known
      const found = missing(name, span, line)
      scope.set(name, found)
      return found
    },
    bind: (name: string, operand: Operand): void => {
      scope.set(name, operand)
    },
    /** A name given again shadows: its earlier wires are `x@1`, `x@2` …, the last is `x`. */
    next: (name: string): { readonly name: string; readonly statement: string } => {
      const round = (rounds.get(name) ?? 0) + 1
      rounds.set(name, round)
      const last = round >= (given.get(name)?.count ?? 1)
      return { name: last ? name : `${name}@${round}`, statement: `${name}@${round}` }
    },
  }
}

/** `xy` where `x` and `y` are names: people meant a product. */
const halves = (name: string, isKnown: (half: string) => boolean): readonly [string, string] | null => {
  for (let i = 1; i < name.length; i++) {
    const [left, right] = [name.slice(0, i), name.slice(i)]
    if (isKnown(left) && isKnown(right)) return [left, right]
  }
  return null
}

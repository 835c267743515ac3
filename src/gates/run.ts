import type { Expr, ExprNode } from '../language/expr'
import { parseExpression } from '../language/expression'
import { scan } from '../language/scan'
import type { Gate } from './gate'
import { gateNamed, grammar } from './index'

/**
 * The gate that a node of a tree stands for, with its constant; null for names, numbers and what has no gate.
 * A gate of the user's own goes before one of the catalogue.
 */
export type Operator = { readonly gate: Gate; readonly constant: number | null }
export type Own = ReadonlyMap<string, Gate>

export const operatorOf = (node: ExprNode, own: Own): Operator | null => {
  const gate = node.kind === 'call' ? own.get(node.callee) : undefined
  if (gate) return { gate, constant: null }
  const sign = signOf(node)
  return sign ? { gate: gateNamed(sign.gate), constant: ('constant' in sign && sign.constant) || null } : null
}

const signOf = (node: ExprNode) => {
  switch (node.kind) {
    case 'infix':
      return grammar.infix.get(node.symbol)
    case 'prefix':
      return grammar.prefix.get(node.symbol)
    case 'call':
      return grammar.calls.get(node.callee)
    case 'number':
    case 'name':
    case 'list':
    case 'entry':
    case 'method':
      return undefined
  }
}

/** Names that stand for a number unless a line gives them another. */
export const constants: ReadonlyMap<string, number> = new Map([
  ['e', Math.E],
  ['pi', Math.PI],
  ['π', Math.PI],
])

/** A node made ready to run: its gate found, its name a place among the numbers given. */
export type Instruction =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'given'; readonly place: number }
  | {
      readonly kind: 'gate'
      readonly gate: Gate
      readonly constant: number
      readonly operands: readonly number[]
    }

/** An expression made ready to run many times: `names` says in which order its names' numbers will be given. */
export const prepare = (
  expr: Expr,
  { names, own }: { readonly names: readonly string[]; readonly own: Own },
): readonly Instruction[] =>
  expr.map((node): Instruction => {
    if (node.kind === 'number') return { kind: 'number', value: node.value }
    if (node.kind === 'name') {
      const place = names.indexOf(node.name)
      return place >= 0
        ? { kind: 'given', place }
        : { kind: 'number', value: constants.get(node.name) ?? Number.NaN }
    }
    const operator = operatorOf(node, own)
    if (!operator) return { kind: 'number', value: Number.NaN }
    return { kind: 'gate', gate: operator.gate, constant: operator.constant ?? 0, operands: node.operands }
  })

/** The value of every node; the last is the value of the whole. */
export const run = (instructions: readonly Instruction[], given: ArrayLike<number>): Float64Array => {
  const values = new Float64Array(instructions.length)
  instructions.forEach((instruction, i) => {
    values[i] = numberOf(instruction, given, values)
  })
  return values
}

const numberOf = (instruction: Instruction, given: ArrayLike<number>, values: Float64Array): number => {
  switch (instruction.kind) {
    case 'number':
      return instruction.value
    case 'given':
      return given[instruction.place] ?? Number.NaN
    case 'gate': {
      const { gate, constant, operands } = instruction
      return gate.value(valuesAt(operands, values), constant)
    }
  }
}

export const valuesAt = (places: readonly number[], values: Float64Array): readonly number[] =>
  places.map((place) => values[place] as number)

const formulas = new Map<string, Expr>()

/** A formula of the catalogue as a tree, read once. One that cannot be read is a bug. */
export const formulaTree = (formula: string): Expr => {
  const known = formulas.get(formula)
  if (known) return known
  const { tokens } = scan(formula)
  const read = parseExpression(tokens, grammar, { from: 0, to: formula.length })
  if (!read.ok) throw new Error(`cannot read the formula ${formula}`)
  formulas.set(formula, read.value)
  return read.value
}

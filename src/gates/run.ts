import type { Expr, ExprNode } from '../language/expr'
import { parseExpression } from '../language/expression'
import { scan } from '../language/scan'
import type { Gate } from './gate'
import { gateNamed, grammar } from './index'

/** The gate that a node of a tree stands for, with its constant; null for names, numbers and what has no gate. */
export type Operator = { readonly gate: Gate; readonly constant: number | null }
export type Own = ReadonlyMap<string, Gate>

export const operatorOf = (node: ExprNode, own: Own): Operator | null => {
  const sign = signOf(node)
  if (sign)
    return { gate: gateNamed(sign.gate), constant: 'constant' in sign ? (sign.constant ?? null) : null }
  const gate = node.kind === 'call' ? own.get(node.callee) : undefined
  return gate ? { gate, constant: null } : null
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

/** The value of every node of an expression, given the numbers behind its names. */
export const run = (expr: Expr, numbers: ReadonlyMap<string, number>, own: Own): Float64Array => {
  const values = new Float64Array(expr.length)
  expr.forEach((node, i) => {
    values[i] = nodeValue(node, (operand) => values[operand] as number, { numbers, own })
  })
  return values
}

const nodeValue = (
  node: ExprNode,
  valueAt: (operand: number) => number,
  { numbers, own }: { numbers: ReadonlyMap<string, number>; own: Own },
): number => {
  if (node.kind === 'number') return node.value
  if (node.kind === 'name') return numbers.get(node.name) ?? constants.get(node.name) ?? Number.NaN
  const operator = operatorOf(node, own)
  return operator ? operator.gate.value(node.operands.map(valueAt), operator.constant ?? 0) : Number.NaN
}

/** The value of the whole expression. */
export const result = (expr: Expr, numbers: ReadonlyMap<string, number>, own: Own): number =>
  run(expr, numbers, own).at(-1) ?? Number.NaN

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

import { type Expr, type ExprNode, operandsOf } from '../language/expr'
import { parseExpression } from '../language/expression'
import { tokenize } from '../language/scan'
import type { Gate, Instruction } from './gate'
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

/**
 * An expression made ready to run many times: `names` says in which order its names' numbers will be given.
 * Gates of the user's own are taken apart, so that what runs is one flat list, however they are nested.
 */
export const prepare = (
  expr: Expr,
  { names, own }: { readonly names: readonly string[]; readonly own: Own },
): readonly Instruction[] => {
  const ready: Instruction[] = []
  const placeOf: number[] = []
  const add = (instruction: Instruction): number => ready.push(instruction) - 1
  for (const node of expr) {
    const operator = operatorOf(node, own)
    if (!operator) placeOf.push(add(leafOf(node, names)))
    else {
      const operands = operandsOf(node).map((operand) => placeOf[operand] as number)
      placeOf.push(unfold(operator, operands, add))
    }
  }
  const output = placeOf.at(-1)
  // The output comes last: where it is an earlier node (`first(a, b) = a`), times one.
  if (output !== undefined && output !== ready.length - 1)
    add({ kind: 'gate', gate: gateNamed('scale'), constant: 1, operands: [output] })
  return ready
}

const leafOf = (node: ExprNode, names: readonly string[]): Instruction => {
  if (node.kind === 'number') return { kind: 'number', value: node.value }
  const place = node.kind === 'name' ? names.indexOf(node.name) : -1
  if (place >= 0) return { kind: 'given', place }
  return { kind: 'number', value: (node.kind === 'name' && constants.get(node.name)) || Number.NaN }
}

/** Adds a gate, or the gates it is made of; returns where its output is. */
const unfold = (
  { gate, constant }: Operator,
  operands: readonly number[],
  add: (instruction: Instruction) => number,
): number => {
  if (!gate.body) return add({ kind: 'gate', gate, constant: constant ?? 0, operands })
  const placeOf: number[] = []
  for (const inner of gate.body)
    if (inner.kind === 'given') placeOf.push(operands[inner.place] as number)
    else if (inner.kind === 'number') placeOf.push(add(inner))
    else
      placeOf.push(add({ ...inner, operands: inner.operands.map((operand) => placeOf[operand] as number) }))
  return placeOf.at(-1) as number
}

/** The value of every node; the last is the value of the whole. */
export const run = (instructions: readonly Instruction[], given: ArrayLike<number>): Float64Array => {
  const values = new Float64Array(instructions.length)
  for (const [i, instruction] of instructions.entries()) values[i] = numberOf(instruction, given, values)
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
  const { tokens } = tokenize(formula)
  const read = parseExpression({ tokens, first: 0, end: tokens.count }, grammar, {
    from: 0,
    to: formula.length,
  })
  if (!read.ok) throw new Error(`cannot read the formula ${formula}`)
  formulas.set(formula, read.value)
  return read.value
}

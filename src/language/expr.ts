import type { Span } from '../lib/result'

/**
 * One node of an expression, and where it stands. Operands are places in the same `Expr`, always smaller than the node's
 * own, so that every walk over a tree, however deep, is a plain `for`. Infix nodes are as many as all others together:
 * theirs need no list.
 */
export type ExprNode = Span &
  (
    | NumberNode
    | NameNode
    | InfixNode
    | { readonly kind: 'prefix'; readonly symbol: string; readonly operands: readonly [number] }
    | {
        readonly kind: 'call'
        readonly callee: string
        readonly operands: readonly number[]
        readonly at: Span
      }
    | { readonly kind: 'list'; readonly operands: readonly number[] }
    | { readonly kind: 'entry'; readonly operands: readonly [number, number] }
    | { readonly kind: 'method'; readonly name: string; readonly operands: readonly number[] }
  )

/**
 * The nodes that long texts have hundreds of thousands of. What a constructor makes dies young where nobody keeps it;
 * of literals a browser soon thinks that they last, and collects at great cost.
 */
export class NumberNode {
  readonly kind = 'number'
  declare readonly text: string
  declare readonly value: number
  declare readonly from: number
  declare readonly to: number

  constructor(text: string, value: number, from: number, to: number) {
    this.text = text
    this.value = value
    this.from = from
    this.to = to
  }
}

export class NameNode {
  readonly kind = 'name'
  declare readonly name: string
  declare readonly from: number
  declare readonly to: number

  constructor(name: string, from: number, to: number) {
    this.name = name
    this.from = from
    this.to = to
  }
}

export class InfixNode {
  readonly kind = 'infix'
  declare readonly symbol: string
  declare readonly left: number
  declare readonly right: number
  declare readonly from: number
  declare readonly to: number

  constructor(symbol: string, left: number, right: number, from: number, to: number) {
    this.symbol = symbol
    this.left = left
    this.right = right
    this.from = from
    this.to = to
  }
}

/** An expression in postorder: the last node is the whole. */
export type Expr = readonly ExprNode[]

const none: readonly number[] = []

export const operandsOf = (node: ExprNode): readonly number[] => {
  switch (node.kind) {
    case 'number':
    case 'name':
      return none
    case 'infix':
      return [node.left, node.right]
    case 'prefix':
    case 'call':
    case 'list':
    case 'entry':
    case 'method':
      return node.operands
  }
}

/** Computes something for every node, operands first; what the last one, the whole, comes to is returned. */
export const fold = <T>(
  expr: Expr,
  visit: (node: ExprNode, operands: readonly T[], index: number) => T,
): T => {
  const found: T[] = []
  const at = (i: number): T => found[i] as T
  for (let index = 0; index < expr.length; index++) {
    const node = expr[index] as ExprNode
    found.push(visit(node, operandsOf(node).map(at), index))
  }
  return found.at(-1) as T
}

/** The names an expression uses, gates it calls not counted. */
export const namesIn = (expr: Expr): ReadonlySet<string> => addNames(new Set<string>(), expr)

export const addNames = (names: Set<string>, expr: Expr): Set<string> => {
  for (const node of expr) if (node.kind === 'name') names.add(node.name)
  return names
}

/** As Lisp would write it: for tests and for reading a tree at a glance. */
export const show = (expr: Expr): string =>
  fold<string>(expr, (node, operands) => {
    switch (node.kind) {
      case 'number':
        return node.text
      case 'name':
        return node.name
      case 'infix':
      case 'prefix':
        return `(${[node.symbol, ...operands].join(' ')})`
      case 'call':
        return `(${[node.callee, ...operands].join(' ')})`
      case 'list':
        return `[${operands.join(' ')}]`
      case 'entry':
        return `(entry ${operands.join(' ')})`
      case 'method':
        return `(.${[node.name, ...operands].join(' ')})`
    }
  })

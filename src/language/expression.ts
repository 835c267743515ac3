import { budget } from '../lib/budget'
import { type Problem, type Result, type Span, spanning } from '../lib/result'
import type { Expr, ExprNode } from './expr'
import { expressionProblem as problem } from './expression-problems'
import type { Grammar, Infix } from './grammar'
import { numberOf } from './scan'
import { isName, isSymbol, type Token } from './token'

/** What waits on the stack for its operands. */
type Waiting =
  | { readonly kind: 'infix'; readonly sign: Infix }
  | { readonly kind: 'prefix'; readonly symbol: string; readonly power: number; readonly at: Span }
  | {
      readonly kind: 'group' | 'call' | 'list' | 'entry' | 'method'
      readonly open: Token
      /** The callee's or method's name. */
      readonly head: Token
      /** How many operands were finished before this bracket's own. */
      readonly below: number
    }

const superscripts: ReadonlyMap<string, string> = new Map([
  ['²', '2'],
  ['³', '3'],
])
const closing = { group: ')', call: ')', method: ')', list: ']', entry: ']' } as const

/**
 * Tokens → tree by operator precedence, with a stack of its own (depth is the user's, the call stack is not).
 * `span` is where the expression should stand, for the message when there is none.
 */
export const parseExpression = (tokens: readonly Token[], grammar: Grammar, span: Span): Result<Expr> => {
  const nodes: ExprNode[] = []
  const operands: number[] = []
  const stack: Waiting[] = []
  let brackets = 0
  let wants = 'operand' as 'operand' | 'operator'
  let at = 0

  const push = (node: ExprNode) => {
    operands.push(nodes.length)
    nodes.push(node)
    wants = 'operator'
  }
  const spanOf = (index: number): Span => (nodes[index] as ExprNode).span
  const finish = () => {
    const top = stack.pop()
    const right = operands.pop() as number
    if (top?.kind === 'prefix')
      return push({
        kind: 'prefix',
        symbol: top.symbol,
        operands: [right],
        span: spanning(top.at, spanOf(right)),
      })
    const left = operands.pop() as number
    const symbol = top?.kind === 'infix' ? top.sign.symbol : ''
    push({ kind: 'infix', symbol, operands: [left, right], span: spanning(spanOf(left), spanOf(right)) })
  }
  const bindsTighter = (top: Waiting | undefined, sign: Infix): boolean => {
    if (top?.kind === 'prefix') return top.power > sign.power
    if (top?.kind !== 'infix') return false
    return top.sign.power > sign.power || (top.sign.power === sign.power && sign.assoc === 'left')
  }
  const infix = (symbol: string): boolean => {
    const sign = grammar.infix.get(symbol)
    if (!sign) return false
    while (bindsTighter(stack.at(-1), sign)) finish()
    stack.push({ kind: 'infix', sign })
    wants = 'operand'
    return true
  }
  const open = (kind: keyof typeof closing, bracket: Token, head: Token): Problem | null => {
    if (++brackets > budget.nesting) return problem.tooDeep(bracket)
    stack.push({ kind, open: bracket, head, below: operands.length })
    wants = 'operand'
    return null
  }
  const innermost = () => {
    while (stack.at(-1)?.kind === 'infix' || stack.at(-1)?.kind === 'prefix') finish()
    const top = stack.at(-1)
    return top && top.kind !== 'infix' && top.kind !== 'prefix' ? top : null
  }
  const close = (token: Token): Problem | null => {
    const top = innermost()
    if (!top) return problem.neverOpened(token)
    if (closing[top.kind] !== token.text) return problem.mismatched(token, top.open)
    stack.pop()
    brackets--
    const inside = operands.splice(top.below)
    const whole = spanning(top.head.span, token.span)
    if (top.kind === 'group') {
      // The brackets belong to what they hold: a literal is replaced together with them.
      const held = inside[0] as number
      nodes[held] = { ...(nodes[held] as ExprNode), span: whole }
      operands.push(held)
      wants = 'operator'
    } else if (top.kind === 'list') push({ kind: 'list', operands: inside, span: whole })
    else if (top.kind === 'call') pushCall(top.head, inside, whole)
    else {
      const of = operands.pop() as number
      const from = spanning(spanOf(of), token.span)
      if (top.kind === 'method')
        push({ kind: 'method', name: top.head.text, operands: [of, ...inside], span: from })
      else push({ kind: 'entry', operands: [of, inside[0] as number], span: from })
    }
    return null
  }
  /** `max(a, b, c)` is `max(max(a, b), c)`. */
  const pushCall = (head: Token, given: readonly number[], whole: Span) => {
    const call = (...inputs: number[]) =>
      push({ kind: 'call', callee: head.text, operands: inputs, at: head.span, span: whole })
    if (given.length < 3 || !grammar.calls.get(head.text)?.folds) return call(...given)
    const [first, ...rest] = given as [number, ...number[]]
    operands.push(first)
    for (const next of rest) call(operands.pop() as number, next)
  }
  const comma = (token: Token): Problem | null => {
    const top = innermost()
    if (!top || top.kind === 'group' || top.kind === 'entry') return problem.strayComma(token)
    wants = 'operand'
    return null
  }

  const readOperand = (token: Token): Problem | null => {
    const next = tokens[at]
    if (token.kind === 'number') {
      push({ kind: 'number', text: token.text, value: numberOf(token.text), span: token.span })
      return null
    }
    if (isName(token)) {
      const word = problem.word(token)
      if (word) return word
      if (next && isSymbol(next, '(')) {
        at++
        return open('call', next, token)
      }
      push({ kind: 'name', name: token.text, span: token.span })
      return null
    }
    if (isSymbol(token, '(')) return open('group', token, token)
    if (isSymbol(token, '[')) return open('list', token, token)
    if (isSymbol(token, '+')) return null
    const prefix = grammar.prefix.get(token.text)
    if (prefix && token.kind === 'symbol') {
      stack.push({ kind: 'prefix', symbol: prefix.symbol, power: prefix.power, at: token.span })
      return null
    }
    const empty = closesEmptyCall(token)
    if (empty) return close(token)
    return problem.missingOperand(tokens, at - 1)
  }
  const closesEmptyCall = (token: Token): boolean => {
    const top = stack.at(-1)
    const called = top?.kind === 'call' || top?.kind === 'method' || top?.kind === 'list'
    return called && tokens[at - 2] === top.open && isSymbol(token, closing[top.kind])
  }

  const readOperator = (token: Token): Problem | null => {
    if (token.kind === 'symbol') {
      if (infix(token.text)) return null
      if (token.text === ')' || token.text === ']') return close(token)
      if (token.text === ',') return comma(token)
      if (token.text === '[') return open('entry', token, token)
      if (token.text === '.') return readMethod(token)
      const exponent = superscripts.get(token.text)
      if (exponent !== undefined) {
        const before = tokens[at - 2] as Token
        if (superscripts.has(before.text)) return problem.twoExponents(token, before)
        infix('**')
        push({ kind: 'number', text: exponent, value: Number(exponent), span: token.span })
        finish()
        return null
      }
    }
    if (!multiplies(token)) return leftover(token)
    infix('*')
    at--
    return null
  }
  /** Where a line inside a bracket cannot go on with the one above, the bracket was left open there. */
  const leftover = (token: Token): Problem => {
    const before = tokens[at - 2]
    const isInput = token.kind === 'number' || isName(token)
    if (isName(before) && isInput && grammar.calls.has(before.text)) return problem.noBrackets(before, token)
    const unclosed = token.continues && lastOpened()
    return unclosed
      ? problem.unclosed(unclosed, tokens.slice(0, at - 1), { complete: true })
      : problem.leftover(tokens, at - 1)
  }
  const lastOpened = (): Token | null => {
    const waiting = stack.findLast((each) => 'open' in each)
    return waiting && 'open' in waiting ? waiting.open : null
  }
  /** A number before a name or `(`, and `)` before a name, number or `(`, multiply. */
  const multiplies = (token: Token): boolean => {
    const before = tokens[at - 2]
    const begins = isName(token) || isSymbol(token, '(') || isSymbol(token, '√')
    return (
      (before?.kind === 'number' && begins) || (isSymbol(before, ')') && (begins || token.kind === 'number'))
    )
  }
  const readMethod = (dot: Token): Problem | null => {
    const name = tokens[at]
    if (!isName(name)) return problem.leftover(tokens, at - 1)
    const bracket = tokens[++at]
    if (bracket && isSymbol(bracket, '(')) {
      at++
      return open('method', bracket, name)
    }
    const of = operands.pop() as number
    push({
      kind: 'method',
      name: name.text,
      operands: [of],
      span: spanning(spanOf(of), spanning(dot.span, name.span)),
    })
    return null
  }

  while (at < tokens.length) {
    const token = tokens[at++] as Token
    const found = wants === 'operand' ? readOperand(token) : readOperator(token)
    if (found) return { ok: false, problems: [found] }
  }
  const complete = wants === 'operator'
  const unclosed = lastOpened()
  if (unclosed) return { ok: false, problems: [problem.unclosed(unclosed, tokens, { complete })] }
  if (!complete) return { ok: false, problems: [problem.missingAtEnd(tokens, span)] }
  innermost()
  return { ok: true, value: nodes }
}

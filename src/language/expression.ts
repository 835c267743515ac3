import { budget } from '../lib/budget'
import type { Problem, Result, Span } from '../lib/result'
import { type Expr, type ExprNode, InfixNode, NameNode, NumberNode } from './expr'
import { expressionProblem as problem } from './expression-problems'
import type { Grammar } from './grammar'
import { numberOf } from './scan'
import type { Run } from './split'
import type { Token } from './token'
import {
  closes,
  comma,
  dot,
  ends,
  isSymbolic,
  lists,
  name,
  number,
  opens,
  symbol,
  type Tokens,
} from './tokens'
import {
  type Bracket,
  closing,
  infixesOf,
  Nodes,
  Operands,
  openBracket,
  prefixAt,
  type Waiting,
} from './waiting'

const [plus, root, squared, cubed] = [symbol('+'), symbol('√'), symbol('²'), symbol('³')] as const
const [times, power] = [symbol('*'), symbol('**')] as const
const isExponent = (what: number): boolean => what === squared || what === cubed

/**
 * Tokens → tree by operator precedence, with a stack of its own (depth is the user's, the call stack is not).
 * `span` is where the expression should stand, for the message when there is none.
 */
export const parseExpression = (run: Run, grammar: Grammar, span: Span): Result<Expr> => {
  const reader = new Reader(run, grammar)
  const found = reader.read(span)
  return found ? { ok: false, problems: [found] } : { ok: true, value: reader.found() }
}

/** An expression as far as it has been read. */
class Reader {
  private readonly nodes = new Nodes()
  private readonly operands = new Operands()
  private readonly stack: Waiting[] = []
  private readonly tokens: Tokens
  private readonly whats: Uint8Array
  private readonly grammar: Grammar
  private readonly infixes: readonly (Waiting | undefined)[]
  private readonly first: number
  private readonly end: number
  private at: number
  private brackets = 0
  private wants: 'operand' | 'operator' = 'operand'

  constructor({ tokens, first, end }: Run, grammar: Grammar) {
    this.tokens = tokens
    this.whats = tokens.whats
    this.grammar = grammar
    this.infixes = infixesOf(grammar)
    this.first = first
    this.end = end
    this.at = first
  }

  read(span: Span): Problem | null {
    while (this.at < this.end) {
      const place = this.at++
      const found = this.wants === 'operand' ? this.readOperand(place) : this.readOperator(place)
      if (found) return found
    }
    const complete = this.wants === 'operator'
    const unclosed = this.lastOpened()
    const read = () => this.tokens.slice(this.first, this.end)
    if (unclosed) return problem.unclosed(unclosed, read(), { complete })
    if (!complete) return problem.missingAtEnd(read(), span)
    this.innermost()
    return null
  }

  found(): Expr {
    return this.nodes.all()
  }

  private push(node: ExprNode, from: number, to: number): null {
    this.operands.push(this.nodes.push(node), from, to)
    this.wants = 'operator'
    return null
  }

  private finish({ form, symbol, place }: Waiting): void {
    const { operands } = this
    this.stack.pop()
    const to = operands.lastTo()
    const right = operands.pop()
    if (form === 'prefix') {
      const from = this.tokens.froms[place] as number
      this.push({ kind: 'prefix', symbol, operands: [right], from, to }, from, to)
    } else {
      const from = operands.lastFrom()
      this.push(new InfixNode(symbol, operands.pop(), right, from, to), from, to)
    }
  }

  private infix(what: number): boolean {
    const sign = this.infixes[what]
    if (!sign) return false
    let top = this.stack.at(-1)
    while (top && top.binds > sign.power) {
      this.finish(top)
      top = this.stack.at(-1)
    }
    this.stack.push(sign)
    this.wants = 'operand'
    return true
  }

  private open(form: Bracket, place: number, head: number): Problem | null {
    if (++this.brackets > budget.nesting) return problem.tooDeep(this.tokens.at(place))
    this.stack.push(openBracket(form, { place, head, below: this.operands.count }))
    this.wants = 'operand'
    return null
  }

  /** Finishes what waits inside the innermost bracket. */
  private innermost(): Waiting | undefined {
    let top = this.stack.at(-1)
    while (top && !closing.has(top.form)) {
      this.finish(top)
      top = this.stack.at(-1)
    }
    return top
  }

  private close(place: number): Problem | null {
    const { tokens, nodes, operands } = this
    const top = this.innermost()
    if (!top) return problem.neverOpened(tokens.at(place))
    if (closing.get(top.form) !== this.whats[place])
      return problem.mismatched(tokens.at(place), tokens.at(top.place))
    this.stack.pop()
    this.brackets--
    const from = tokens.froms[top.head] as number
    const to = tokens.tos[place] as number
    if (top.form === 'group') {
      // The brackets belong to what they hold: a literal is replaced together with them.
      const held = operands.pop()
      nodes.move(held, { from, to })
      operands.push(held, from, to)
      this.wants = 'operator'
      return null
    }
    const inside = operands.takeFrom(top.below)
    if (top.form === 'list') return this.push({ kind: 'list', operands: inside, from, to }, from, to)
    if (top.form === 'call') return this.pushCall(top.head, inside, { from, to })
    const whole = { from: operands.lastFrom(), to }
    const of = operands.pop()
    const node: ExprNode =
      top.form === 'method'
        ? { kind: 'method', name: tokens.textAt(top.head), operands: [of, ...inside], ...whole }
        : { kind: 'entry', operands: [of, inside[0] as number], ...whole }
    return this.push(node, whole.from, to)
  }

  /** `max(a, b, c)` is `max(max(a, b), c)`. */
  private pushCall(head: number, given: readonly number[], { from, to }: Span): null {
    const callee = this.tokens.textAt(head)
    const at = this.tokens.spanOf(head)
    const call = (operands: readonly number[]) =>
      this.push({ kind: 'call', callee, operands, at, from, to }, from, to)
    if (given.length < 3 || !this.grammar.calls.get(callee)?.folds) return call(given)
    this.operands.push(given[0] as number, from, to)
    for (const next of given.slice(1)) call([this.operands.pop(), next])
    return null
  }

  private comma(place: number): Problem | null {
    const top = this.innermost()
    if (!top || top.form === 'group' || top.form === 'entry') return problem.strayComma(this.tokens.at(place))
    this.wants = 'operand'
    return null
  }

  /** What stands at a place, if the expression has not ended before it. */
  private what(place: number): number | undefined {
    return place < this.end ? this.whats[place] : undefined
  }

  private readOperand(place: number): Problem | null {
    const { tokens } = this
    const what = this.whats[place] as number
    if (what === number || what === name) {
      const text = tokens.textAt(place)
      const from = tokens.froms[place] as number
      const to = tokens.tos[place] as number
      if (what === number) return this.push(new NumberNode(text, numberOf(text), from, to), from, to)
      if (this.what(this.at) === opens)
        return problem.word(text, { from, to }) ?? this.open('call', this.at++, place)
      return problem.word(text, { from, to }) ?? this.push(new NameNode(text, from, to), from, to)
    }
    if (what === opens) return this.open('group', place, place)
    if (what === lists) return this.open('list', place, place)
    if (what === plus) return null
    const prefix = isSymbolic(what) && this.grammar.prefix.get(tokens.textAt(place))
    if (prefix) {
      this.stack.push(prefixAt(prefix, place))
      return null
    }
    return this.closesEmptyCall(place) ? this.close(place) : this.wrong('missingOperand', place)
  }

  private closesEmptyCall(place: number): boolean {
    const top = this.stack.at(-1)
    const called = top && (top.form === 'call' || top.form === 'method' || top.form === 'list')
    return called ? place - 1 === top.place && this.whats[place] === closing.get(top.form) : false
  }

  private wrong(what: 'missingOperand' | 'leftover', place: number): Problem {
    return problem[what](this.tokens.slice(this.first, this.end), place - this.first)
  }

  private readOperator(place: number): Problem | null {
    const what = this.whats[place] as number
    if (isSymbolic(what)) {
      if (this.infix(what)) return null
      if (what === closes || what === ends) return this.close(place)
      if (what === comma) return this.comma(place)
      if (what === lists) return this.open('entry', place, place)
      if (what === dot) return this.readMethod(place)
      if (isExponent(what)) return this.readExponent(place, what === squared ? 2 : 3)
    }
    if (!this.multiplies(place)) return this.leftover(place)
    this.infix(times)
    this.at--
    return null
  }

  private readExponent(place: number, value: number): Problem | null {
    const { tokens } = this
    if (isExponent(this.whats[place - 1] as number))
      return problem.twoExponents(tokens.at(place), tokens.at(place - 1))
    this.infix(power)
    const from = tokens.froms[place] as number
    const to = tokens.tos[place] as number
    this.push(new NumberNode(String(value), value, from, to), from, to)
    this.finish(this.stack.at(-1) as Waiting)
    return null
  }

  /** Where a line inside a bracket cannot go on with the one above, the bracket was left open there. */
  private leftover(place: number): Problem {
    const { tokens, whats } = this
    const isInput = whats[place] === number || whats[place] === name
    if (isInput && whats[place - 1] === name && this.grammar.calls.has(tokens.textAt(place - 1)))
      return problem.noBrackets(tokens.at(place - 1), tokens.at(place))
    const unclosed = tokens.continuing.has(place) && this.lastOpened()
    return unclosed
      ? problem.unclosed(unclosed, tokens.slice(this.first, place), { complete: true })
      : this.wrong('leftover', place)
  }

  private lastOpened(): Token | null {
    const found = this.stack.findLast(({ form }) => closing.has(form))
    return found ? this.tokens.at(found.place) : null
  }

  /** A number before a name or `(`, and `)` before a name, number or `(`, multiply. */
  private multiplies(place: number): boolean {
    const what = this.whats[place]
    const before = this.whats[place - 1]
    const begins = what === name || what === opens || what === root
    return (before === number && begins) || (before === closes && (begins || what === number))
  }

  private readMethod(place: number): Problem | null {
    const { tokens, operands } = this
    const head = this.at
    if (this.what(head) !== name) return this.wrong('leftover', place)
    this.at++
    if (this.what(this.at) === opens) return this.open('method', this.at++, head)
    const from = operands.lastFrom()
    const to = tokens.tos[head] as number
    const of = operands.pop()
    return this.push({ kind: 'method', name: tokens.textAt(head), operands: [of], from, to }, from, to)
  }
}

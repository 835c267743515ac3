import type { Span } from '../lib/result'
import type { Expr, ExprNode } from './expr'
import type { Grammar } from './grammar'
import { bySymbol, closes, ends } from './tokens'

export type Bracket = 'group' | 'call' | 'list' | 'entry' | 'method'

/**
 * What waits on the parser's stack for its operands. All of one shape, whatever waits: the parser asks the topmost one
 * at each sign, and a browser is far quicker to ask where all that is asked looks the same.
 */
export class Waiting {
  declare readonly form: 'infix' | 'prefix' | Bracket
  declare readonly symbol: string
  /** It finishes before a sign whose `power` is below this. A bracket waits for its end. */
  declare readonly binds: number
  declare readonly power: number
  /** Place of its token; an infix sign is one object wherever it stands, and needs none. */
  declare readonly place: number
  /** Place of the callee's or method's name. */
  declare readonly head: number
  /** How many operands were finished before a bracket's own. */
  declare readonly below: number

  constructor(
    form: Waiting['form'],
    { symbol, binds, power }: { symbol: string; binds: number; power: number },
    { place, head, below }: { place: number; head: number; below: number },
  ) {
    this.form = form
    this.symbol = symbol
    this.binds = binds
    this.power = power
    this.place = place
    this.head = head
    this.below = below
  }
}

const nowhere = { place: -1, head: -1, below: -1 }
const bracket = { symbol: '', binds: -1, power: -1 }

export const openBracket = (form: Bracket, at: { place: number; head: number; below: number }): Waiting =>
  new Waiting(form, bracket, at)

export const prefixAt = ({ symbol, power }: { symbol: string; power: number }, place: number): Waiting =>
  new Waiting('prefix', { symbol, binds: 2 * power, power: 2 * power }, { ...nowhere, place })

/** How each bracket ends; other forms are no brackets. */
export const closing: ReadonlyMap<Waiting['form'], number> = new Map([
  ['group', closes],
  ['call', closes],
  ['method', closes],
  ['list', ends],
  ['entry', ends],
])

const known = new WeakMap<Grammar['infix'], readonly (Waiting | undefined)[]>()

/**
 * A grammar's infix signs, by the symbols' numbers. Powers are doubled, so that of equals the left one can finish first: in
 * `a - b - c`, not in `a ** b ** c`.
 */
export const infixesOf = ({ infix }: Grammar): readonly (Waiting | undefined)[] => {
  const made = known.get(infix)
  if (made) return made
  const signs = bySymbol((text) => {
    const sign = infix.get(text)
    if (!sign) return undefined
    const power = 2 * sign.power
    return new Waiting(
      'infix',
      { symbol: text, power, binds: sign.assoc === 'left' ? power + 1 : power },
      nowhere,
    )
  })
  known.set(infix, signs)
  return signs
}

/**
 * Finished nodes that nothing has taken yet, with where each begins and ends: the nodes themselves have eight shapes,
 * and are slow to ask.
 */
export class Operands {
  count = 0
  private readonly places: number[] = []
  private readonly froms: number[] = []
  private readonly tos: number[] = []

  push(place: number, from: number, to: number): void {
    const last = this.count++
    this.places[last] = place
    this.froms[last] = from
    this.tos[last] = to
  }

  pop(): number {
    return this.places[--this.count] as number
  }

  lastFrom(): number {
    return this.froms[this.count - 1] as number
  }

  lastTo(): number {
    return this.tos[this.count - 1] as number
  }

  takeFrom(below: number): readonly number[] {
    const taken = this.places.slice(below, this.count)
    this.count = below
    return taken
  }
}

/** Nodes in pieces, as an array that grows by pushing is copied over and over, and beyond 16,384 at great cost. */
export class Nodes {
  private readonly full: ExprNode[][] = []
  private last: ExprNode[] = []

  /** Gives its place. */
  push(node: ExprNode): number {
    if (this.last.length === piece) {
      this.full.push(this.last)
      this.last = []
    }
    return this.full.length * piece + this.last.push(node) - 1
  }

  move(place: number, span: Span): void {
    const nodes = this.full[Math.floor(place / piece)] ?? this.last
    nodes[place % piece] = { ...(nodes[place % piece] as ExprNode), ...span }
  }

  all(): Expr {
    return this.full.length === 0 ? this.last : ([] as ExprNode[]).concat(...this.full, this.last)
  }
}

const piece = 4096

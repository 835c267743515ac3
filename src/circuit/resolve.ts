import type { Constant, Folded, Gate } from '../gates/gate'
import { gateNamed, grammar } from '../gates/index'
import { formulaTree, operatorOf } from '../gates/run'
import { type Expr, type ExprNode, operandsOf } from '../language/expr'
import { isAtom, type Piece, pieceOf, printText } from '../language/print'
import { budget } from '../lib/budget'
import { type Problem, type Span, spanOf } from '../lib/result'
import { buildProblem as problem } from './build-problems'
import type { WireId } from './circuit'
import type { Draft, Origin } from './draft'
import { calleeProblems, type OwnGates } from './own'

/** What a name or an expression stands for. `lost`: a problem was reported there; nothing more is said of it. */
export type Operand =
  | { readonly kind: 'constant'; readonly value: number; readonly piece: Piece }
  | { readonly kind: 'wire'; readonly wire: WireId }
  | { readonly kind: 'list'; readonly name: string; readonly entries: readonly WireId[] }
  | { readonly kind: 'lost' }
const lost: Operand = { kind: 'lost' }

/** What an expression is resolved against. */
export type Site = {
  readonly draft: Draft
  readonly statement: string
  readonly own: OwnGates
  readonly isWire: (name: string) => boolean
  readonly report: (problem: Problem) => void
  /** What a name stands for here; reports and returns `lost` if nothing. */
  readonly lookUp: (name: string, span: Span) => Operand
}

/** So many nodes are resolved at a time: some milliseconds of work. */
const slice = 2048

/** Expression → wires and gates, operands first, in slices; yields how much is done. Returns what the whole stands for. */
export function* resolving(expr: Expr, site: Site): Generator<number, Operand> {
  const found = yield* resolvingAll(expr, site)
  return found.at(-1) ?? lost
}

/** The same of several expressions, one behind the other, without nodes that are `left`. Returns what each stands for. */
export function* resolvingAll(
  expr: Expr,
  site: Site,
  left?: Uint8Array,
): Generator<number, readonly Operand[]> {
  const pieces: Piece[] = []
  const found: Operand[] = []
  const around = {
    at: (k: number) => found[k] as Operand,
    nodeAt: (k: number) => expr[k] as ExprNode,
    textAt: (k: number) => pieces[k] as Piece,
  }
  for (let i = 0; i < expr.length; i++) {
    const node = expr[i] as ExprNode
    const piece = pieceOf(node, pieces, grammar)
    pieces.push(piece)
    found.push(left?.[i] ? lost : resolveNode(node, piece, around, site))
    if ((i + 1) % slice === 0) yield (i + 1) / expr.length
  }
  return found
}

type Around = {
  readonly at: (operand: number) => Operand
  readonly nodeAt: (operand: number) => ExprNode
  readonly textAt: (operand: number) => Piece
}

const resolveNode = (node: ExprNode, text: Piece, around: Around, site: Site): Operand => {
  switch (node.kind) {
    case 'number':
      return { kind: 'constant', value: node.value, piece: text }
    case 'name':
      return site.lookUp(node.name, spanOf(node))
    case 'infix':
    case 'prefix':
    case 'call':
      return resolveGate(node, text, around, site)
    case 'entry':
      return resolveEntry(node, around, site)
    case 'list':
    case 'method':
      // A method of what was already reported has nothing to add.
      if (node.operands.some((operand) => around.at(operand).kind === 'lost')) return lost
      site.report(problem.tensor(`\`${clip(text.text)}\``, spanOf(node)))
      return lost
  }
}

type Applied = Extract<ExprNode, { kind: 'infix' | 'prefix' | 'call' }>

const resolveGate = (node: Applied, text: Piece, { at, nodeAt, textAt }: Around, site: Site): Operand => {
  const operator = operatorOf(node, site.own.gates)
  if (node.kind === 'call') {
    const problems = callProblems(node, site)
    for (const found of problems) site.report(found)
    if (problems.length > 0) return lost
  }
  if (!operator) {
    if (node.kind !== 'call') site.report(problem.tensor(`\`${node.symbol}\``, spanOf(node)))
    return lost
  }
  const places = operandsOf(node)
  const operands: Operand[] = []
  const numbers: number[] = []
  let isLost = false
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number
    const operand = at(place)
    operands.push(operand)
    if (operand.kind === 'constant') numbers.push(operand.value)
    if (operand.kind === 'list') site.report(problem.listAsNumber(operand.name, spanOf(nodeAt(place))))
    isLost ||= operand.kind === 'lost' || operand.kind === 'list'
  }
  if (isLost) return lost
  const { gate } = operator
  if (gate.body && !spend(gate.body.length, node, site)) return lost
  if (numbers.length === operands.length)
    return { kind: 'constant', value: gate.value(numbers, operator.constant ?? 0), piece: text }

  const origin = { statement: site.statement, text: text.text, span: spanOf(node) }
  const folded = numbers.length > 0 ? foldOf(gate.folds, operands, places.map(textAt)) : null
  if (folded) return { kind: 'wire', wire: chain(folded, origin, site) }
  const inputs: WireId[] = []
  for (let i = 0; i < operands.length; i++) inputs.push(wireOf(operands[i] as Operand, origin, site))
  const constant =
    operator.constant === null ? null : { value: operator.constant, text: String(operator.constant) }
  return { kind: 'wire', wire: site.draft.gate(gate, { inputs, constant }, origin) }
}

/** Every use of a gate made of gates runs all of them: together they have a budget. */
const spend = (gates: number, node: Applied, { own, report }: Site): boolean => {
  const before = own.size
  own.size += gates
  if (before <= budget.bodies && own.size > budget.bodies && node.kind === 'call')
    report(problem.bodyTooLarge(node.callee, node.at))
  return own.size <= budget.bodies
}

const callProblems = (node: Extract<Applied, { kind: 'call' }>, site: Site): readonly Problem[] => {
  const isGate = operatorOf(node, site.own.gates) !== null
  if (site.own.lost.has(node.callee)) return []
  if (!isGate && site.isWire(node.callee)) return [problem.wireAsGate(node.callee, node.at)]
  return calleeProblems({ node, inside: null }, site.own)
}

/** The wire of an operand; a constant gets a small stub of its own. */
const wireOf = (operand: Operand, { statement, span }: Origin, { draft }: Site): WireId => {
  if (operand.kind === 'wire') return operand.wire
  if (operand.kind !== 'constant') throw new Error('an operand that is no single number reached a gate')
  const constant = constantOf(operand)
  return draft.constant(constant, { statement, text: constant.text, span })
}

type ConstantOperand = Extract<Operand, { kind: 'constant' }>
const signLength = 8

/** As it was typed where that fits a gate's sign, else four digits of it. */
const constantOf = ({ value, piece }: ConstantOperand): Constant => {
  const plain = isAtom(piece) || /^-[\w.]+$/.test(piece.text.slice(0, signLength + 1))
  const text = plain ? piece.text : `(${piece.text})`
  return { value, text: text.length <= signLength ? text : String(Number(value.toPrecision(4))) }
}

type Chain = { readonly links: readonly Folded[]; readonly input: WireId; readonly inputText: Piece }

const foldOf = (
  folds: Gate['folds'],
  operands: readonly Operand[],
  texts: readonly Piece[],
): Chain | null => {
  const [left, right] = operands
  if (left?.kind === 'constant' && right?.kind === 'wire' && folds.left)
    return { links: folds.left(constantOf(left)), input: right.wire, inputText: texts[1] as Piece }
  if (left?.kind === 'wire' && right?.kind === 'constant' && folds.right)
    return { links: folds.right(constantOf(right)), input: left.wire, inputText: texts[0] as Piece }
  return null
}

/** One-input gates in a row, in place of an infix gate with a constant. */
const chain = ({ links, input, inputText }: Chain, origin: Origin, { draft }: Site): WireId => {
  let wire = input
  for (const link of links) {
    const within = link.formula && printText(formulaTree(link.formula), { grammar, name: () => inputText })
    const place = { ...origin, text: within ?? origin.text }
    wire = draft.gate(gateNamed(link.gate), { inputs: [wire], constant: link.constant }, place)
  }
  return wire
}

const resolveEntry = (
  node: Extract<ExprNode, { kind: 'entry' }>,
  { at, nodeAt }: Around,
  site: Site,
): Operand => {
  const [of, place] = node.operands
  const list = at(of)
  const index = at(place)
  if (list.kind === 'lost' || index.kind === 'lost') return lost
  const text = nameOf(nodeAt(of))
  if (list.kind !== 'list') {
    site.report(problem.noList(text, spanOf(nodeAt(of))))
    return lost
  }
  const { entries } = list
  const position = index.kind === 'constant' ? index.value : Number.NaN
  const entry = Number.isInteger(position) ? entries.at(position) : undefined
  if (entry === undefined) {
    site.report(problem.noEntry(text, spanOf(node), entries.length))
    return lost
  }
  return { kind: 'wire', wire: entry }
}

const nameOf = (node: ExprNode): string => (node.kind === 'name' ? node.name : 'This')
const clip = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text)

import { type Expr, type ExprNode, fold } from './expr'
import type { Grammar, Infix } from './grammar'

/** A piece of printed text and how tightly it holds together: an atom needs no parentheses anywhere. */
export type Piece = { readonly text: string; readonly power: number }

const atomic = 1000
export const isAtom = (piece: Piece): boolean => piece.power === atomic
export const atom = (text: string): Piece => ({ text, power: atomic })

type Printing = {
  readonly grammar: Grammar
  /** What to write for a name: the name itself unless given (a number put in its place, say). */
  readonly name?: (name: string) => Piece
}

/** The expression as text, with the fewest parentheses and single spaces round infix signs. */
export const printText = (expr: Expr, printing: Printing): string =>
  textPieces(expr, printing).at(-1)?.text ?? ''

/** The text of every part of an expression, node by node. */
export const textPieces = (expr: Expr, { grammar, name = atom }: Printing): readonly Piece[] => {
  const pieces: Piece[] = []
  for (let i = 0; i < expr.length; i++) pieces.push(pieceOf(expr[i] as ExprNode, pieces, grammar, name))
  return pieces
}

/** The text of one part, from those of all parts before it. */
export const pieceOf = (
  node: ExprNode,
  pieces: readonly Piece[],
  grammar: Grammar,
  name: (name: string) => Piece = atom,
): Piece => {
  const at = (place: number): Piece => pieces[place] as Piece
  switch (node.kind) {
    case 'number':
      return atom(node.text)
    case 'name':
      return name(node.name)
    case 'infix': {
      const sign = grammar.infix.get(node.symbol)
      const bare = barePowers(sign)
      const left = within(at(node.left), bare.left)
      const right = within(at(node.right), bare.right)
      return { text: `${left} ${node.symbol} ${right}`, power: sign?.power ?? 0 }
    }
    case 'prefix': {
      const power = grammar.prefix.get(node.symbol)?.power ?? 0
      return { text: `${node.symbol}${within(at(node.operands[0]), power)}`, power }
    }
    case 'call':
      return atom(`${node.callee}(${listed(node.operands.map(at))})`)
    case 'list':
      return atom(`[${listed(node.operands.map(at))}]`)
    case 'entry':
      return atom(`${within(at(node.operands[0]), atomic)}[${at(node.operands[1]).text}]`)
    case 'method': {
      const [of, ...rest] = node.operands.map(at) as [Piece, ...Piece[]]
      return atom(`${within(of, atomic)}.${node.name}${rest.length > 0 ? `(${listed(rest)})` : ''}`)
    }
  }
}

/** Added one to the next, not joined: a long text is then not copied for every part of it. */
const listed = (operands: readonly Piece[]): string =>
  operands.reduce((text, operand, i) => (i === 0 ? operand.text : `${text}, ${operand.text}`), '')

/** How tightly each operand must hold together to stand without parentheses: more on the side away from `assoc`. */
const barePowers = (sign: Infix | undefined): { readonly left: number; readonly right: number } => {
  const power = sign?.power ?? 0
  return sign?.assoc === 'right' ? { left: power + 1, right: power } : { left: power, right: power + 1 }
}

const within = (piece: Piece, needed: number): string =>
  piece.power >= needed ? piece.text : `(${piece.text})`

const stretched = (piece: Piece, needed: number): string =>
  piece.power >= needed ? piece.text : stretchy(piece.text)

const stretchy = (text: string) => `\\left(${text}\\right)`

const greek: ReadonlyMap<string, string> = new Map([
  ['σ', '\\sigma'],
  ['π', '\\pi'],
  ['θ', '\\theta'],
])

/** `w0` and `x@2` as a maths name: trailing digits go below, but for those of `w_0`, which would stand there with a stroke. */
export const nameLatex = (name: string): string => {
  const known = greek.get(name)
  if (known) return known
  const plain = [...name]
    .map((char) => (char >= '₀' && char <= '₉' ? String(char.charCodeAt(0) - 0x2080) : char))
    .join('')
  const [, stem = '', digits = ''] = /^(.*?)@?(\d*)$/.exec(plain) ?? []
  const index = plain.endsWith(`_${digits}`) ? '' : digits
  const shown = index ? stem : plain
  const safe = shown.replaceAll('_', '\\_')
  const upright = [...shown].length === 1 ? safe : `\\mathrm{${safe}}`
  return index ? `${upright}_{${index}}` : upright
}

/** The expression as LaTeX. */
export const printLatex = (
  expr: Expr,
  { grammar, name = (text) => atom(nameLatex(text)) }: Printing,
): string =>
  fold<Piece>(expr, (node, operands) => {
    const texts = operands.map((operand) => operand.text)
    switch (node.kind) {
      case 'number':
        return atom(node.text)
      case 'name':
        return name(node.name)
      case 'infix': {
        const sign = grammar.infix.get(node.symbol)
        if (!sign) return atom(texts.join(` ${node.symbol} `))
        const [left, right] = operands as [Piece, Piece]
        if (sign.encloses === 'both') return { text: sign.latex(left.text, right.text), power: sign.power }
        const bare = barePowers(sign)
        const rightNeeds = sign.encloses === 'right' ? 0 : bare.right
        const text = sign.latex(stretched(left, bare.left), stretched(right, rightNeeds))
        return { text, power: sign.power }
      }
      case 'prefix': {
        const sign = grammar.prefix.get(node.symbol)
        const power = sign?.power ?? 0
        return { text: sign?.latex(stretched(operands[0] as Piece, power)) ?? '', power }
      }
      case 'call': {
        const call = grammar.calls.get(node.callee)
        const text = call?.latex(...texts) ?? `\\operatorname{${node.callee}}${stretchy(texts.join(', '))}`
        return { text, power: call?.latexPower ?? atomic }
      }
      case 'list':
        return atom(`[${texts.join(', ')}]`)
      case 'entry':
        return atom(`${texts[0]}_{${texts[1]}}`)
      case 'method':
        return atom(`\\mathrm{${node.name}}${stretchy(texts.join(', '))}`)
    }
  }).text

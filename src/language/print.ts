import { type Expr, fold, foldAll } from './expr'
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
export const textPieces = (expr: Expr, { grammar, name = atom }: Printing): readonly Piece[] =>
  foldAll<Piece>(expr, (node, operands) => {
    switch (node.kind) {
      case 'number':
        return atom(node.text)
      case 'name':
        return name(node.name)
      case 'infix': {
        const sign = grammar.infix.get(node.symbol)
        const [left, right] = operands as [Piece, Piece]
        const bare = barePowers(sign)
        const text = `${within(left, bare.left)} ${node.symbol} ${within(right, bare.right)}`
        return { text, power: sign?.power ?? 0 }
      }
      case 'prefix': {
        const power = grammar.prefix.get(node.symbol)?.power ?? 0
        return { text: `${node.symbol}${within(operands[0] as Piece, power)}`, power }
      }
      case 'call':
        return atom(`${node.callee}(${listed(operands)})`)
      case 'list':
        return atom(`[${listed(operands)}]`)
      case 'entry':
        return atom(`${within(operands[0] as Piece, atomic)}[${operands[1]?.text}]`)
      case 'method': {
        const [of, ...rest] = operands as [Piece, ...Piece[]]
        return atom(`${within(of, atomic)}.${node.name}${rest.length > 0 ? `(${listed(rest)})` : ''}`)
      }
    }
  })

/** Added one to the next, not joined: a long text is then not copied for every part of it. */
const listed = (operands: readonly Piece[]): string =>
  operands.reduce((text, operand, i) => (i === 0 ? operand.text : `${text}, ${operand.text}`), '')

/** How tightly each operand must hold together to stand without parentheses: more on the side away from `assoc`. */
const barePowers = (sign: Infix | undefined): { readonly left: number; readonly right: number } => {
  const power = sign?.power ?? 0
  return sign?.assoc === 'right' ? { left: power + 1, right: power } : { left: power, right: power + 1 }
}

const within = (piece: Piece, needed: number, wrap = (text: string) => `(${text})`): string =>
  piece.power >= needed ? piece.text : wrap(piece.text)

const stretchy = (text: string) => `\\left(${text}\\right)`

const greek: ReadonlyMap<string, string> = new Map([
  ['σ', '\\sigma'],
  ['π', '\\pi'],
  ['θ', '\\theta'],
])

/** `w0` and `x@2` as a maths name: trailing digits go below. */
export const nameLatex = (name: string): string => {
  const known = greek.get(name)
  if (known) return known
  const plain = [...name]
    .map((char) => (char >= '₀' && char <= '₉' ? String(char.charCodeAt(0) - 0x2080) : char))
    .join('')
  const [, stem = '', index = ''] = /^(.*?)@?(\d*)$/.exec(plain) ?? []
  const safe = stem.replaceAll('_', '\\_')
  const shown = [...stem].length === 1 ? safe : `\\mathrm{${safe}}`
  return index ? `${shown}_{${index}}` : shown
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
        const text = sign.latex(within(left, bare.left, stretchy), within(right, rightNeeds, stretchy))
        return { text, power: sign.power }
      }
      case 'prefix': {
        const sign = grammar.prefix.get(node.symbol)
        const power = sign?.power ?? 0
        return { text: sign?.latex(within(operands[0] as Piece, power, stretchy)) ?? '', power }
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

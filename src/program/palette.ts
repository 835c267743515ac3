import type { Gate, LocalGradient } from '../gates/gate'
import { gateNamed, gates, grammar } from '../gates/index'
import { formulaTree } from '../gates/run'
import { continuesName, meaning } from '../language/characters'
import { parseExpression } from '../language/expression'
import type { Syntax } from '../language/grammar'
import { parse } from '../language/parse'
import { atom, printText, textPieces } from '../language/print'
import { scan, tokenize } from '../language/scan'
import { split, tokensOf } from '../language/split'
import { isSymbol, type Token } from '../language/token'
import { modules } from '../language/words'
import type { Span } from '../lib/result'

/** A gate to choose, in the way in which it would be looked for. */
export type Offer = {
  /** Its key in the catalogue. */
  readonly gate: string
  /** With its ports as operands: `x + y`, `sigmoid(x)`. */
  readonly label: string
  /** Every way to write it: `sigmoid(x) or σ(x)`. */
  readonly signature: string
  /** Its local gradients, then what it does to the gradient that arrives. */
  readonly rule: string
  readonly template: Syntax
}

const constantOf = (syntax: Syntax): number | null => ('constant' in syntax && syntax.constant) || null

type Sample = { readonly text: string; readonly places: readonly Span[] }

const write = (template: Syntax, operands: readonly string[]): Sample => {
  const [start, between, end] =
    template.form === 'infix'
      ? ['', ` ${template.symbol} `, '']
      : template.form === 'prefix'
        ? [template.symbol, '', '']
        : [`${template.names[0]}(`, ', ', ')']
  let text = start
  const places = operands.map((operand, i) => {
    if (i > 0) text += between
    const from = text.length
    text += operand
    return { from, to: text.length }
  })
  return { text: text + end, places }
}

/** `^` beside `**`: what can be typed on any keyboard for a sign. */
const typedFor = (symbol: string): readonly string[] =>
  [...meaning].flatMap(([typed, means]) => (means === symbol && typed <= '~' ? [typed] : []))

const waysOf = (syntax: Syntax, ports: readonly string[]): readonly string[] => {
  if (syntax.form !== 'call') {
    const symbols = [syntax.symbol, ...typedFor(syntax.symbol)]
    return symbols.map((symbol) => write({ ...syntax, symbol }, ports).text)
  }
  const operands = syntax.folds ? [...ports, '…'] : ports
  return syntax.names.map((name) => write({ ...syntax, names: [name] }, operands).text)
}

const slopeOf = (local: LocalGradient, constant: number | null): string => {
  if (local.kind !== 'formula') return local.says
  const name = (text: string) => {
    if (text !== 'c' || constant === null) return atom(text)
    return constant < 0 ? { text: String(constant), power: 0 } : atom(String(constant))
  }
  return printText(formulaTree(local.formula), { grammar, name })
}

const ruleOf = ({ ports, locals, story }: Gate, constant: number | null): string => {
  const slopes = locals.map((local) => slopeOf(local, constant))
  const separator = slopes.some((slope) => slope.includes(', ')) ? '; ' : ', '
  return `${ports.map((port, i) => `∂/∂${port} = ${slopes[i]}`).join(separator)}. ${story}`
}

/** Ways of writing one gate with one constant are one offer, under the first of them. */
const offersOf = (key: string, gate: Gate): readonly Offer[] => {
  const constants = new Set(gate.syntax.map(constantOf))
  return [...constants].map((constant) => {
    const ways = gate.syntax.filter((syntax) => constantOf(syntax) === constant)
    const template = ways[0] as Syntax
    return {
      gate: key,
      label: write(template, gate.ports).text,
      signature: ways.flatMap((syntax) => waysOf(syntax, gate.ports)).join(' or '),
      rule: ruleOf(gate, constant),
      template,
    }
  })
}

/** Every gate of the catalogue that has a way of writing of its own. */
export const palette: readonly Offer[] = [...gates].flatMap(([key, gate]) => offersOf(key, gate))

type Edited = { readonly source: string; readonly selection: Span }

/** Puts a gate at the caret, or round what is selected; what is to be written next is then selected. */
export const insertGate = (source: string, selection: Span, { gate, template }: Offer): Edited => {
  const { ports } = gateNamed(gate)
  const span = codeIn(source, selection)
  if (span.from === span.to) {
    const sample = write(template, ports)
    return place(source, span, { ...sample, chosen: sample.places[0] })
  }
  const sample = write(template, [operand(source.slice(span.from, span.to), template), ...ports.slice(1)])
  const bare = place(source, span, { ...sample, chosen: sample.places[1] })
  if (template.form === 'call') return bare
  const whole = place(source, span, bracketed({ ...sample, chosen: sample.places[1] }))
  return treeOf(bare.source) === treeOf(whole.source) ? bare : whole
}

/** The selection without blanks and remarks at its ends; nothing else selected is as good as nothing. */
const codeIn = (source: string, { from, to }: Span): Span => {
  const tokens = scan(source.slice(from, to)).tokens.filter((token) => token.kind !== 'newline')
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (!first || !last) return { from, to: from }
  return { from: withModule(source, from + first.span.from), to: from + last.span.to }
}

/** `math.` belongs to the gate behind it. */
const withModule = (source: string, from: number): number => {
  const { tokens } = scan(source)
  const at = tokens.findIndex((token) => token.span.from === from)
  const [module, dot] = tokens.slice(Math.max(0, at - 2), Math.max(0, at))
  return module && modules.has(module.text) && isSymbol(dot, '.') ? module.span.from : from
}

/** In parentheses where the sign would tear it apart. */
const operand = (text: string, template: Syntax): string => {
  if (template.form === 'call') return text
  const needed = template.form === 'infix' && template.assoc === 'right' ? template.power + 1 : template.power
  const power = powerOf(text)
  return power !== null && power >= needed ? text : `(${text})`
}

/** How tightly an expression holds together; null where it is no whole one. */
const powerOf = (text: string): number | null => {
  const { tokens } = tokenize(text)
  const [line, more] = split(tokens)
  if (!line || more || tokens.slice().some((token) => isSymbol(token, ';'))) return null
  const read = parseExpression(line, grammar, line.span)
  if (!read.ok) return null
  return isEnclosed(tokensOf(line))
    ? atom('').power
    : (textPieces(read.value, { grammar }).at(-1)?.power ?? null)
}

/** Does the first bracket close with the last token? */
const isEnclosed = (tokens: readonly Token[]): boolean => {
  if (!isSymbol(tokens[0], '(')) return false
  let depth = 0
  return (
    tokens.findIndex((token) => {
      if (isSymbol(token, '(') || isSymbol(token, '[')) depth++
      if (isSymbol(token, ')') || isSymbol(token, ']')) depth--
      return depth === 0
    }) ===
    tokens.length - 1
  )
}

type Inserted = { readonly text: string; readonly chosen: Span | undefined }

const bracketed = ({ text, chosen }: Inserted): Inserted => ({
  text: `(${text})`,
  chosen: chosen && { from: chosen.from + 1, to: chosen.to + 1 },
})

/** With a blank where it would run into its neighbour; what already stood beside it may stay there, as in `2x`. */
const place = (source: string, { from, to }: Span, { text, chosen }: Inserted): Edited => {
  const [before, after] = [source[from - 1] ?? '', source[to] ?? '']
  const [first, last] = [text[0] ?? '', text.at(-1) ?? '']
  const keeps = { first: from < to && source[from] === first, last: from < to && source[to - 1] === last }
  const left = continuesName(first) && !keeps.first && (continuesName(before) || before === '.') ? ' ' : ''
  const right = continuesName(last) && !keeps.last && (continuesName(after) || opening.has(after)) ? ' ' : ''
  const start = from + left.length
  const at = chosen ?? { from: text.length, to: text.length }
  return {
    source: source.slice(0, from) + left + text + right + source.slice(to),
    selection: { from: start + at.from, to: start + at.to },
  }
}

/** What would go on with a name. */
const opening: ReadonlySet<string> = new Set(['(', '[', '.'])

const places: ReadonlySet<string> = new Set(['from', 'to'])

/** What a text says, wherever it stands in it. */
const treeOf = (source: string): string =>
  JSON.stringify(parse(source, grammar).statements, (key, value) => (places.has(key) ? undefined : value))

import type { Wire } from '../circuit/circuit'
import type { Gate, Stand } from '../gates/gate'
import { grammar } from '../gates/index'
import { formulaTree } from '../gates/run'
import { atom, type Piece, printText } from '../language/print'
import { bracketed, preciseNumber } from '../lib/format'
import { namesOf } from './picture'

const longest = 48
/** Of a text so long it is known without reading it: a long sum has an expression for every sum in it. */
const unread = 4 * longest

/** Program signs as they are set in a sentence: `x * -1` reads `x · −1`. */
const typeset = (text: string): string =>
  text.replaceAll(' ** ', '^').replaceAll(' * ', ' · ').replaceAll('-', '−')

/** A wire in a sentence: its name or, if short enough to read, its expression. */
export const called = (wire: Wire): string => {
  if (wire.text.length > unread) return 'this wire'
  const text = typeset(wire.text)
  return text.length > longest ? 'this wire' : namesOf(wire).length > longest ? text : typeset(namesOf(wire))
}

/** A name or a call: no sign stands outside brackets. */
const isWord = (text: string): boolean => {
  let depth = 0
  for (const char of text) {
    if (char === '(' || char === '[') depth++
    if (char === ')' || char === ']') depth--
    if (depth === 0 && /[-+*/ ]/.test(char)) return false
  }
  return !text.startsWith('(')
}

/** Where it is used, it makes too long what it is used in. */
const tooLong = 'x'.repeat(longest + 1)
const readable = ({ text }: Wire): string => (text.length > unread ? tooLong : text)

/** A formula of the gate behind `wire` with its operands' names put in; null where it gets too long to read. */
export const inNames = (
  formula: string,
  { wire, operands }: { wire: Wire; operands: readonly Wire[] },
): string | null => {
  const { maker } = wire
  if (maker.kind !== 'gate') return null
  // A gate of one's own may have a port of its own called c.
  const words = new Map([
    ['c', maker.constant?.text ?? 'c'],
    ['out', readable(wire)],
  ])
  maker.gate.ports.forEach((port, i) => {
    const operand = operands[i]
    words.set(port, operand ? readable(operand) : port)
  })
  const text = filled(formula, (name) => {
    const word = words.get(name) ?? name
    return isWord(word) ? atom(word) : loose(word)
  })
  return text.length > longest ? null : text
}

/** A gate's own formula with the numbers where it stands put in, unrounded unless said otherwise. */
export const inNumbers = (
  { formula, ports }: Pick<Gate, 'formula' | 'ports'>,
  { operands, constant }: Stand,
  print: (value: number) => string = preciseNumber,
): string => {
  const numbers = new Map([['c', constant]])
  ports.forEach((port, i) => {
    numbers.set(port, operands[i] as number)
  })
  return filled(formula, (name) => {
    const number = numbers.get(name)
    if (number === undefined) return atom(name)
    const text = print(number)
    return text.startsWith('−') ? loose(text) : atom(text)
  })
}

/** Wants parentheses next to any sign. */
const loose = (text: string): Piece => ({ text, power: 0 })

const filled = (formula: string, name: (name: string) => Piece): string =>
  typeset(printText(formulaTree(formula), { grammar, name }))

/** A rule's words, `1 if x > y, else 0`, with the operands' names in place of the ports. */
export const ruleInNames = (says: string, ports: readonly string[], operands: readonly Wire[]): string =>
  says.replace(/[a-z]+/gi, (word) => {
    const operand = operands[ports.indexOf(word)]
    return operand ? called(operand) : word
  })

export const sumOf = (terms: readonly string[]): string => terms.map(bracketed).join(' + ')

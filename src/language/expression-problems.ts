import { budget } from '../lib/budget'
import type { Fix, Problem, Span } from '../lib/result'
import { isName, isSymbol, type Token } from './token'
import { insteadOf } from './words'

const insert = (label: string, at: number, text: string): Fix => ({
  label,
  edits: [{ from: at, to: at, insert: text }],
})
const replace = (label: string, span: Span, text: string): Fix => ({
  label,
  edits: [{ ...span, insert: text }],
})
const remove = (span: Span): Fix => replace('Take it out', span, '')

const closingOf = (open: Token) => (isSymbol(open, '[') ? ']' : ')')
const isOperand = (token: Token | undefined) =>
  token?.kind === 'number' || isName(token) || isSymbol(token, '(') || isSymbol(token, '√')

/** What a sign that has no meaning here may have been meant for. */
const insteadOfSign: ReadonlyMap<string, string> = new Map([
  ['//', 'Write `/` for a quotient; rounding down has no gradient.'],
  ['%', 'There is no remainder gate.'],
  ['==', 'Wires carry numbers, not truth values. One `=` gives a name to an expression.'],
  ['<', 'Wires carry numbers, not truth values. `max` and `min` choose between them.'],
  ['>', 'Wires carry numbers, not truth values. `max` and `min` choose between them.'],
  ['<=', 'Wires carry numbers, not truth values. `max` and `min` choose between them.'],
  ['>=', 'Wires carry numbers, not truth values. `max` and `min` choose between them.'],
  ['!=', 'Wires carry numbers, not truth values.'],
  ['&', 'Wires carry numbers, not truth values.'],
  ['|', 'Write `abs(x)` for the size of x; there is no “or” between numbers.'],
  ['!', 'There is no factorial gate.'],
  ['{', 'Use round brackets.'],
  ['}', 'Use round brackets.'],
  ['"', 'Text has no place in a circuit.'],
  ["'", 'Text has no place in a circuit. A derivative is not written, it is computed.'],
])

/** The ways in which an expression can go wrong, each with where and what next. */
export const expressionProblem = {
  word: (text: string, span: Span): Problem | null => {
    const hint = insteadOf(text)
    return hint === undefined
      ? null
      : { message: `\`${text}\` is a word of Python that is not run here.`, span, hint }
  },

  tooDeep: (bracket: Token): Problem => ({
    message: `Brackets are nested more than ${budget.nesting} deep here.`,
    span: bracket.span,
    hint: 'Name an inner part on a line of its own and use the name.',
  }),

  neverOpened: (token: Token): Problem => ({
    message: `This \`${token.text}\` closes nothing.`,
    span: token.span,
    hint: `Take it out, or open a bracket before it.`,
    fix: remove(token.span),
  }),

  mismatched: (token: Token, open: Token): Problem => ({
    message: `This \`${token.text}\` cannot close the \`${open.text}\` before it.`,
    span: token.span,
    hint: `Write \`${closingOf(open)}\` here.`,
    fix: replace(`Write ${closingOf(open)}`, token.span, closingOf(open)),
  }),

  strayComma: (token: Token): Problem => ({
    message: 'A comma has no place here.',
    span: token.span,
    hint: 'Commas stand between the inputs of a gate, `max(x, y)`. A decimal comma is written as a point.',
  }),

  unclosed: (open: Token, tokens: readonly Token[], { complete }: { complete: boolean }): Problem => {
    const last = tokens.at(-1) ?? open
    const message = `This \`${open.text}\` is never closed.`
    if (complete)
      return {
        message,
        span: open.span,
        hint: `Write \`${closingOf(open)}\` where it should end.`,
        fix: insert(`Close it at the end of the line`, last.span.to, closingOf(open)),
      }
    const after = last.span.from === open.span.from ? 'it' : `\`${last.text}\``
    return { message, span: open.span, hint: `Write a value after ${after}, then \`${closingOf(open)}\`.` }
  },

  missingAtEnd: (tokens: readonly Token[], span: Span): Problem => {
    const last = tokens.at(-1)
    return last
      ? {
          message: `Something is missing after \`${last.text}\`.`,
          span: last.span,
          hint: 'Write a number, a name or an expression behind it.',
        }
      : { message: 'An expression is missing here.', span, hint: 'Write a number, a name or an expression.' }
  },

  /** A sign or bracket stands where a value should. */
  missingOperand: (tokens: readonly Token[], at: number): Problem => {
    const token = tokens[at] as Token
    const before = tokens[at - 1]
    const known = insteadOfSign.get(token.text)
    if (known && !/^[<>=]/.test(token.text))
      return { message: `\`${token.text}\` has no meaning here.`, span: token.span, hint: known }
    const between = before ? `between \`${before.text}\` and \`${token.text}\`` : `before \`${token.text}\``
    return {
      message: `A value is missing ${between}.`,
      span: token.span,
      hint: 'Write a number, a name or an expression there, or take the sign out.',
    }
  },

  tensor: (token: Token): Problem => ({
    message: `\`${token.text}\` multiplies matrices: vectors and matrices are not drawn yet.`,
    span: token.span,
    hint: 'Write the entries out: `w[0] * x[0] + w[1] * x[1]`.',
  }),

  twoExponents: (token: Token, first: Token): Problem => ({
    message: 'Two exponents in a row.',
    span: { from: first.span.from, to: token.span.to },
    hint: 'Write the exponent as a number: `x ** 23`, or `(x ** 2) ** 3`.',
  }),

  noBrackets: (gate: Token, input: Token): Problem => ({
    message: `\`${gate.text}\` is a gate: its input stands in brackets.`,
    span: { from: gate.span.from, to: input.span.to },
    hint: `Write \`${gate.text}(${input.text})\`.`,
    fix: replace(
      `Write ${gate.text}(${input.text})`,
      { from: gate.span.to, to: input.span.to },
      `(${input.text})`,
    ),
  }),

  /** Something stands behind a finished expression that cannot go on with it. */
  leftover: (tokens: readonly Token[], at: number): Problem => {
    const token = tokens[at] as Token
    const before = tokens[at - 1] as Token
    const word = isName(token) ? expressionProblem.word(token.text, token.span) : null
    if (word) return word
    if (token.text === '@') return expressionProblem.tensor(token)
    if (token.kind === 'number' && before.kind === 'number')
      return {
        message: `\`${before.text}\` and \`${token.text}\` are two numbers in a row.`,
        span: { from: before.span.from, to: token.span.to },
        hint: 'Write a sign between them, or take out the blank or the second point.',
      }
    if (isOperand(token))
      return {
        message: `\`${before.text} ${token.text}\`: a sign is missing between these two.`,
        span: { from: before.span.from, to: token.span.to },
        hint: 'Side by side they do not multiply; write `*` between them.',
        fix: insert(
          `Multiply: ${before.text} * ${token.text}`,
          before.span.to,
          before.span.to === token.span.from ? '*' : ' *',
        ),
      }
    if (token.text === '=')
      return {
        message: 'A second `=` in one statement.',
        span: token.span,
        hint: 'Give each name a line of its own.',
      }
    const hint = insteadOfSign.get(token.text) ?? 'Take it out.'
    return {
      message: `\`${token.text}\` has no meaning here.`,
      span: token.span,
      hint,
      ...(!insteadOfSign.has(token.text) && { fix: remove(token.span) }),
    }
  },
}

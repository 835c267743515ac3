import { budget } from '../lib/budget'
import type { Problem, Span } from '../lib/result'
import { isName, type Token } from './token'

/** The ways in which a statement can go wrong outside its expressions. */
export const statementProblem = {
  tooLong: (length: number): Problem => ({
    message: `This text has ${length.toLocaleString('en')} characters; up to ${budget.source.toLocaleString('en')} are read.`,
    span: { from: budget.source, to: length },
    hint: 'Shorten it to what the circuit needs.',
  }),

  word: (token: Token, hint: string): Problem => ({
    message: `\`${token.text}\` is a word of Python that is not run here.`,
    span: token.span,
    hint,
  }),

  comparison: (sign: Token): Problem => ({
    message: '`==` compares two values; nothing is compared here.',
    span: sign.span,
    hint: 'Write one `=` to give a name to an expression.',
    fix: { label: 'Write =', edits: [{ ...sign.span, insert: '=' }] },
  }),

  walrus: (sign: Token): Problem => ({
    message: '`:=` has no meaning here.',
    span: sign.span,
    hint: 'Write `=`.',
    fix: { label: 'Write =', edits: [{ ...sign.span, insert: '=' }] },
  }),

  /** What stands left of `=` is not a name. */
  target: (left: readonly Token[], [sign, ...right]: readonly Token[]): Problem => {
    const first = left[0]
    const last = left.at(-1)
    if (!first || !last)
      return {
        message: 'A name is missing before `=`.',
        span: sign?.span ?? { from: 0, to: 0 },
        hint: 'Write a name there.',
      }
    const span = { from: first.span.from, to: last.span.to }
    const [only, extra] = right
    const swaps = left.length === 1 && only && isName(only) && !extra
    if (swaps)
      return {
        message: `Only a name can stand left of \`=\`, and \`${first.text}\` is not one.`,
        span,
        hint: 'The name comes first, then what it is.',
        fix: {
          label: `Write ${only.text} = ${first.text}`,
          edits: [
            { ...span, insert: only.text },
            { ...only.span, insert: first.text },
          ],
        },
      }
    if (isName(first) && left[1]?.text === '[')
      return {
        message: 'The entries of a list are given all at once.',
        span,
        hint: `Write \`${first.text} = [2, -3]\`.`,
      }
    if (isName(first) && left.length === 2 && isName(left[1]))
      return {
        message: 'A name has no blanks in it.',
        span,
        hint: 'Join the words with `_`.',
        fix: {
          label: `Write ${first.text}_${last.text}`,
          edits: [{ ...span, insert: `${first.text}_${last.text}` }],
        },
      }
    return {
      message: 'Only a name can stand left of `=`.',
      span,
      hint: 'Write `f = …` for a wire, `x, y = 3, -4` for several inputs, `s(t) = …` for a gate of your own.',
    }
  },

  counts: (names: readonly Token[], values: number, span: Span): Problem => ({
    message: `${names.length} names on the left of \`=\`, and ${values} ${values === 1 ? 'value' : 'values'} on the right.`,
    span,
    hint: 'Give each name one value, in the same order.',
  }),

  import: (span: Span): Problem => ({
    message: 'This is not an import that Python knows.',
    span,
    hint: 'Nothing needs to be imported here: take the line out.',
    fix: { label: 'Take it out', edits: [{ ...span, insert: '' }] },
  }),

  def: (span: Span): Problem => ({
    message: 'A gate of your own fits in one line here.',
    span,
    hint: 'Write `def s(t): return 1 / (1 + exp(-t))`, or shorter `s(t) = 1 / (1 + exp(-t))`.',
  }),

  portTwice: (port: Token): Problem => ({
    message: `\`${port.text}\` is named twice among the inputs.`,
    span: port.span,
    hint: 'Give each input its own name.',
  }),
}

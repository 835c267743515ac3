import { budget } from '../lib/budget'
import { nearest } from '../lib/nearest'
import { placeOf } from '../lib/place'
import type { Problem, Span } from '../lib/result'

const replace = (label: string, span: Span, insert: string) => ({ label, edits: [{ ...span, insert }] })

/** Trouble that only shows when a tree becomes a circuit: names, gates and what is not there yet. */
/** What our gates are called in other places. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['logistic', 'sigmoid'],
  ['expit', 'sigmoid'],
  ['sigma', 'sigmoid'],
  ['fabs', 'abs'],
  ['root', 'sqrt'],
])

const times = (name: string, span: Span) => ({
  label: `Multiply: ${name} * (…)`,
  edits: [{ from: span.to, to: span.to, insert: ' * ' }],
})

/** A suggestion is looked for among so many names. */
const looked = 200

export const buildProblem = {
  nothing: (): Problem => ({
    message: 'There is nothing to draw yet.',
    span: { from: 0, to: 0 },
    hint: 'Type a program, for example `x = -2; y = 5; z = -4; f = (x + y) * z`.',
  }),

  noValueYet: (name: string, span: Span, first: { source: string; line: Span; uses: Span }): Problem => {
    const { source, line, uses } = first
    if (line.from === uses.from)
      return {
        message: `\`${name}\` has no value yet here.`,
        span,
        hint: `Give it a first value in a line above: \`${name} = 1\`.`,
        fix: {
          label: `Write ${name} = 1 above`,
          edits: [{ from: uses.from, to: uses.from, insert: `${name} = 1\n` }],
        },
      }
    const moved = withComment(source, line)
    const text = source.slice(moved.from, moved.to)
    const [its, here] = [placeOf(source, line.from).line, placeOf(source, uses.from).line]
    const short = text.length > 30 ? `${text.slice(0, 29)}…` : text
    return {
      message: `\`${name}\` has no value yet here.`,
      span,
      hint: its === here ? `Move \`${short}\` before it.` : `Move line ${its} up.`,
      fix: {
        label: `Move ${short} up`,
        edits: [
          { from: uses.from, to: uses.from, insert: `${text}\n` },
          { ...withSeparator(source, moved), insert: '' },
        ],
      },
    }
  },

  twoNames: (name: string, parts: readonly [string, string], span: Span): Problem => ({
    message: `\`${name}\` is one name, and no line gives it a value.`,
    span,
    hint: `Names are never split. To multiply, write \`${parts[0]} * ${parts[1]}\`.`,
    fix: replace(`Write ${parts[0]} * ${parts[1]}`, span, `(${parts[0]} * ${parts[1]})`),
  }),

  gateAsName: (name: string, span: Span): Problem => ({
    message: `\`${name}\` is a gate and needs its inputs.`,
    span,
    hint: `Write \`${name}(…)\`.`,
  }),

  unknownGate: (name: string, span: Span, known: readonly string[]): Problem => {
    const message = `\`${name}\` is not a gate I know.`
    if (name === 'pow') return { message, span, hint: 'Write a power with its sign: `x ** 2`.' }
    const meant = elsewhere.get(name.toLowerCase()) ?? nearest(name, known.slice(0, looked))
    if (meant)
      return {
        message,
        span,
        hint: `Did you mean \`${meant}\`?`,
        fix: replace(`Write ${meant}`, span, meant),
      }
    const hint = `Define it in a line above, such as \`${name}(t) = 2 * t\``
    return name.length > 2
      ? { message, span, hint: `${hint}.` }
      : { message, span, hint: `${hint}; for a product write \`*\`.`, fix: times(name, span) }
  },

  wireAsGate: (name: string, span: Span): Problem => ({
    message: `\`${name}\` is a wire, not a gate.`,
    span,
    hint: `To multiply, write \`${name} * (…)\`.`,
    fix: times(name, span),
  }),

  notAnInput: (gate: { gate: string; ports: readonly string[] }, name: string, span: Span): Problem => ({
    message: `\`${name}\` is not an input of \`${gate.gate}\`.`,
    span,
    hint: `A gate knows its inputs alone. Name it among them: \`${gate.gate}(${[...gate.ports, name].join(', ')}) = …\`.`,
  }),

  inside: (name: string, span: Span): Problem => ({
    message: `\`${name}\` is used inside its own definition.`,
    span,
    hint: 'A gate is made of gates that stand above it.',
  }),

  inputs: (name: string, span: Span, counts: { wants: string; takes: number; has: number }): Problem => ({
    message: `\`${name}\` takes ${counts.wants}, and here it has ${counts.has === 0 ? 'none' : counts.has}.`,
    span,
    hint:
      counts.has > counts.takes
        ? 'Take out what is too much.'
        : 'Write them between the brackets, separated by commas.',
  }),

  bodyTooLarge: (name: string, span: Span): Problem => ({
    message: `With \`${name}\`, the gates of this text are made of more than ${budget.bodies.toLocaleString('en')} gates.`,
    span,
    hint: 'A gate that uses another twice doubles it. Use fewer of them.',
  }),

  tensor: (what: string, span: Span): Problem => ({
    message: `${what}: vectors and matrices are not drawn yet.`,
    span,
    hint: 'Name the entries: `w = [2, -3, -3]` and then `w[0]`, `w[1]`, or a name for each number.',
  }),

  listAsNumber: (name: string, span: Span): Problem => ({
    message: `\`${name}\` is a list; a gate here takes single numbers.`,
    span,
    hint: `Pick an entry: \`${name}[0]\`.`,
    fix: replace(`Write ${name}[0]`, span, `${name}[0]`),
  }),

  noList: (text: string, span: Span): Problem => ({
    message: `\`${text}\` is not a list, so it has no entries.`,
    span,
    hint: 'Give it its entries in a line above: `w = [2, -3, -3]`.',
  }),

  noEntry: (name: string, span: Span, length: number): Problem => ({
    message: `\`${name}\` has no such entry.`,
    span,
    hint: `It has ${length}: \`${name}[0]\`${length > 1 ? ` to \`${name}[${length - 1}]\`` : ''}.`,
  }),

  emptyList: (span: Span): Problem => ({
    message: 'This list is empty.',
    span,
    hint: 'Write its numbers: `[2, -3, -3]`.',
  }),
}

/** A statement alone on its line takes its comment, and so its tag, along. */
const withComment = (source: string, line: Span): Span => {
  const start = source.lastIndexOf('\n', line.from - 1) + 1
  const next = source.indexOf('\n', line.to)
  const end = next < 0 ? source.length : next
  const alone = source.slice(start, line.from).trim() === ''
  const isComment = source.slice(line.to, end).trimStart().startsWith('#')
  return alone && isComment ? { from: line.from, to: end } : line
}

/** A line with the separator behind it, so that moving it leaves no empty line. */
const withSeparator = (source: string, line: Span): Span => {
  let to = line.to
  while (source[to] === ' ') to++
  if (source[to] === ';' || source[to] === '\n') return { from: line.from, to: to + 1 }
  let from = line.from
  while (from > 0 && /[\s;]/.test(source[from - 1] as string)) from--
  return { from, to: line.to }
}

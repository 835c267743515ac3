import { backwardLines, namedAfter } from '../circuit/backward-lines'
import type { Wire } from '../circuit/circuit'
import { grammar } from '../gates/index'
import { constants } from '../gates/run'
import { parse } from '../language/parse'
import { scan, tokenize } from '../language/scan'
import { split, tokensOf } from '../language/split'
import type { Statement } from '../language/statement'
import { isName, isSymbol, type Token } from '../language/token'
import { heads, insteadOf } from '../language/words'
import { budget } from '../lib/budget'
import { placeOf } from '../lib/place'
import { remember } from '../lib/remember'
import type { Problem, Result, Span } from '../lib/result'
import { compile, type Program, passOf } from './derive'

/** Where a name stands for a wire, an input or a gate of the program's own. */
type Place = { readonly name: string; readonly span: Span; readonly isAside: boolean }

/** What a text calls what. */
type Naming = {
  readonly places: readonly Place[]
  /** Names of hand-written gradients, `dq` and `dfdq`, each with what it is named after: `q`; `f` and `q`. */
  readonly gradients: ReadonlyMap<string, readonly string[]>
  /** Names that gates of the program's own have for their inputs. */
  readonly ports: ReadonlySet<string>
  /** Every name there is, but for those ports. */
  readonly taken: ReadonlySet<string>
}

/** The name at or touching a place in the text; null for a gate of the catalogue, a port, a word or a number. */
export const nameAt = (source: string, offset: number): string | null =>
  namingOf(source).places.find(({ span }) => span.from <= offset && offset <= span.to)?.name ?? null

/** The text with a wire, an input or a gate of its own called `to`; refused where anything else would change. */
export const rename = (
  source: string,
  { from, to }: { readonly from: string; readonly to: string },
): Result<string> => {
  if (from === to) return { ok: true, value: source }
  const before = compile(source)
  if (!before.ok) return refuse(unread(source, before.problems[0]))
  const naming = namingOf(source)
  const first = naming.places.find((place) => place.name === from)
  if (!first) return refuse(noName(from, naming))
  const parts = naming.gradients.get(from)
  if (parts && naming.places.every((place) => place.name !== from || place.isAside))
    return refuse(isGradient(from, parts, first.span))
  const unfit = notAName(to, first.span)
  if (unfit) return refuse(unfit)
  const renamed = renaming(naming, { from, to })
  for (const name of renamed.values()) if (naming.taken.has(name)) return refuse(taken(name, to, first.span))
  const text = rewritten(source, naming.places, { from, to, renamed })
  const after = compile(text)
  if (after.ok && isSame(before.value, after.value, { from, to })) return { ok: true, value: text }
  return refuse(changes(to, first.span, after.ok ? undefined : after.problems[0]))
}

const isWord = (name: string): boolean => heads.has(name) || insteadOf(name) !== undefined

const namingOf = remember((source: string): Naming => {
  const places: Place[] = []
  const gradients = new Map<string, readonly string[]>()
  const ports = new Set<string>()
  const taken = new Set<string>()
  if (source.length > budget.source) return { places, gradients, ports, taken }
  const { statements } = parse(source, grammar)
  const { tokens } = tokenize(source)
  const asides = backwardLines(statements)
  const output = statements.findLast((line) => line.kind !== 'import' && !asides.has(line))
  const given = namesGiven(statements)
  const own = new Set<string>()
  const above = new Set<string>()
  let i = 0
  for (const line of split(tokens)) {
    const statement = statements[i++] as Statement
    const isAside = asides.has(statement)
    const isGate = statement.kind === 'define' && statement !== output
    if (isAside) for (const name of namesGiven([statement])) gradients.set(name, namedAfter(name, above))
    const words = tokensOf(line)
    words.forEach((token, k) => {
      if (!isName(token) || isWord(token.text)) return
      const role = roleOf(token, { statement, before: words[k - 1], after: words[k + 1] })
      const isPort = isGate && role === 'name'
      if (isPort) ports.add(token.text)
      else taken.add(token.text)
      above.add(token.text)
      const isNumber = constants.has(token.text) && !given.has(token.text)
      const isPlace = role === 'given' || (role === 'callee' ? own.has(token.text) : role === 'name')
      if (isPlace && !isPort && !isNumber) places.push({ name: token.text, span: token.span, isAside })
    })
    if (isGate) own.add(statement.name)
  }
  // `math` and its dot are in no statement.
  for (const token of tokens.slice()) if (isName(token) && !ports.has(token.text)) taken.add(token.text)
  return { places, gradients, ports, taken }
})

const namesGiven = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    statements.flatMap((line) => {
      if (line.kind === 'assign') return line.assignments.map((assigned) => assigned.name)
      return line.kind === 'define' ? [line.name] : []
    }),
  )

type Role = 'given' | 'callee' | 'name' | 'other'

const roleOf = (
  token: Token,
  at: { statement: Statement; before: Token | undefined; after: Token | undefined },
): Role => {
  const { statement, before, after } = at
  if (statement.kind === 'import' || isSymbol(before, '.')) return 'other'
  if (statement.kind === 'define' && statement.at.from === token.span.from) return 'given'
  return isSymbol(after, '(') ? 'callee' : 'name'
}

/** What is called otherwise in backward lines, where gradients are renamed with what they are named after. */
const renaming = (
  { gradients }: Naming,
  { from, to }: { from: string; to: string },
): ReadonlyMap<string, string> => {
  const renamed = new Map([[from, to]])
  for (const [name, parts] of gradients)
    if (parts.some((part) => renamed.has(part)))
      renamed.set(name, parts.map((part) => `d${renamed.get(part) ?? part}`).join(''))
  return renamed
}

const rewritten = (
  source: string,
  places: readonly Place[],
  { from, to, renamed }: { from: string; to: string; renamed: ReadonlyMap<string, string> },
): string => {
  const parts: string[] = []
  let end = 0
  for (const { name, span, isAside } of places) {
    const called = name === from ? to : isAside ? renamed.get(name) : undefined
    if (called === undefined) continue
    parts.push(source.slice(end, span.from), called)
    end = span.to
  }
  return parts.concat(source.slice(end)).join('')
}

/** Are two programs the same but that what was `from` is `to`? */
const isSame = (before: Program, after: Program, names: { from: string; to: string }): boolean => {
  const [old, now] = [before.circuit, after.circuit]
  if (old.wires.length !== now.wires.length || old.output !== now.output) return false
  if (before.asides.length !== after.asides.length || !isList(old.inputs, now.inputs)) return false
  if (!old.wires.every((wire, i) => isSameWire(wire, now.wires[i] as Wire, names))) return false
  const [then, next] = [passOf(before), passOf(after)]
  return isList(then.values, next.values) && isList(then.gradients, next.gradients)
}

const isList = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from(a).every((number, i) => Object.is(number, b[i]))

const isSameWire = (old: Wire, now: Wire, names: { from: string; to: string }): boolean => {
  const called = old.names.map((name) => calledNow(name, names))
  if (called.length !== now.names.length || called.some((name, i) => name !== now.names[i])) return false
  const [a, b] = [old.maker, now.maker]
  if (old.tag !== now.tag) return false
  if (a.kind === 'input') return b.kind === 'input' && a.slot === b.slot
  // A constant's text may have a gate in it that is called otherwise now, `s(2)`.
  if (a.kind === 'constant') return b.kind === 'constant' && Object.is(a.constant.value, b.constant.value)
  if (b.kind !== 'gate' || !isList(a.inputs, b.inputs)) return false
  if (!Object.is(a.constant?.value, b.constant?.value)) return false
  return a.gate.body && b.gate.body ? b.gate.name === calledNow(a.gate.name, names) : a.gate === b.gate
}

/** `x`, `x@1` and `x[0]` are all called after `x`. */
const calledNow = (name: string, { from, to }: { from: string; to: string }): string => {
  const next = name[from.length]
  const isIts = name.startsWith(from) && (next === undefined || next === '@' || next === '[')
  return isIts ? to + name.slice(from.length) : name
}

const refuse = (problem: Problem): Result<never> => ({ ok: false, problems: [problem] })

const nowhere: Span = { from: 0, to: 0 }
const another = 'Choose another name.'

const unread = (source: string, problem: Problem | undefined): Problem => {
  const span = problem?.span ?? nowhere
  const { line } = placeOf(source, span.from)
  return {
    message: `Nothing is renamed while the text has a problem, as in line ${line}.`,
    span,
    hint: problem ? `${problem.message} ${problem.hint}` : 'Write a program first.',
  }
}

const noName = (from: string, { ports }: Naming): Problem => {
  const of = (message: string, hint: string): Problem => ({ message, span: nowhere, hint })
  if (ports.has(from))
    return of(`\`${from}\` is known only inside its gate.`, 'Change it in the line that defines the gate.')
  if (grammar.calls.has(from))
    return of(
      `\`${from}\` is a gate of the catalogue and keeps its name.`,
      'Rename a wire, an input or a gate of your own.',
    )
  if (constants.has(from))
    return of(`\`${from}\` is a number and keeps its name.`, `Give it a name of your own: \`k = ${from}\`.`)
  return of(`\`${from}\` is no name in this text.`, 'Choose a name that stands in it.')
}

const isGradient = (from: string, parts: readonly string[], span: Span): Problem => ({
  message: `\`${from}\` is called after what it is the gradient of.`,
  span,
  hint: `Rename ${parts.map((part) => `\`${part}\``).join(' or ')}: \`${from}\` follows.`,
})

/** Why `to` cannot be a name at all; null if it can. */
const notAName = (to: string, span: Span): Problem | null => {
  if (to === '') return { message: 'The new name is empty.', span, hint: 'Write a name.' }
  if (to.length > budget.name)
    return {
      message: `The new name has ${to.length} characters; a name may have ${budget.name}.`,
      span,
      hint: 'Choose a shorter name.',
    }
  if (isWord(to))
    return { message: `\`${to}\` is a word of Python and cannot be a name.`, span, hint: another }
  const { tokens, problems } = scan(to)
  const [problem] = problems
  if (problem) return { message: problem.message, span, hint: problem.hint }
  if (tokens.length === 1 && isName(tokens[0]) && tokens[0].text === to) return null
  return {
    message: `\`${to}\` is not one name.`,
    span,
    hint: 'A name is made of a–z, A–Z, Greek letters, digits and _, and does not begin with a digit.',
  }
}

const taken = (name: string, to: string, span: Span): Problem => ({
  message: `\`${name}\` is already used in this text${name === to ? '' : `, and would be the gradient of \`${to}\``}.`,
  span,
  hint: another,
})

const changes = (to: string, span: Span, problem: Problem | undefined): Problem => ({
  message: `\`${to}\` would change what the circuit computes.`,
  span,
  hint: problem ? `${problem.message} ${another}` : another,
})

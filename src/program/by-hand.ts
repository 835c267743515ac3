import { namedAfter } from '../circuit/backward-lines'
import { asTheyAnswer, type Wire } from '../circuit/circuit'
import { operatorOf } from '../gates/run'
import { type Expr, operandsOf } from '../language/expr'
import { preciseNumber } from '../lib/format'
import { remember } from '../lib/remember'
import type { Span } from '../lib/result'
import { edgeAt, localAt, shareAt } from '../pass/backward'
import { type Program, passOf } from './derive'

/** A backward line that somebody wrote by hand, beside the gradient that it is meant to be. */
export type HandLine = {
  readonly span: Span
  /** `dq`, and the key of q's wire. */
  readonly name: string
  readonly wire: string | null
  readonly value: number
  /** `open`: a later line goes on with it, or it cannot be compared. */
  readonly verdict: 'right' | 'wrong' | 'open'
  /** What there is to say of it, in one sentence. */
  readonly says: string
}

/** Every backward line written by hand, in its order, worked out with the numbers of the forward pass. */
export const handLinesOf = remember((program: Program): readonly HandLine[] => {
  const { circuit, asides } = program
  const pass = passOf(program)
  const wireOf = new Map<string, Wire>()
  for (const wire of circuit.wires) for (const name of wire.names) wireOf.set(name, wire)
  const env = new Map([...wireOf].map(([name, wire]) => [name, pass.values[wire.id] as number]))
  const output = circuit.wires[circuit.output] as Wire
  const names = new Set(wireOf.keys())
  const lines = asides.flatMap((statement) =>
    statement.kind === 'assign'
      ? statement.assignments.map(({ name, value }) => ({ span: statement.span, name, value }))
      : [],
  )
  const targetOf = (name: string): Wire | undefined => {
    const [first = '', second] = namedAfter(name, names)
    if (second === undefined) return wireOf.get(first)
    return output.names.includes(first) ? wireOf.get(second) : undefined
  }
  /** The same numbers, but with every gradient as it should be. */
  const sound = new Map(env)
  return lines.map(({ span, name, value }, i): HandLine => {
    const wire = targetOf(name)
    const found = numberOf(value, env, program)
    const told = { span, name, wire: wire?.key ?? null, value: found }
    const here = numberOf(value, sound, program)
    env.set(name, found)
    const gradient = wire && (pass.gradients[wire.id] as number)
    const goesOn = lines.slice(i + 1).some((later) => later.name === name)
    sound.set(name, goesOn || gradient === undefined ? here : gradient)
    if (!wire || gradient === undefined || Number.isNaN(found))
      return {
        ...told,
        verdict: 'open',
        says: 'This line cannot be compared with a gradient of the circuit.',
      }
    if (goesOn) return { ...told, verdict: 'open', says: 'A later line goes on with it.' }
    if (near(found, gradient))
      return { ...told, verdict: 'right', says: `The gradient is ${preciseNumber(gradient)} here, too.` }
    const why = near(here, gradient)
      ? 'This line is right; one that it builds on is not.'
      : differenceAt(program, wire, found)
    return { ...told, verdict: 'wrong', says: `The gradient is ${preciseNumber(gradient)}. ${why}` }
  })
})

const near = (a: number, b: number): boolean =>
  Object.is(a + 0, b + 0) || Math.abs(a - b) <= 1e-6 * Math.max(1e-6, Math.abs(a), Math.abs(b))

/** What a wrong value looks like. */
const differenceAt = (program: Program, wire: Wire, found: number): string => {
  const pass = passOf(program)
  const gradient = pass.gradients[wire.id] as number
  const uses = asTheyAnswer(wire.uses).filter(({ by }) => program.circuit.wires[by]?.reachesOutput)
  const shares = uses.map(({ by, port }) => shareAt(pass, edgeAt(pass, by, port)))
  if (near(found, -gradient)) return 'Its sign is the other way round.'
  if (shares.length > 1 && shares.some((share) => near(share, found)))
    return `It holds one share of ${shares.length}: where a wire forks, each branch adds its own, with +=.`
  if (shares.length > 1 && shares.some((share) => near(gradient - share, found)))
    return `One share of ${shares.length} is missing.`
  const [only] = uses
  if (only && uses.length === 1) {
    const upstream = pass.gradients[only.by] as number
    const local = localAt(pass, edgeAt(pass, only.by, only.port))
    if (near(found, local)) return `The upstream gradient ${preciseNumber(upstream)} is missing.`
    if (near(found, upstream)) return `The local gradient ${preciseNumber(local)} is missing.`
    return `It is upstream ${preciseNumber(upstream)} times local ${preciseNumber(local)}.`
  }
  return `It is the sum of ${shares.length} shares: ${shares.map(preciseNumber).join(', ')}.`
}

/** The value of an expression with these numbers; NaN where it asks for what is not among them. */
const numberOf = (expr: Expr, env: ReadonlyMap<string, number>, { gates }: Program): number => {
  const values: number[] = []
  for (const node of expr) {
    const operator = operatorOf(node, gates)
    const operands = operandsOf(node).map((at) => values[at] as number)
    if (operator) values.push(operator.gate.value(operands, operator.constant ?? 0))
    else if (node.kind === 'number') values.push(node.value)
    else if (node.kind === 'name') values.push(env.get(node.name) ?? Number.NaN)
    else values.push(entryOf(expr, values.length, env))
  }
  return values.at(-1) ?? Number.NaN
}

/** `w[0]` by its name. */
const entryOf = (expr: Expr, at: number, env: ReadonlyMap<string, number>): number => {
  const node = expr[at]
  if (node?.kind !== 'entry') return Number.NaN
  const [list, index] = operandsOf(node).map((operand) => expr[operand])
  return list?.kind === 'name' && index?.kind === 'number'
    ? (env.get(`${list.name}[${index.value}]`) ?? Number.NaN)
    : Number.NaN
}

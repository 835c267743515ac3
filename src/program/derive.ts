import { building } from '../circuit/build'
import { grammar } from '../gates/index'
import { parsing } from '../language/parse'
import { budget } from '../lib/budget'
import { drained, upTo } from '../lib/drained'
import { remember } from '../lib/remember'
import type { Result } from '../lib/result'
import { type Pass, runPass } from '../pass/backward'
import { preparing } from '../pass/engine'
import { withLiteral } from './literal-edit'
import type { Move, Program } from './program'
import { tooMany } from './too-many'

export type { Program }

const unmoved: readonly Move[] = []

type Whole = { readonly ok: true; readonly value: Program }

/** What was found of texts that were asked for lately; and of those the whole ones, the last first: the next text often differs from one of them by a number. */
type Memory = {
  readonly most: number
  wholes: readonly Whole[]
  readonly found: Map<string, Result<Program>>
}
const memory = (most: number): Memory => ({ most, wholes: [], found: new Map() })
/** Long texts are kept apart: it takes too long to read one again for the sake of some short ones. A large circuit takes much room. */
const [short, long] = [memory(4), memory(2)]
const memoryOf = (source: string): Memory => (source.length > budget.atOnce ? long : short)
/** What nothing is known of, so that it is not looked for again and again. */
let missed: string | null = null

/** Remembers what a text was read as; gives it back. */
export const keep = (source: string, found: Result<Program>): Result<Program> => {
  const memory = memoryOf(source)
  missed = null
  if (found.ok)
    memory.wholes = [found, ...memory.wholes.filter((whole) => whole !== found)].slice(0, memory.most)
  memory.found.delete(source)
  const oldest = memory.found.keys().next()
  if (memory.found.size >= memory.most && !oldest.done) memory.found.delete(oldest.value)
  memory.found.set(source, found)
  return found
}

/** What is known of a text without reading all of it: it was asked for lately, or one that was with another number. */
export const knownOf = (source: string): Result<Program> | null => {
  if (source === missed) return null
  const memory = memoryOf(source)
  const found = memory.found.get(source)
  if (found) {
    // What is asked for is kept: the last whole text is, all the time.
    memory.found.delete(source)
    memory.found.set(source, found)
    return found
  }
  const whole = memory.wholes.find(({ value }) => value.source === source)
  if (whole) return whole
  for (const before of memory.wholes) {
    const again = withLiteral(before.value, source)
    if (!again) continue
    memory.wholes = memory.wholes.filter((whole) => whole !== before)
    return keep(source, { ok: true, value: again })
  }
  missed = source
  return null
}

/** Text → program, or everything that is wrong with it, in order of place. Nothing throws. Lately asked: remembered. */
export const compile = (source: string): Result<Program> =>
  knownOf(source) ?? keep(source, compileAnew(source))

/** The same from the text alone, whatever came before. */
export const compileAnew = (source: string): Result<Program> => drained(reading(source))

/** The shares of the work that are over with the tree and with the circuit. */
const [parsed, wired, computing] = [0.3, 0.95, 0.98]

/** The same in slices, for a text so long that a page wants to go on meanwhile; yields how much of it is done. */
export function* reading(source: string): Generator<number, Result<Program>> {
  const { statements, problems } = yield* upTo(0, parsed, parsing(source, grammar))
  const built = yield* upTo(parsed, wired, building(source, statements))
  if (built.ok && problems.length === 0) {
    const { circuit, literals } = built.value
    const beyond = tooMany(circuit, budget.computed, 'computed')
    if (beyond) return { ok: false, problems: [beyond] }
    const program = { ...built.value, source, moves: unmoved, base: literals }
    if (source.length > budget.atOnce) {
      // Of a long text the numbers take a moment, too, and are wanted next.
      yield* upTo(wired, computing, preparing(circuit))
      yield computing
      passOf(program)
    }
    return { ok: true, value: program }
  }
  const found = [...problems, ...(built.ok ? [] : built.problems)]
  return { ok: false, problems: found.toSorted((a, b) => a.span.from - b.span.from) }
}

export const inputsOf = (program: Program): Float64Array =>
  Float64Array.from(program.literals, (literal) => literal.value)

/** Forward and backward over a whole program. */
export const passOf = remember((program: Program): Pass => runPass(program.circuit, inputsOf(program)))

export type Evaluation = {
  readonly output: number
  /** Of every named wire and input: `x`, `w[0]`, and `x@1` for a wire that a later line shadows. */
  readonly values: ReadonlyMap<string, number>
  /** ∂output/∂wire; 0 where the wire does not reach the output. */
  readonly gradients: ReadonlyMap<string, number>
}

/** A program's numbers by name. Imports nothing of the browser. */
export const evaluate = (source: string): Result<Evaluation> => {
  const compiled = compile(source)
  if (!compiled.ok) return compiled
  const { circuit, values, gradients } = passOf(compiled.value)
  const named = (numbers: Float64Array) =>
    new Map(
      circuit.wires.flatMap(({ id, names }) => names.map((name) => [name, numbers[id] as number] as const)),
    )
  const output = values[circuit.output] as number
  return { ok: true, value: { output, values: named(values), gradients: named(gradients) } }
}

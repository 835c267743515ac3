import type { Wire } from '../circuit/circuit'
import { grammar } from '../gates/index'
import { parse } from '../language/parse'
import { latest, remember } from '../lib/remember'
import type { Span } from '../lib/result'
import type { Program } from '../program/derive'
import { programOf } from '../program/drawable'
import { spanIn } from '../program/literal-edit'
import { wireByKey } from '../scene/picture'
import type { Subject } from '../scene/scene'
import type { Session } from './session'

/** What a name in the text stands for. */
export type Role = 'input' | 'wire' | 'output'

/** What a word that is typed may become: a name, or a gate of the program's own with its inputs. */
export type Known = {
  readonly roles: ReadonlyMap<string, Role>
  readonly gates: readonly { readonly name: string; readonly signature: string }[]
  /** Where the names of a gate's own inputs stand for those, and for nothing outside it. */
  readonly inside: readonly { readonly span: Span; readonly ports: readonly string[] }[]
}

const noSpans: readonly Span[] = []
const nothing: Known = { roles: new Map(), gates: [], inside: [] }

/** What the names in the last whole text stand for; of a name given several times, the role of the last. */
export const knownOf = ({ whole }: Session): Known => {
  const program = programOf(whole)
  return program ? known(program) : nothing
}

const known = remember(({ source, circuit, gates }: Program): Known => {
  const roles = new Map<string, Role>()
  for (const wire of circuit.wires)
    for (const name of wire.names) roles.set(stemOf(name), roleOf(wire, circuit.output))
  const own = [...gates].map(([name, { ports }]) => ({ name, signature: `${name}(${ports.join(', ')})` }))
  // Most programs have no gates of their own: those are not read once more.
  const statements = gates.size === 0 ? [] : parse(source, grammar).statements
  const inside = statements.flatMap((line) =>
    line.kind === 'define' && gates.has(line.name) ? [{ span: line.span, ports: line.ports }] : [],
  )
  return { roles, gates: own, inside }
})

const roleOf = ({ id, maker }: Wire, output: number): Role => {
  if (id === output) return 'output'
  return maker.kind === 'input' ? 'input' : 'wire'
}

/** `w` of `w[0]`, `x` of `x@1`. */
const stemOf = (name: string): string => /^[^@[]*/.exec(name)?.[0] ?? name

/** The text of what is being asked about, and for a share of what it goes to; nothing while the text is broken. */
export const litSpansOf = ({ source, whole, asked }: Session): readonly Span[] => {
  const program = source === whole ? programOf(whole) : null
  return program && asked ? litSpans(program, asked) : noSpans
}

const litSpans = latest((program: Program, asked: Subject): readonly Span[] => {
  const wire = wireByKey(program, asked.wire)
  return wire ? spansOf(program, wire) : noSpans
})

/** Where a wire stands in the text: its expression; for an input its name and its number. */
const spansOf = (program: Program, wire: Wire): readonly Span[] => {
  const span = spanIn(program, wire.span)
  const literal = wire.maker.kind === 'input' ? program.literals[wire.maker.slot] : undefined
  return literal?.span ? [span, literal.span] : [span]
}

/** The text of the gate whose question is kept: picking it selects it. */
export const pickedSpanOf = (session: Session): Span | null =>
  session.pinned && session.asked?.about === 'gate' ? (litSpansOf(session)[0] ?? null) : null

/** The expression that the output comes from; where the text is broken, its end. */
export const outputSpanOf = ({ source, whole }: Session): Span => {
  const program = source === whole ? programOf(whole) : null
  const output = program?.circuit.wires[program.circuit.output]
  return program && output ? spanIn(program, output.span) : { from: source.length, to: source.length }
}

/** Keys of the wires that the caret stands in: of the innermost expression around it, or of its statement. */
export const pointedOf = ({ source, whole, cursor }: Session): string => {
  const program = source === whole && cursor !== null ? programOf(whole) : null
  return program && cursor !== null ? pointed(program, cursor) : ''
}

const pointed = latest((program: Program, cursor: number): string => {
  const { circuit, source, literals } = program
  const [start, end] = [before(source, cursor), after(source, cursor)]
  const holds = (span: Span | null | undefined): boolean =>
    span != null && span.from <= cursor && cursor <= span.to
  let [around, least]: [Wire[], number] = [[], Number.POSITIVE_INFINITY]
  let [within, most]: [Wire[], number] = [[], 0]
  for (const wire of circuit.wires) {
    const span = spanIn(program, wire.span)
    const length = span.to - span.from
    const literal = wire.maker.kind === 'input' ? literals[wire.maker.slot]?.span : null
    if (length <= least && (holds(span) || holds(literal))) {
      around = length < least ? [wire] : [...around, wire]
      least = length
    }
    if (length >= most && span.from >= start && span.to <= end) {
      within = length > most ? [wire] : [...within, wire]
      most = length
    }
  }
  return (around.length > 0 ? around : within).map(({ key }) => key).join('\n')
})

const separators = /[;\n]/

const before = (source: string, cursor: number): number => {
  let at = cursor
  while (at > 0 && !separators.test(source[at - 1] ?? '')) at--
  return at
}

const after = (source: string, cursor: number): number => {
  let at = cursor
  while (at < source.length && !separators.test(source[at] ?? '')) at++
  return at
}

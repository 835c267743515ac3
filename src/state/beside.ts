import { signOf, type Wire } from '../circuit/circuit'
import { inOrderOfFirstUse } from '../circuit/first-use'
import { latest } from '../lib/remember'
import { type Check, checkOf } from '../pass/check'
import { type Nudge, nudgeOf } from '../pass/nudge'
import type { Path } from '../pass/paths'
import { gradientAt, type Known, knownAt, momentAt, type Story, voicesOf } from '../pass/story'
import { inputsOf, type Program, passOf } from '../program/derive'
import { programOf } from '../program/drawable'
import { type Chain, chainOf } from '../scene/chain'
import { isKnown } from '../scene/known'
import { wireByKey } from '../scene/picture'
import { idOf, type Subject } from '../scene/scene'
import { called } from '../scene/words'
import type { Session } from './session'
import { knownIn, storyIn, whereIn } from './stepping'
import { pathsIn } from './views'

/** A wire that can be nudged. */
export type Handle = { readonly key: string; readonly name: string; readonly chosen: boolean }

export type Nudged = {
  readonly handles: readonly Handle[]
  readonly output: string
  readonly size: number
  /** Null where the story has not come so far that it can be told. */
  readonly nudge: Nudge | null
  /** Of the one wire that is nudged; null where there are several. */
  readonly check: Check | null
}

/** What a nudge of the chosen wires does; of the one asked about, or of the first input, where none are chosen. */
export const nudgedIn = (session: Session): Nudged | null => {
  const { whole, asked, bench } = session
  const program = programOf(whole)
  return program && nudged(program, asked?.wire ?? null, bench.nudged, bench.size, knownIn(session))
}

const nudged = latest(
  (
    program: Program,
    asked: string | null,
    chosen: readonly string[],
    size: number,
    known: Known | null,
  ): Nudged | null => {
    const { circuit } = program
    const pass = passOf(program)
    const inputs = inOrderOfFirstUse(
      circuit,
      circuit.wires.filter(({ maker }) => maker.kind === 'input'),
    )
    const inner = circuit.wires.filter(
      ({ key, maker }) => maker.kind === 'gate' && (key === asked || chosen.includes(key)),
    )
    const all = [...inputs, ...inner]
    const wanted = all.filter(({ key }) => chosen.includes(key))
    const wires =
      wanted.length > 0 ? wanted : all.filter(({ key }) => key === (asked ?? inputs[0]?.key)).slice(0, 1)
    if (wires.length === 0) return null
    const numbers = inputsOf(program)
    const ids = wires.map(({ id }) => id)
    const isTold = known === null || ids.every((id) => gradientAt(pass, known, id) === 'whole')
    return {
      handles: all.map((wire) => ({
        key: wire.key,
        name: called(wire),
        chosen: wires.includes(wire),
      })),
      output: called(circuit.wires[circuit.output] as Wire),
      size,
      nudge: isTold ? nudgeOf(pass, numbers, ids, size) : null,
      check: isTold && ids.length === 1 ? checkOf(pass, numbers, ids[0] as (typeof ids)[number]) : null,
    }
  },
)

/** The paths of the wire asked about, in words. */
export type Ways = {
  readonly from: string
  readonly count: number
  readonly ways: readonly { readonly names: readonly string[]; readonly path: Path }[]
  readonly sum: number
}

/** `later`: the backward pass has not come to that wire yet. */
export const waysIn = (session: Session): Ways | 'later' | null => {
  const program = programOf(session.whole)
  const paths = pathsIn(session)
  const { wires } = program?.circuit ?? { wires: [] }
  const from = program && session.asked && wireByKey(program, session.asked.wire)
  if (!program || !paths || !from) return null
  const known = knownIn(session)
  if (known && gradientAt(passOf(program), known, from.id) !== 'whole') return 'later'
  return worded(paths, from, wires)
}

const worded = latest(
  (paths: NonNullable<ReturnType<typeof pathsIn>>, from: Wire, wires: readonly Wire[]): Ways => ({
    from: called(from),
    count: paths.count,
    ways: paths.paths.map((path) => ({
      names: [called(from), ...path.edges.map(({ gate }) => stationOf(wires[gate] as Wire))],
      path,
    })),
    sum: paths.sum,
  }),
)

/** A gate on a path by the name of its wire, or by its sign. */
const stationOf = (wire: Wire): string => {
  const name = called(wire)
  return wire.names.length > 0 || name.length <= 8 ? name : signOf(wire)
}

/** A chain, and what it is of: the same formula while only its numbers change. */
export type Keyed = { readonly key: string; readonly chain: Chain }

const none: readonly Keyed[] = []

/** The chain rule of what is asked about, or else of what the step has just sent; nothing that is not known yet. */
export const chainsIn = (session: Session): readonly Keyed[] => {
  const program = programOf(session.whole)
  const story = storyIn(session)
  const where = whereIn(session)
  if (!program || !story || !where) return none
  return chains(program, story, where.done, where.resting ? null : where.done, session.asked)
}

const chains = latest(
  (program: Program, story: Story, done: number, step: number | null, asked: Subject | null) => {
    const pass = passOf(program)
    const telling = { circuit: program.circuit, pass }
    const known = knownAt(pass, story, done)
    const subjects = asked ? [asked] : step === null ? [] : sentBy(program, story, step)
    return subjects
      .filter((subject) => isKnown(telling, known, subject))
      .flatMap((subject): readonly Keyed[] => {
        const chain = chainOf(telling, subject)
        return chain ? [{ key: idOf(subject), chain }] : []
      })
  },
)

/** What the last moment has sent: the gradient of a wire with one use, else the share. */
const sentBy = (program: Program, story: Story, done: number): readonly Subject[] => {
  const { wires } = program.circuit
  const pass = passOf(program)
  return momentAt(story, done).flatMap((step): readonly Subject[] => {
    if (step.kind !== 'share') return []
    const [wire, by] = [wires[step.into] as Wire, wires[step.gate] as Wire]
    return voicesOf(pass, wire.id) === 1
      ? [{ about: 'gradient', wire: wire.key }]
      : [{ about: 'share', wire: wire.key, by: by.key, port: step.port }]
  })
}

const unchecked: readonly Checked[] = []

export type Checked = Check & { readonly key: string; readonly name: string }

/** Central differences beside the gradients that the step has made whole; at rest, beside those of the inputs. */
export const checksIn = (session: Session): readonly Checked[] => {
  const program = programOf(session.whole)
  const story = storyIn(session)
  const where = whereIn(session)
  return program && story && where ? checks(program, story, where.resting ? null : where.done) : unchecked
}

const checks = latest((program: Program, story: Story, done: number | null): readonly Checked[] => {
  const pass = passOf(program)
  const { wires } = program.circuit
  const known = knownAt(pass, story, done ?? story.length)
  const steps = done === null ? [] : momentAt(story, done)
  const made = new Set(steps.flatMap((step) => (step.kind === 'share' ? [step.into] : [])))
  const numbers = inputsOf(program)
  return wires
    .filter(({ id, maker }) => (done === null ? maker.kind === 'input' : made.has(id)))
    .filter(({ id }) => gradientAt(pass, known, id) === 'whole')
    .map((wire) => ({ key: wire.key, name: called(wire), ...checkOf(pass, numbers, wire.id) }))
})

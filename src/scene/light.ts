import { type Circuit, inputsOf, type Wire, type WireId } from '../circuit/circuit'
import type { Box } from '../layout/layout'
import { isEnd, momentAt, type Story } from '../pass/story'
import { branchKey } from './build'
import { boxesOf } from './ink'
import type { Mark } from './scene'

/** What is at work: keys of its wires, gates and branches. A gate and the wire it makes have the same key. */
export type Light = {
  /** The gate at work; null while it is the output itself. */
  readonly gate: WireId | null
  readonly wires: ReadonlySet<string>
  readonly gates: ReadonlySet<string>
  readonly branches: ReadonlySet<string>
}

export const isIn = ({ wires, gates, branches }: Light, { kind, key }: Mark): boolean =>
  ({ wire: wires, gate: gates, branch: branches })[kind].has(key)

/** A gate with its output and what enters it, at all its ports or at some. */
export const lightOn = ({ wires }: Circuit, id: WireId, ports: readonly number[] | null = null): Light => {
  const out = wires[id] as Wire
  const entering = inputsOf(out).flatMap((input, port) =>
    ports && !ports.includes(port) ? [] : [{ wire: wires[input] as Wire, port }],
  )
  return {
    gate: id,
    wires: new Set([out.key, ...entering.map(({ wire }) => wire.key)]),
    gates: new Set([out.key]),
    branches: new Set(entering.map(({ wire, port }) => branchKey(wire, out, port))),
  }
}

/** A path: the wires along it, from where it begins to the output, and the gates between them. */
export const lightAlong = (
  { wires }: Circuit,
  path: readonly { readonly gate: WireId; readonly port: number }[],
): Light => {
  const edges = path.map(({ gate, port }) => {
    const by = wires[gate] as Wire
    return { by, from: wires[inputsOf(by)[port] as WireId] as Wire, port }
  })
  return {
    gate: null,
    wires: new Set(edges.flatMap(({ by, from }) => [from.key, by.key])),
    gates: new Set(edges.map(({ by }) => by.key)),
    branches: new Set(edges.map(({ by, from, port }) => branchKey(from, by, port))),
  }
}

/** What is at work in the moment that has just ended, or is under way; null before the first. */
export const lightAt = (circuit: Circuit, story: Story, done: number): Light | null => {
  const moment = momentAt(story, done)
  const [first] = moment
  if (!first) return null
  if (first.kind === 'seed') {
    const { key } = circuit.wires[first.wire] as Wire
    return { gate: null, wires: new Set([key]), gates: new Set(), branches: new Set() }
  }
  const isUnderWay = first.kind === 'share' && !isEnd(story, done)
  const ports = moment.flatMap((step) => (step.kind === 'share' ? [step.port] : []))
  return lightOn(circuit, first.gate, isUnderWay ? ports : null)
}

/** What is read in the light. */
export const boxesIn = (marks: readonly Mark[], light: Light): readonly Box[] =>
  marks.filter((mark) => isIn(light, mark)).flatMap(boxesOf)

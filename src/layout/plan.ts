import { type Circuit, signOf, type Wire } from '../circuit/circuit'
import { kinds } from '../circuit/edges'
import { drained } from '../lib/drained'
import { widthOf } from '../lib/width'
import { columnsOf, isCrowded } from './columns'
import { type Graph, graphOf } from './graph'
import type { Columns } from './layout'
import {
  badgeTop,
  forkLeadLength,
  gradientBottom,
  halfWidthFor,
  leadLength,
  nameLength,
  nameRoom,
  radius,
  rowPad,
  smallSize,
  tagText,
  tagTop,
  textSize,
  valueTop,
} from './measure'

/**
 * What the circuit's structure alone decides, before anything has a position. Numbers in typed arrays and nothing
 * else, so that it can be sent to a worker. By wire are: kind, column, half to down, startsRun, runEnds. By edge, in
 * order of (from, use): from, by, port.
 */
export type Plan = Graph & {
  readonly digits: number
  /** As early as gates can stand. */
  readonly columns: Columns
  /** The left column keeps its order. */
  readonly keepsLeft: boolean
  /** How much room a wire and its gate take, numbers and name included, its fork not; half is 0 where there is no gate. */
  readonly half: Float64Array
  readonly lead: Float64Array
  readonly labelWidth: Float64Array
  readonly tagWidth: Float64Array
  readonly up: Float64Array
  readonly down: Float64Array
  /** Runs of one-input gates, drawn level: whether a gate starts one, and where it ends. */
  readonly startsRun: Uint8Array
  readonly runEnds: Int32Array
}

/** The name as it fits; empty for an unnamed wire. */
export const labelOf = ({ names }: Wire): string => {
  if (names.length === 0) return ''
  const name = names.length === 1 ? (names[0] as string) : names.join(' = ')
  if (name.length <= nameLength) return name
  const letters = Array.from(name)
  return letters.length <= nameLength ? name : `${letters.slice(0, nameLength - 1).join('')}…`
}

type Sizes = Pick<Plan, 'half' | 'lead' | 'labelWidth' | 'tagWidth' | 'up' | 'down'>

const sizesOf = ({ wires }: Circuit): Sizes => {
  const array = (): Float64Array => new Float64Array(wires.length)
  const sizes = {
    half: array(),
    lead: array(),
    labelWidth: array(),
    tagWidth: array(),
    up: array(),
    down: array(),
  }
  const halves = new Map<string, number>()
  const halfOf = (sign: string): number => {
    const known = halves.get(sign)
    if (known !== undefined) return known
    const half = halfWidthFor(sign)
    halves.set(sign, half)
    return half
  }
  for (let i = 0; i < wires.length; i++) {
    const wire = wires[i] as Wire
    const { id, tag, uses } = wire
    const label = labelOf(wire)
    const labelWidth = label === '' ? 0 : widthOf(label, textSize)
    const isGate = wire.maker.kind === 'gate'
    const forks = uses.length > 1
    const top = isGate ? (tag === null ? badgeTop : tagTop) : valueTop
    const lead = Math.max(forks ? forkLeadLength : leadLength, label === '' ? 0 : labelWidth + nameRoom)
    sizes.labelWidth[id] = labelWidth
    sizes.half[id] = isGate ? halfOf(signOf(wire)) : 0
    sizes.lead[id] = isGate ? Math.ceil(lead) : 0
    sizes.tagWidth[id] = isGate && tag !== null ? widthOf(tagText(tag), smallSize) : 0
    sizes.up[id] = rowPad - top
    sizes.down[id] = rowPad + Math.max(radius, gradientBottom)
  }
  return sizes
}

const runsOf = ({ kind, leaveAt, enterAt, by }: Graph): Pick<Plan, 'startsRun' | 'runEnds'> => {
  const startsRun = kind.map((each) => (each === kinds.gate ? 1 : 0))
  const runEnds = new Int32Array(kind.length).map((_, wire) => wire)
  for (let wire = kind.length - 1; wire >= 0; wire--) {
    const use = leaveAt[wire] as number
    if ((leaveAt[wire + 1] as number) !== use + 1 || kind[wire] !== kinds.gate) continue
    const next = by[use] as number
    if ((enterAt[next + 1] as number) - (enterAt[next] as number) !== 1) continue
    startsRun[next] = 0
    runEnds[wire] = runEnds[next] as number
  }
  return { startsRun, runEnds }
}

export const planOf = (circuit: Circuit, digits: number): Plan => drained(planning(circuit, digits))

/** The same in slices; yields after each. */
export function* planning(circuit: Circuit, digits: number): Generator<void, Plan> {
  const graph = graphOf(circuit)
  yield
  const columns = columnsOf(circuit, graph)
  yield
  const sizes = sizesOf(circuit)
  yield
  return { digits, columns, keepsLeft: !isCrowded(circuit), ...graph, ...sizes, ...runsOf(graph) }
}

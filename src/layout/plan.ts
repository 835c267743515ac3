import { type Circuit, signOf, type Wire, type WireId } from '../circuit/circuit'
import { widthOf } from '../lib/width'
import { at } from './at'
import { type Columns, columnsOf } from './columns'
import {
  badgeTop,
  branchSpacing,
  dotRadius,
  forkLeadLength,
  gradientBottom,
  halfWidthFor,
  leadLength,
  nameLength,
  nameRoom,
  radius,
  rowPad,
  shareBottom,
  smallSize,
  tagText,
  tagTop,
  textSize,
  valueTop,
} from './measure'

/** One use of a wire, from its column to its gate's. */
export type Edge = {
  readonly from: WireId
  readonly by: WireId
  readonly port: number
  readonly fromColumn: number
  readonly byColumn: number
}

/** How much room a wire and its gate take, numbers and name included. */
export type Size = {
  readonly label: string
  readonly labelWidth: number
  /** 0 where there is no gate. */
  readonly halfWidth: number
  readonly lead: number
  readonly tagWidth: number
  readonly up: number
  readonly down: number
}

/** What the circuit's structure alone decides, before anything has a position. */
export type Plan = {
  readonly circuit: Circuit
  readonly digits: number
  readonly columns: Columns
  readonly sizes: readonly Size[]
  /** In order of (from, use). */
  readonly edges: readonly Edge[]
  /** By wire id: the edges that leave it, and those that end at its gate. */
  readonly leaving: readonly (readonly number[])[]
  readonly entering: readonly (readonly number[])[]
  /** By wire id: runs of one-input gates, drawn level: whether a gate starts one, and where it ends. */
  readonly startsRun: readonly boolean[]
  readonly runEnds: readonly WireId[]
  /** By column: the edges that pass through it without ending there. */
  readonly passing: readonly (readonly number[])[]
}

const labelOf = (wire: Wire): string => {
  const name = wire.names.join(' = ')
  const letters = Array.from(name)
  return letters.length <= nameLength ? name : `${letters.slice(0, nameLength - 1).join('')}…`
}

/** How far the outermost branches of a fork are from the wire's own height. */
export const forkReach = (uses: number): number => (uses < 2 ? 0 : ((uses - 1) / 2) * branchSpacing)

const sizeOf = (wire: Wire): Size => {
  const label = labelOf(wire)
  const labelWidth = widthOf(label, textSize)
  const isGate = wire.maker.kind === 'gate'
  const forks = wire.uses.length > 1
  const reach = forkReach(wire.uses.length)
  const top = isGate ? (wire.tag === null ? badgeTop : tagTop) : valueTop
  const lead = Math.max(forks ? forkLeadLength : leadLength, label === '' ? 0 : labelWidth + nameRoom)
  return {
    label,
    labelWidth,
    halfWidth: isGate ? halfWidthFor(signOf(wire)) : 0,
    lead: isGate ? Math.ceil(lead) : 0,
    tagWidth: isGate && wire.tag !== null ? widthOf(tagText(wire.tag), smallSize) : 0,
    up: rowPad + Math.max(-top, forks ? reach + dotRadius : 0),
    down: rowPad + Math.max(radius, gradientBottom, forks ? reach + shareBottom : 0),
  }
}

type Uses = Pick<Plan, 'circuit' | 'edges' | 'leaving' | 'entering'>

const runsOf = ({ circuit, edges, leaving, entering }: Uses): Pick<Plan, 'startsRun' | 'runEnds'> => {
  const startsRun = circuit.wires.map(({ maker }) => maker.kind === 'gate')
  const runEnds = circuit.wires.map(({ id }) => id)
  for (let wire = runEnds.length - 1; wire >= 0; wire--) {
    const [use, another] = at(leaving, wire)
    if (use === undefined || another !== undefined || at(circuit.wires, wire).maker.kind !== 'gate') continue
    const { by } = at(edges, use)
    if (at(entering, by).length !== 1) continue
    startsRun[by] = false
    runEnds[wire] = at(runEnds, by)
  }
  return { startsRun, runEnds }
}

export const planOf = (circuit: Circuit, digits: number): Plan => {
  const columns = columnsOf(circuit)
  const edges: Edge[] = []
  const leaving = circuit.wires.map((): number[] => [])
  const entering = circuit.wires.map((): number[] => [])
  const passing = columns.wires.map((): number[] => [])
  for (const wire of circuit.wires) {
    for (const { by, port } of wire.uses) {
      const fromColumn = at(columns.of, wire.id)
      const byColumn = at(columns.of, by)
      for (let column = fromColumn + 1; column < byColumn; column++) at(passing, column).push(edges.length)
      at(leaving, wire.id).push(edges.length)
      at(entering, by).push(edges.length)
      edges.push({ from: wire.id, by, port, fromColumn, byColumn })
    }
  }
  const sizes = circuit.wires.map(sizeOf)
  const uses = { circuit, edges, leaving, entering }
  return { ...uses, ...runsOf(uses), digits, columns, sizes, passing }
}

import type { WireId } from '../circuit/circuit'
import { at } from './at'
import { origin, partnerSpacing } from './measure'
import type { Edge, Plan } from './plan'
import type { Earlier, Sweep } from './sweep'

/** Where the straight line from `from`, where an edge leaves its column, to its gate at `to` is in a later column. */
export const onLine = (
  { edge, column }: { readonly edge: Edge; readonly column: number },
  [from, to]: readonly [number, number],
  { zones }: Earlier,
): number => {
  if (column === edge.byColumn) return to
  const left = at(zones, edge.fromColumn).right
  const goal = at(zones, edge.byColumn).left
  const passed = at(zones, column)
  return from + ((to - from) * ((passed.left + passed.right) / 2 - left)) / (goal - left)
}

export const wishOfLane = (
  plan: Plan,
  { earlier, heights }: Sweep,
  lane: readonly [number, number],
): number => {
  const [index, column] = lane
  const edge = at(plan.edges, index)
  const from = at(heights.branches, index)
  return earlier === null
    ? from
    : onLine({ edge, column }, [from, at(earlier.heights.wires, edge.by)], earlier)
}

/** The mean of its operands, and what keeps the run after it level. */
export const wishOfGate = (plan: Plan, { heights }: Sweep, gate: WireId): number => {
  const entering = at(plan.entering, gate)
  const sum = entering.reduce((total, index) => total + at(heights.branches, index), 0)
  return sum / Math.max(1, entering.length) + at(heights.shifts, gate)
}

/**
 * A constant or late input stands above its partners at the next gate if its port comes first, else below: the
 * operands keep the order in which they are written.
 */
export const wishOfStub = (plan: Plan, sweep: Sweep, wire: WireId): number => {
  const column = at(plan.columns.of, wire)
  const own = at(plan.leaving, wire)
    .map((index) => at(plan.edges, index))
    .find((edge) => edge.byColumn === column + 1)
  if (own === undefined) return origin.y
  let [sum, ports, count] = [0, 0, 0]
  for (const index of at(plan.entering, own.by)) {
    const edge = at(plan.edges, index)
    const passes = edge.fromColumn < column
    if (!passes && at(plan.circuit.wires, edge.from).maker.kind !== 'gate') continue
    sum += passes ? wishOfLane(plan, sweep, [index, column]) : at(sweep.heights.wanted, edge.from)
    ports += edge.port
    count += 1
  }
  return count === 0 ? origin.y : sum / count + (own.port - ports / count) * partnerSpacing
}

/** By wire id, for the sweep after `earlier`: how far off its operands' mean a run must start to end there too. */
export const shiftsOf = (plan: Plan, earlier: Earlier | null): number[] =>
  plan.runEnds.map((end, wire) => {
    if (earlier === null || !at(plan.startsRun, wire)) return 0
    const { wires, shifts } = earlier.heights
    return at(shifts, wire) + at(wires, end) - at(wires, wire)
  })

/** The mean of where its gates want to be: it decides between gates that want the same height. */
export const pullOf = (plan: Plan, { heights }: Earlier, wire: WireId): number => {
  const leaving = at(plan.leaving, wire)
  const sum = leaving.reduce((total, index) => total + at(heights.wanted, at(plan.edges, index).by), 0)
  return leaving.length === 0 ? at(heights.wanted, wire) : sum / leaving.length
}

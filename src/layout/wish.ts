import { kinds } from '../circuit/edges'
import { origin, partnerSpacing } from './measure'
import type { Plan } from './plan'
import type { Heights, Settled, Sweep, Zones } from './sweep'
import type { Weave } from './weave'

/** Where the straight line from `from`, where an edge's own lanes begin, to its gate at `to` is in a later column. */
export const onLine = (
  { weave, edge, column }: { readonly weave: Weave; readonly edge: number; readonly column: number },
  from: number,
  to: number,
  zones: Zones,
): number => {
  const byColumn = weave.columns.of[weave.by[edge] as number] as number
  if (column === byColumn) return to
  const left = zones.right[weave.begins[edge] as number] as number
  const goal = zones.left[byColumn] as number
  const passed = ((zones.left[column] as number) + (zones.right[column] as number)) / 2
  return from + ((to - from) * (passed - left)) / (goal - left)
}

export const wishOfLane = (weave: Weave, sweep: Sweep, edge: number, column: number): number => {
  const { stems, branches } = sweep.heights
  const from = (weave.trunk[edge] === edge ? stems[edge] : branches[edge]) as number
  if (sweep.earlier === null) return from
  const to = sweep.earlier.heights.wires[weave.by[edge] as number] as number
  return onLine({ weave, edge, column }, from, to, sweep.earlier.zones)
}

/** The mean of its operands, and what keeps the run after it level. */
export const wishOfGate = (plan: Plan, { heights }: Sweep, gate: number): number => {
  const first = plan.enterAt[gate] as number
  const end = plan.enterAt[gate + 1] as number
  let sum = 0
  for (let i = first; i < end; i++) sum += heights.branches[plan.entering[i] as number] as number
  return sum / Math.max(1, end - first) + (heights.shifts[gate] as number)
}

/** The edge from a stub to the gate just after it; −1 where there is none. */
export const ownGateOf = (plan: Plan, wire: number): number => {
  const { of } = plan.columns
  const next = (of[wire] as number) + 1
  for (let edge = plan.leaveAt[wire] as number; edge < (plan.leaveAt[wire + 1] as number); edge++)
    if (of[plan.by[edge] as number] === next) return edge
  return -1
}

/**
 * A constant or late input stands above its partners at the next gate if its port comes first, else below: the
 * operands keep the order in which they are written.
 */
export const wishOfStub = (weave: Weave, sweep: Sweep, wire: number): number => {
  const column = weave.columns.of[wire] as number
  const own = ownGateOf(weave, wire)
  if (own < 0) return origin.y
  let sum = 0
  let ports = 0
  let count = 0
  const gate = weave.by[own] as number
  for (let i = weave.enterAt[gate] as number; i < (weave.enterAt[gate + 1] as number); i++) {
    const edge = weave.entering[i] as number
    const from = weave.from[edge] as number
    const passes = (weave.columns.of[from] as number) < column
    if (!passes && weave.kind[from] !== kinds.gate) continue
    sum += passes
      ? wishOfLane(weave, sweep, weave.trunk[edge] as number, column)
      : (sweep.heights.wanted[from] as number)
    ports += weave.port[edge] as number
    count += 1
  }
  return count === 0 ? origin.y : sum / count + ((weave.port[own] as number) - ports / count) * partnerSpacing
}

/** By wire, for the sweep after `earlier`: how far off its operands' mean a run must start to end there too. */
export const shiftsOf = (plan: Plan, earlier: Settled | null): Float64Array => {
  const found = new Float64Array(plan.kind.length)
  if (earlier === null) return found
  const { wires, shifts } = earlier.heights
  for (let wire = 0; wire < found.length; wire++) {
    if (!plan.startsRun[wire]) continue
    const end = plan.runEnds[wire] as number
    found[wire] = (shifts[wire] as number) + (wires[end] as number) - (wires[wire] as number)
  }
  return found
}

/** The mean of where its gates want to be: it decides between gates that want the same height. */
export const pullOf = (plan: Plan, { wanted }: Heights, wire: number): number => {
  const first = plan.leaveAt[wire] as number
  const end = plan.leaveAt[wire + 1] as number
  let sum = 0
  for (let edge = first; edge < end; edge++) sum += wanted[plan.by[edge] as number] as number
  return end === first ? (wanted[wire] as number) : sum / (end - first)
}

import type { WireId } from '../circuit/circuit'
import { at } from './at'
import { branchSpacing, inputSpacing, laneHalf, origin } from './measure'
import { forkReach, type Plan } from './plan'
import { separate } from './separate'
import { type Earlier, type Heights, inOrder, type Slot, type Sweep } from './sweep'
import { onLine, pullOf, shiftsOf, wishOfGate, wishOfLane, wishOfStub } from './wish'

// A gate is not moved for a constant's sake, nor either of them for a lane's, unless there is no room between.
const weights = { gate: 1, stub: 1e-5, lane: 1e-10 }

/** Settled heights are whole grains, so that what the light ones move the heavy ones is nothing at all. */
const grain = 1 / 64
const inGrains = (y: number): number => Math.round(y / grain) * grain

/** The left column, in its fixed order. */
const stack = (plan: Plan): Slot[] => {
  const column = plan.columns.wires[0] ?? []
  let y = origin.y
  return column.map((wire, index) => {
    const above = column[index - 1]
    if (above !== undefined) y += Math.max(inputSpacing, at(plan.sizes, above).down + at(plan.sizes, wire).up)
    return { kind: 'wire', wire, y }
  })
}

/** A later column: everything as near as can be to where it wants to be, in the order of those wishes. */
const settle = (plan: Plan, sweep: Sweep, column: number): Slot[] => {
  const { wanted } = sweep.heights
  const standing = at(plan.columns.wires, column)
  const isGate = (wire: WireId): boolean => at(plan.circuit.wires, wire).maker.kind === 'gate'
  for (const wire of standing) if (isGate(wire)) wanted[wire] = wishOfGate(plan, sweep, wire)
  for (const wire of standing) if (!isGate(wire)) wanted[wire] = wishOfStub(plan, sweep, wire)
  const rows = standing.map((wire) => ({
    slot: { kind: 'wire', wire, y: 0 } as Slot,
    desired: at(wanted, wire),
    weight: isGate(wire) ? weights.gate : weights.stub,
    up: at(plan.sizes, wire).up,
    down: at(plan.sizes, wire).down,
  }))
  for (const edge of at(plan.passing, column)) {
    rows.push({
      slot: { kind: 'lane', edge, y: 0 },
      desired: wishOfLane(plan, sweep, [edge, column]),
      weight: weights.lane,
      up: laneHalf,
      down: laneHalf,
    })
  }
  rows.sort((a, b) => inOrder(a.desired, b.desired))
  const heights = separate(rows)
  return rows.map(({ slot }, index) => ({ ...slot, y: inGrains(at(heights, index)) }))
}

/** A fork's edges from top to bottom, in the order of where they go. */
const fanOf = (plan: Plan, earlier: Earlier, wire: WireId): readonly number[] => {
  const { wires, wanted } = earlier.heights
  const column = at(plan.columns.of, wire) + 1
  return at(plan.leaving, wire)
    .map((index) => {
      const edge = at(plan.edges, index)
      const goes = onLine({ edge, column }, [at(wires, wire), at(wanted, edge.by)], earlier)
      return { index, goes, beyond: pullOf(plan, earlier, edge.by) }
    })
    .sort((a, b) => inOrder(a.goes, b.goes) || inOrder(a.beyond, b.beyond) || a.index - b.index)
    .map(({ index }) => index)
}

const openFork = (plan: Plan, { earlier, heights }: Sweep, wire: WireId): void => {
  const y = at(heights.wires, wire)
  const leaving = at(plan.leaving, wire)
  if (earlier === null || leaving.length < 2) {
    for (const index of leaving) heights.branches[index] = y
    return
  }
  fanOf(plan, earlier, wire).forEach((index, place) => {
    heights.branches[index] = y - forkReach(leaving.length) + place * branchSpacing
  })
}

/** One sweep from left to right; without an earlier one, forks are still closed and lanes level. */
export const heightsOf = (plan: Plan, earlier: Earlier | null): Heights => {
  const heights = {
    wires: plan.circuit.wires.map(() => 0),
    wanted: plan.circuit.wires.map(() => 0),
    branches: plan.edges.map(() => 0),
    lanes: plan.edges.map((): number[] => []),
    shifts: shiftsOf(plan, earlier),
    slots: [] as Slot[][],
  }
  plan.columns.wires.forEach((standing, column) => {
    const settled = column === 0 ? stack(plan) : settle(plan, { earlier, heights }, column)
    for (const slot of settled) {
      if (slot.kind === 'wire') heights.wires[slot.wire] = slot.y
      else at(heights.lanes, slot.edge).push(slot.y)
    }
    for (const wire of standing) openFork(plan, { earlier, heights }, wire)
    heights.slots.push(settled)
  })
  return heights
}

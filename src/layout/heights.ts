import { longestIn } from '../lib/counts'
import { inputSpacing, laneHalf, origin } from './measure'
import { forkReach, kinds, type Plan, spacingFor } from './plan'
import { type Bench, benchFor, type Rows, separate } from './separate'
import { placesInOrder } from './sort'
import { type Heights, inOrder, laneIn, type Order, type Settled, type Sweep } from './sweep'
import { onLine, pullOf, shiftsOf, wishOfGate, wishOfLane, wishOfStub } from './wish'

// A gate is not moved for a constant's sake, nor either of them for a lane's, unless there is no room between.
const weights = { gate: 1, stub: 1e-5, lane: 1e-10 }

/** Settled heights are whole grains, so that what the light ones move the heavy ones is nothing at all. */
const grain = 1 / 64
const inGrains = (y: number): number => Math.round(y / grain) * grain

/** Room for the largest column, used for one after the other. */
type Desk = {
  readonly wished: Float64Array
  readonly packed: Float64Array
  readonly rows: Rows
  readonly bench: Bench
}

const deskFor = (count: number): Desk => {
  const array = (): Float64Array => new Float64Array(count)
  const rows = { desired: array(), weight: array(), up: array(), down: array() }
  return { wished: array(), packed: array(), rows, bench: benchFor(count) }
}

const slotsAt = ({ columns, passAt }: Plan): Int32Array =>
  columns.at.map((from, column) => from + (passAt[column] as number))

/** The left column, in its fixed order. */
const stack = (plan: Plan, slots: Int32Array, heights: Float64Array): void => {
  let y = origin.y
  slots.forEach((wire, index) => {
    const above = slots[index - 1]
    if (above !== undefined)
      y += Math.max(inputSpacing, (plan.down[above] as number) + (plan.up[wire] as number))
    heights[wire] = y
  })
}

/** What stands or passes in a column, in no order yet, with what each wishes for. */
const wishesIn = (plan: Plan, sweep: Sweep, column: number, { wished }: Desk): Int32Array => {
  const { wanted } = sweep.heights
  const standing = plan.columns.wires.subarray(plan.columns.at[column], plan.columns.at[column + 1])
  const passing = plan.passing.subarray(plan.passAt[column], plan.passAt[column + 1])
  for (const wire of standing)
    if (plan.kind[wire] === kinds.gate) wanted[wire] = wishOfGate(plan, sweep, wire)
  for (const wire of standing)
    if (plan.kind[wire] !== kinds.gate) wanted[wire] = wishOfStub(plan, sweep, wire)
  const items = new Int32Array(standing.length + passing.length)
  let count = 0
  for (const wire of standing) {
    wished[count] = wanted[wire] as number
    items[count++] = wire
  }
  for (const edge of passing) {
    wished[count] = wishOfLane(plan, sweep, edge, column)
    items[count++] = plan.kind.length + edge
  }
  return items
}

/** Everything of a column as near as can be to where it wants to be, in the order of `slots`. */
const settle = (plan: Plan, heights: Heights, column: number, slots: Int32Array, desk: Desk): void => {
  const { rows, bench } = desk
  const wires = plan.kind.length
  slots.forEach((item, row) => {
    const isLane = item >= wires
    rows.weight[row] = isLane ? weights.lane : plan.kind[item] === kinds.gate ? weights.gate : weights.stub
    rows.up[row] = isLane ? laneHalf : (plan.up[item] as number)
    rows.down[row] = isLane ? laneHalf : (plan.down[item] as number)
  })
  const found = separate(rows, slots.length, bench)
  slots.forEach((item, row) => {
    const y = inGrains(found[row] as number)
    if (item >= wires) heights.lanes[laneIn(plan, item - wires, column)] = y
    else heights.wires[item] = y
  })
}

/** A fork's edges from top to bottom: in the order of where they are in the next column, or of where they go. */
const fanOf = (plan: Plan, earlier: Settled, wire: number, next: Float64Array | null): readonly number[] => {
  const { wires, wanted } = earlier.heights
  const column = (plan.columns.of[wire] as number) + 1
  const edges: { index: number; goes: number; beyond: number }[] = []
  for (let index = plan.leaveAt[wire] as number; index < (plan.leaveAt[wire + 1] as number); index++) {
    const by = plan.by[index] as number
    const goes = next
      ? (next[index] as number)
      : onLine({ plan, edge: index, column }, wires[wire] as number, wanted[by] as number, earlier.zones)
    edges.push({ index, goes, beyond: next ? 0 : pullOf(plan, earlier.heights, by) })
  }
  return edges
    .sort((a, b) => inOrder(a.goes, b.goes) || inOrder(a.beyond, b.beyond) || a.index - b.index)
    .map(({ index }) => index)
}

const openFork = (plan: Plan, { earlier, heights }: Sweep, wire: number, next: Float64Array | null): void => {
  const y = heights.wires[wire] as number
  const [first, end] = [plan.leaveAt[wire] as number, plan.leaveAt[wire + 1] as number]
  const uses = end - first
  if (earlier === null || uses < 2) {
    for (let index = first; index < end; index++) heights.branches[index] = y
    return
  }
  fanOf(plan, earlier, wire, next).forEach((index, place) => {
    heights.branches[index] = y - forkReach(uses) + place * spacingFor(uses)
  })
}

/** By edge: at which place of the next column it is, in an order. */
const nextPlaces = (plan: Plan, { at, slots }: Order): Float64Array => {
  const wires = plan.kind.length
  const { of, count } = plan.columns
  const found = new Float64Array(plan.from.length)
  for (let column = 1; column < count; column++)
    for (let place = at[column] as number; place < (at[column + 1] as number); place++) {
      const item = slots[place] as number
      if (item >= wires) {
        const edge = item - wires
        if ((of[plan.from[edge] as number] as number) === column - 1) found[edge] = place
        continue
      }
      for (let i = plan.enterAt[item] as number; i < (plan.enterAt[item + 1] as number); i++) {
        const edge = plan.entering[i] as number
        if ((of[plan.from[edge] as number] as number) === column - 1)
          found[edge] = place + (plan.port[edge] as number) / 1024
      }
    }
  return found
}

/**
 * One sweep from left to right; without an earlier one, forks are still closed and lanes level. In a `given` order,
 * or in that of what each wishes for.
 */
export const heightsOf = (
  plan: Plan,
  earlier: Settled | null,
  given: Order | null,
): { readonly heights: Heights; readonly order: Order } => {
  const wires = plan.kind.length
  const heights: Heights = {
    wires: new Float64Array(wires),
    wanted: new Float64Array(wires),
    branches: new Float64Array(plan.from.length),
    lanes: new Float64Array(plan.lanes),
    shifts: shiftsOf(plan, earlier),
  }
  const at = given?.at ?? slotsAt(plan)
  const order = { at, slots: given?.slots ?? new Int32Array(at.at(-1) ?? 0) }
  const desk = deskFor(longestIn(at))
  const places = given && nextPlaces(plan, given)
  /** Of a given order: by item, where it is wished for. */
  const byItem = given && new Float64Array(wires + plan.from.length)
  for (let column = 0; column < plan.columns.count; column++) {
    const slots = order.slots.subarray(at[column], at[column + 1])
    if (column === 0) {
      if (!given) slots.set(plan.columns.wires.subarray(0, slots.length))
      stack(plan, slots, heights.wires)
    } else {
      const items = wishesIn(plan, { earlier, heights }, column, desk)
      if (byItem) {
        items.forEach((item, i) => {
          byItem[item] = desk.wished[i] as number
        })
        slots.forEach((item, row) => {
          desk.rows.desired[row] = byItem[item] as number
        })
      } else {
        placesInOrder(desk.wished, items.length, desk.packed).forEach((place, row) => {
          slots[row] = items[place] as number
          desk.rows.desired[row] = desk.wished[place] as number
        })
      }
      settle(plan, heights, column, slots, desk)
    }
    for (let i = plan.columns.at[column] as number; i < (plan.columns.at[column + 1] as number); i++)
      openFork(plan, { earlier, heights }, plan.columns.wires[i] as number, places)
  }
  return { heights, order }
}

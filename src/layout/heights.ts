import { kinds } from '../circuit/edges'
import { longestIn } from '../lib/counts'
import { openFork, placesIn } from './forks'
import { inputSpacing, origin } from './measure'
import { type Bench, benchFor, type Rows, separate } from './separate'
import { placesInOrder, type SortBench, sortBenchFor } from './sort'
import type { Heights, Order, Settled, Sweep } from './sweep'
import type { Weave } from './weave'
import { shiftsOf, wishOfGate, wishOfLane, wishOfStub } from './wish'

// A gate is not moved for a constant's sake, nor either of them for a lane's, unless there is no room between.
const weights = { gate: 1, stub: 1e-5, lane: 1e-10 }

/** Settled heights are whole grains, so that what the light ones move the heavy ones is nothing at all. */
const grain = 1 / 64
const inGrains = (y: number): number => Math.round(y / grain) * grain

/** Room for the largest column, used for one after the other. */
type Desk = {
  readonly wished: Float64Array
  readonly sorting: SortBench
  readonly rows: Rows
  readonly bench: Bench
}

const deskFor = (count: number): Desk => {
  const array = (): Float64Array => new Float64Array(count)
  const rows = { desired: array(), weight: array(), up: array(), down: array() }
  return { wished: array(), sorting: sortBenchFor(count), rows, bench: benchFor(count) }
}

const slotsAt = ({ columns, passAt }: Weave): Int32Array =>
  columns.at.map((from, column) => from + (passAt[column] as number))

/** All cells, column after column, with no order but the left column's. */
export const unordered = (weave: Weave): Order => {
  const { columns, passAt, passing, kind } = weave
  const at = slotsAt(weave)
  const slots = new Int32Array(at.at(-1) ?? 0)
  for (let column = 0; column < columns.count; column++) {
    const standing = columns.wires.subarray(columns.at[column], columns.at[column + 1])
    slots.set(standing, at[column])
    const lanes = passing.subarray(passAt[column], passAt[column + 1])
    slots.set(
      lanes.map((lane) => kind.length + lane),
      (at[column] as number) + standing.length,
    )
  }
  return { at, slots }
}

/** The left column, in its fixed order. */
const stack = ({ above, below }: Weave, slots: Int32Array, heights: Float64Array): void => {
  let y = origin.y
  slots.forEach((wire, index) => {
    const before = slots[index - 1]
    if (before !== undefined) y += Math.max(inputSpacing, (below[before] as number) + (above[wire] as number))
    heights[wire] = y
  })
}

/** What stands or passes in a column, in no order yet, with what each wishes for. */
const wishesIn = (weave: Weave, sweep: Sweep, column: number, { wished }: Desk): Int32Array => {
  const { wanted } = sweep.heights
  const { kind, columns, passAt, passing, edgeOf } = weave
  const standing = columns.wires.subarray(columns.at[column], columns.at[column + 1])
  const lanes = passing.subarray(passAt[column], passAt[column + 1])
  const items = new Int32Array(standing.length + lanes.length)
  items.set(standing)
  let count = standing.length
  for (let i = 0; i < count; i++) {
    const wire = items[i] as number
    if (kind[wire] === kinds.gate) wanted[wire] = wishOfGate(weave, sweep, wire)
  }
  for (let i = 0; i < count; i++) {
    const wire = items[i] as number
    if (kind[wire] !== kinds.gate) wanted[wire] = wishOfStub(weave, sweep, wire)
    wished[i] = wanted[wire] as number
  }
  for (let i = 0; i < lanes.length; i++) {
    const lane = lanes[i] as number
    wished[count] = wishOfLane(weave, sweep, edgeOf[lane] as number, column)
    items[count++] = kind.length + lane
  }
  return items
}

/** Everything of a column as near as can be to where it wants to be, in the order of `slots`. */
const settle = (weave: Weave, heights: Heights, slots: Int32Array, { rows, bench }: Desk): void => {
  const wires = weave.kind.length
  for (let row = 0; row < slots.length; row++) {
    const cell = slots[row] as number
    rows.weight[row] =
      cell >= wires ? weights.lane : weave.kind[cell] === kinds.gate ? weights.gate : weights.stub
    rows.up[row] = weave.above[cell] as number
    rows.down[row] = weave.below[cell] as number
  }
  const found = separate(rows, slots.length, bench)
  for (let row = 0; row < slots.length; row++) {
    const cell = slots[row] as number
    const y = inGrains(found[row] as number)
    heights.cells[cell] = y
    if (cell >= wires) heights.onward[cell - wires] = y
  }
}

/**
 * One sweep from left to right; without an earlier one, forks are still closed and lanes level. In a `given` order,
 * or in that of what each wishes for.
 */
export const heightsOf = (
  weave: Weave,
  earlier: Settled | null,
  given: Order | null,
): { readonly heights: Heights; readonly order: Order } => {
  const wires = weave.kind.length
  const edges = weave.from.length
  const cells = new Float64Array(wires + weave.lanes)
  const heights: Heights = {
    cells,
    wires: cells.subarray(0, wires),
    lanes: cells.subarray(wires),
    wanted: new Float64Array(wires),
    stems: new Float64Array(edges),
    branches: new Float64Array(edges),
    onward: new Float64Array(weave.lanes),
    shifts: shiftsOf(weave, earlier),
  }
  const sweep = { earlier, heights }
  const at = given?.at ?? slotsAt(weave)
  const order = { at, slots: given?.slots ?? new Int32Array(at.at(-1) ?? 0) }
  const desk = deskFor(longestIn(at))
  const places = given && placesIn(cells.length, given)
  for (let column = 0; column < weave.columns.count; column++) {
    const slots = order.slots.subarray(at[column], at[column + 1])
    if (column === 0) {
      if (!given) slots.set(weave.columns.wires.subarray(0, slots.length))
      stack(weave, slots, heights.wires)
    } else {
      const items = wishesIn(weave, sweep, column, desk)
      const { desired } = desk.rows
      if (places) {
        const first = at[column] as number
        for (let i = 0; i < items.length; i++)
          desired[(places[items[i] as number] as number) - first] = desk.wished[i] as number
      } else {
        const sorted = placesInOrder(desk.wished, items.length, desk.sorting)
        for (let row = 0; row < items.length; row++) {
          const place = sorted[row] as number
          slots[row] = items[place] as number
          desired[row] = desk.wished[place] as number
        }
      }
      settle(weave, heights, slots, desk)
    }
    for (let row = 0; row < slots.length; row++) openFork(weave, sweep, slots[row] as number, column, places)
  }
  return { heights, order }
}

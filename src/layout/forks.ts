import { type Heights, inOrder, type Order, type Settled, type Sweep } from './sweep'
import { forkReach, prongsAt, spacingFor, type Weave } from './weave'
import { onLine, pullOf } from './wish'

/** By cell: at which place of its column it is, in an order. */
export const placesIn = (cells: number, { slots, at }: Order): Int32Array => {
  const found = new Int32Array(cells)
  for (let column = 0; column + 1 < at.length; column++)
    for (let place = at[column] as number; place < (at[column + 1] as number); place++)
      found[slots[place] as number] = place
  return found
}

/** Where in the next column an edge goes that leaves `column`. */
const nextPlace = (weave: Weave, places: Int32Array, edge: number, column: number): number => {
  const { by, port, laneAt, begins, columns } = weave
  const gate = by[edge] as number
  if (columns.of[gate] === column + 1) return (places[gate] as number) + (port[edge] as number) / 1024
  const lane = (laneAt[edge] as number) + column - (begins[edge] as number)
  // One that flies goes above everything.
  return lane < (laneAt[edge + 1] as number) ? (places[weave.kind.length + lane] as number) : 0
}

/** Whether every wire's fork opens in the order in which its branches go on in the next column. */
export const fansAgree = (weave: Weave, { heights, order }: Settled): boolean => {
  const places = placesIn(heights.cells.length, order)
  const { prongAt, prongs, columns } = weave
  for (let wire = 0; wire < columns.of.length; wire++) {
    const column = columns.of[wire] as number
    const fan = prongs.slice(prongAt[wire], prongAt[wire + 1])
    fan.sort((a, b) => (heights.stems[a] as number) - (heights.stems[b] as number))
    for (let i = 1; i < fan.length; i++) {
      const a = fan[i - 1] as number
      const b = fan[i] as number
      if (nextPlace(weave, places, a, column) > nextPlace(weave, places, b, column)) return false
    }
  }
  return true
}

type Fork = {
  readonly weave: Weave
  readonly earlier: Settled
  readonly cell: number
  readonly column: number
  readonly places: Int32Array | null
}

/** What leaves a fork is in the order of where it is in the next column, or of where it goes. */
const inFan = (fork: Fork, a: number, b: number): number =>
  inOrder(goesTo(fork, a), goesTo(fork, b)) || inOrder(goesOnTo(fork, a), goesOnTo(fork, b)) || a - b

const goesTo = ({ weave, earlier, cell, column, places }: Fork, edge: number): number => {
  if (places) return nextPlace(weave, places, edge, column)
  const { cells, wanted } = earlier.heights
  const to = wanted[weave.by[edge] as number] as number
  return onLine({ weave, edge, column: column + 1 }, cells[cell] as number, to, earlier.zones)
}

const goesOnTo = ({ weave, earlier, places }: Fork, edge: number): number =>
  places ? 0 : pullOf(weave, earlier.heights, weave.by[edge] as number)

/** What leaves a fork, from top to bottom. Most have few, which are put in their places one by one. */
const fanOf = (fork: Fork, prongs: Int32Array): readonly number[] => {
  if (prongs.length > few) return Array.from(prongs).sort((a, b) => inFan(fork, a, b))
  const fan: number[] = []
  for (const edge of prongs) {
    let place = fan.length
    for (; place > 0 && inFan(fork, fan[place - 1] as number, edge) > 0; place--)
      fan[place] = fan[place - 1] as number
    fan[place] = edge
  }
  return fan
}

const few = 12

/** Where what leaves a cell begins: a trunk goes on from each of its junctions, and is on its own after the last. */
const begin = (weave: Weave, heights: Heights, cell: number, edge: number, y: number): void => {
  const lane = cell - weave.kind.length
  if (lane < 0) heights.stems[edge] = y
  else if (weave.trunk[edge] === edge) heights.onward[lane] = y
  const leaves = weave.leavesAt[edge] as number
  if (leaves === lane || (leaves < 0 && lane < 0)) heights.branches[edge] = y
}

/** Opens the fork of a wire or a junction, once its height is known; without an earlier sweep it stays closed. */
export const openFork = (
  weave: Weave,
  { earlier, heights }: Sweep,
  cell: number,
  column: number,
  places: Int32Array | null,
): void => {
  const y = heights.cells[cell] as number
  const count = prongsAt(weave, cell)
  if (earlier === null || count < 2) {
    for (let i = weave.prongAt[cell] as number; i < (weave.prongAt[cell + 1] as number); i++)
      begin(weave, heights, cell, weave.prongs[i] as number, y)
    return
  }
  const fork = { weave, earlier, cell, column, places }
  const top = y - forkReach(count)
  const spacing = spacingFor(count)
  const first = weave.prongAt[cell] as number
  // Most split in two: making a list of them would take longer than all the rest.
  if (count === 2) {
    const a = weave.prongs[first] as number
    const b = weave.prongs[first + 1] as number
    const isInOrder = inFan(fork, a, b) < 0
    begin(weave, heights, cell, isInOrder ? a : b, top)
    begin(weave, heights, cell, isInOrder ? b : a, top + spacing)
    return
  }
  const fan = fanOf(fork, weave.prongs.subarray(first, first + count))
  for (let place = 0; place < count; place++)
    begin(weave, heights, cell, fan[place] as number, top + place * spacing)
}

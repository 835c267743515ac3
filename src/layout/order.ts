import { kinds } from '../circuit/edges'
import { longestIn } from '../lib/counts'
import { numbersFrom } from '../lib/random'
import { type Cells, cellsOf, crossingsIn, type Side, takeUp, takeUpAll } from './crossings'
import { placesInOrder, type SortBench, sortBenchFor } from './sort'
import type { Order } from './sweep'
import { transpose } from './transpose'
import type { Weave } from './weave'
import { ownGateOf } from './wish'

/**
 * How long better orders are looked for: which sweeps, how many in a row that bring nothing, passes of changing places
 * after each that is looked at. Without such passes that is the last one alone.
 */
type Pains = { readonly sweeps: readonly number[]; readonly idle: number; readonly passes: number }

/**
 * None where nobody could tell. Where there is much, few sweeps, and back first: everything stands already in order of
 * what it takes from, and going that way once more brings next to nothing.
 */
const painsFor = (slots: number): Pains | null => {
  if (slots < few) return { sweeps: upTo(24), idle: 5, passes: 8 }
  if (slots < many) return { sweeps: [1, 3], idle: 1, passes: 0 }
  return slots < 1_000_000 ? { sweeps: [1], idle: 1, passes: 0 } : null
}
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, sweep) => sweep)
const few = 800
const many = 5000
const lastPasses = 6
/** Where there is much to count, a pass that brings less than this share is the last. */
const worthwhile = 5e-3
/**
 * Where little stands and yet lines cross, the search begins anew from other orders, so often: of small circuits nearly
 * all are found that can be drawn without crossings.
 */
const anewFor = (slots: number, crossings: number): number =>
  slots < few && crossings <= notMany ? Math.min(32, Math.floor(800 / slots)) : 0
const notMany = 12
const painsAnew: Pains = { sweeps: upTo(8), idle: 2, passes: 4 }

export type Found = { readonly order: Order; readonly crossings: number }

const searchIn = (weave: Weave, { at }: Order): Omit<Search, 'pains'> => ({
  weave,
  cells: cellsOf(weave, at),
  first: weave.keepsLeft ? 1 : 0,
})

/**
 * The order in which the fewest lines were found to cross, from the given one alone or from others `too`. It is that
 * same one if none is better.
 */
export const ordered = (weave: Weave, given: Order, too: boolean): Found => {
  const { at, slots } = given
  const search = searchIn(weave, given)
  const pains = painsFor(slots.length)
  // Of very many it is enough to know that there are some: after a sweep there are nearly always fewer.
  const isCounted = !pains || slots.length < many
  const some = crossingsIn(search.cells, slots, isCounted ? Infinity : 1)
  if (!pains || some === 0) return { order: given, crossings: some }
  const most = isCounted ? some : Infinity
  let best = improved({ ...search, pains }, { slots, crossings: most })
  const next = numbersFrom(slots.length)
  for (let anew = too ? anewFor(slots.length, best.crossings) : 0; anew > 0 && best.crossings > 0; anew--) {
    const other = shuffled(given, search.first, next)
    const begun = { slots: other, crossings: crossingsIn(search.cells, other) }
    const found = improved({ ...search, pains: painsAnew }, begun)
    if (found.crossings < best.crossings) best = found
  }
  const { crossings } = best
  // Where few do, a reader would see more.
  if (!isCounted && crossings < slots.length) {
    const before = crossingsIn(search.cells, slots, crossings + 1)
    if (before <= crossings) return { order: given, crossings: before }
  }
  return { order: crossings < most ? { at, slots: best.slots } : given, crossings }
}

/** The given order, with lanes alone put anew. */
export const kept = (weave: Weave, given: Order): Found => {
  const { cells, first } = searchIn(weave, given)
  const slots = given.slots.slice()
  takeUpAll(cells, slots)
  transpose(cells, slots, first, { passes: lastPasses, still: weave.kind.length })
  return { order: { at: given.at, slots }, crossings: crossingsIn(cells, slots) }
}

type Search = {
  readonly weave: Weave
  readonly cells: Cells
  readonly pains: Pains
  /** The first column whose order is free. */
  readonly first: number
}
type Slots = { readonly slots: Int32Array; readonly crossings: number }

/** Every column that is free, in any order. */
const shuffled = ({ at, slots }: Order, first: number, next: () => number): Int32Array => {
  const found = slots.slice()
  for (let column = first; column + 1 < at.length; column++)
    for (let i = (at[column + 1] as number) - 1; i > (at[column] as number); i--) {
      const other = (at[column] as number) + Math.floor(next() * (i - (at[column] as number) + 1))
      const cell = found[i] as number
      found[i] = found[other] as number
      found[other] = cell
    }
  return found
}

/**
 * The best order on the way from one: sweeps to and fro that put everything at the mean place of what it is joined to
 * (Sugiyama, Tagawa and Toda 1981), and neighbours that change places wherever that helps. Its places are taken up.
 */
const improved = ({ weave, cells, pains, first }: Search, from: Slots): Slots => {
  const slots = from.slots.slice()
  const best = slots.slice()
  let least = from.crossings
  const consider = (): boolean => {
    const crossings = crossingsIn(cells, slots, least)
    if (crossings >= least) return false
    least = crossings
    best.set(slots)
    return true
  }
  /** From the best order so far, or from another. */
  const swap = (passes: number, isBest: boolean, worth = 1): boolean => {
    if (passes === 0) return false
    const gained = transpose(cells, slots, first, { passes, worth })
    if (!isBest) return consider()
    if (gained === 0) return false
    least -= gained
    best.set(slots)
    return true
  }
  swap(pains.passes, true)
  let idle = 0
  for (const sweep of pains.sweeps) {
    if (idle >= pains.idle || least === 0) break
    sweepOnce({ weave, cells, slots, first }, sweep)
    // Where there is much to count, the last one is enough.
    if (pains.passes === 0 && sweep !== pains.sweeps.at(-1)) continue
    const found = consider()
    idle = swap(pains.passes, found) || found ? 0 : idle + 1
  }
  if (pains.passes === 0) {
    if (idle > 0) {
      slots.set(best)
      takeUpAll(cells, slots)
    }
    swap(lastPasses, true, least * worthwhile)
  }
  return { slots: best, crossings: least }
}

type Sweeping = {
  readonly weave: Weave
  readonly cells: Cells
  readonly slots: Int32Array
  readonly first: number
}

/** To and fro: by what comes from the left, and by what goes to the right; every other time the other way first. */
const sweepOnce = (sweeping: Sweeping, sweep: number): void => {
  const { cells, first } = sweeping
  const last = cells.at.length - 2
  const largest = longestIn(cells.at)
  const desk = { keys: new Float64Array(largest), bench: sortBenchFor(largest), ties: sweep % 4 > 1 }
  for (const rightwards of sweep % 2 === 0 ? [true, false] : [false, true])
    if (rightwards)
      for (let column = 1; column <= last; column++) sortColumn(sweeping, column, cells.left, desk)
    else
      for (let column = last - 1; column >= first; column--) sortColumn(sweeping, column, cells.right, desk)
}

type Desk = { readonly keys: Float64Array; readonly bench: SortBench; readonly ties: boolean }

/** Of equal keys the upper one stays above, or every other time the lower one is put there. */
const tie = 1e-5

const sortColumn = (sweeping: Sweeping, column: number, side: Side, desk: Desk): void => {
  const { cells, weave, slots } = sweeping
  const { keys, bench, ties } = desk
  const { at, place } = cells
  const from = at[column] as number
  const to = at[column + 1] as number
  const beside = side === cells.left ? column - 1 : column + 1
  const ratio = ((at[beside + 1] as number) - (at[beside] as number)) / (to - from)
  for (let i = from; i < to; i++) {
    const cell = slots[i] as number
    const first = side.at[cell] as number
    const end = side.at[cell + 1] as number
    let sum = 0
    for (let link = first; link < end; link++) sum += place[side.links[link] as number] as number
    // What is joined to nothing on this side stays about where it is.
    const key = first === end ? (i - from) * ratio : sum / (end - first)
    keys[i - from] = ties ? key - (i - from) * tie : key
  }
  const items = slots.slice(from, to)
  if (side === cells.left) standByPartners(weave, cells, column, keys)
  const found = placesInOrder(keys, to - from, bench)
  for (let row = 0; row < found.length; row++) slots[from + row] = items[found[row] as number] as number
  takeUp(cells, slots, column)
}

/** A constant or late input has nothing to its left: it stands by what it meets at its gate. */
const standByPartners = (weave: Weave, { left, place }: Cells, column: number, keys: Float64Array): void => {
  const { at, of, wires } = weave.columns
  const isStub = (cell: number): boolean => cell < of.length && weave.kind[cell] !== kinds.gate
  for (let i = at[column] as number; i < (at[column + 1] as number); i++) {
    const cell = wires[i] as number
    if (!isStub(cell)) continue
    const own = ownGateOf(weave, cell)
    if (own < 0) continue
    const gate = weave.by[own] as number
    let sum = 0
    let partners = 0
    for (let link = left.at[gate] as number; link < (left.at[gate + 1] as number); link++) {
      const partner = left.links[link] as number
      if (isStub(partner) && of[partner] === column) continue
      sum += keys[place[partner] as number] as number
      partners += 1
    }
    if (partners > 0)
      keys[place[cell] as number] = sum / partners + ((weave.port[own] as number) - 0.5) * 2 * tie
  }
}

/** Every column by its cells' keys, but for a left one that keeps its order. */
export const orderBy = (
  { keepsLeft }: Weave,
  { at, slots }: Order,
  keyOf: (cell: number, column: number) => number,
): Order => {
  const found = slots.slice()
  for (let column = keepsLeft ? 1 : 0; column + 1 < at.length; column++) {
    const first = at[column] as number
    const cells = slots.subarray(first, at[column + 1])
    const keys = Float64Array.from(cells, (cell) => keyOf(cell, column))
    placesInOrder(keys, keys.length, sortBenchFor(keys.length)).forEach((place, row) => {
      found[first + row] = cells[place] as number
    })
  }
  return { at, slots: found }
}

/** The order in which all cells of a wire, its own and its lanes, are where it is in a list of wires from top to bottom. */
export const orderInLevels = (weave: Weave, wires: Int32Array, order: Order): Order => {
  const level = new Int32Array(wires.length)
  for (let i = 0; i < wires.length; i++) level[wires[i] as number] = i
  const wireOf = (cell: number): number =>
    cell < wires.length ? cell : (weave.from[weave.edgeOf[cell - wires.length] as number] as number)
  return orderBy(weave, order, (cell) => level[wireOf(cell)] as number)
}

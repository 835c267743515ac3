import { numbersFrom } from '../lib/random'
import { type Columns, columnsLater } from './columns'
import { columnsFor, crossingsInGap, isFree, isGate, levelsOf, put, siftedInto, step } from './levels'
import type { Plan } from './plan'

/** Of the gates, this share is tried in another column each time. */
const elsewhere = 0.7
/** Two lines that cross are worth as much as a gate that waits so many columns. */
const crossing = 8
const steps = 4000
const [hot, cold] = [1.2 * crossing, 0.2 * crossing]
/** What is worse by more than this is never chosen. */
const worst = 16 * crossing

/**
 * Columns and levels in which few lines cross: gates wait where fewer cross then. By simulated annealing (Kirkpatrick,
 * Gelatt and Vecchi 1983): one wire after the other is put at a place drawn by lot from all that it could have, the
 * better the likelier, and the likelier the colder it is. Begins with the given wires from top to bottom.
 */
export const annealed = (
  plan: Plan,
  given: Int32Array,
): { readonly columns: Columns; readonly order: Int32Array } => {
  const levels = levelsOf(plan, given)
  const wires = given.length
  const next = numbersFrom(wires)
  const [here, there] = [new Int32Array(wires + 1), new Int32Array(wires + 1)]
  const chances = new Float64Array(worst + 1)
  let energy = 0
  for (let gap = 0; gap < levels.lines.length; gap++) energy += crossing * crossingsInGap(levels, gap)
  const best = { energy, of: levels.of.slice(), order: given.slice() }

  for (let count = 0; count < steps && best.energy > 0; count++) {
    if (count % 64 === 0) warm(chances, hot * (cold / hot) ** (count / steps))
    const wire = Math.floor(next() * wires)
    const way = isGate(levels, wire) && next() < elsewhere ? wayFor(levels, wire, next()) : 0
    if (!isFree(levels, wire)) continue
    const was = levels.place[wire] as number
    siftedInto(here, levels, wire)
    const now = crossing * (here[was] as number)
    let more = 0
    const column = levels.of[wire] as number
    if (way !== 0) {
      more = crossing * step(levels, wire, column + way) + way
      siftedInto(there, levels, wire)
      more += now - crossing * (there[was] as number)
    }
    const drawn = drawLot({ here, there: way === 0 ? null : there, more }, chances, wires, next())
    const moves = drawn >= wires
    const at = moves ? drawn - wires : drawn
    if (way !== 0 && !moves) step(levels, wire, column)
    energy += moves ? crossing * (there[at] as number) + more - now : crossing * (here[at] as number) - now
    put(levels, wire, at)
    if (energy >= best.energy) continue
    best.energy = energy
    best.of.set(levels.of)
    best.order.set(levels.order)
  }
  return { columns: columnsLater(plan.columns, best.of), order: best.order }
}

/** How likely what is so much worse than the best is, against it. */
const warm = (chances: Float64Array, heat: number): void => {
  for (let worse = 0; worse < chances.length; worse++) chances[worse] = Math.exp(-worse / heat)
}

/** A column later or earlier, or 0 where a gate can go neither way, or not the one that the lot says. */
const wayFor = (levels: Parameters<typeof columnsFor>[0], gate: number, lot: number): number => {
  const [earliest, latest] = columnsFor(levels, gate)
  const way = lot < 0.5 ? -1 : 1
  const column = (levels.of[gate] as number) + way
  return column < earliest || column > latest ? 0 : way
}

type Lots = { readonly here: Int32Array; readonly there: Int32Array | null; readonly more: number }

/** A place by lot: in the column where the wire is, or, counted on from there, in the other one. */
const drawLot = ({ here, there, more }: Lots, chances: Float64Array, places: number, lot: number): number => {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < places; at++) {
    least = Math.min(least, crossing * (here[at] as number))
    if (there) least = Math.min(least, crossing * (there[at] as number) + more)
  }
  const chanceOf = (at: number): number => {
    const energy =
      at < places
        ? crossing * (here[at] as number)
        : crossing * ((there as Int32Array)[at - places] as number) + more
    return energy - least > worst ? 0 : (chances[energy - least] as number)
  }
  const all = there ? 2 * places : places
  let sum = 0
  for (let at = 0; at < all; at++) sum += chanceOf(at)
  let left = lot * sum
  for (let at = 0; at < all; at++) {
    left -= chanceOf(at)
    if (left < 0) return at
  }
  return here.indexOf(least / crossing)
}

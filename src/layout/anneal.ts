import { numbersFrom } from '../lib/random'
import { columnsLater } from './columns'
import type { Columns } from './layout'
import {
  columnsFor,
  crossingsAbout,
  crossingsInGap,
  isFree,
  isGate,
  type Levels,
  levelsOf,
  put,
  siftedInto,
  step,
} from './levels'
import type { Plan } from './plan'

/** Of the gates, this share is tried in another column each time. */
const elsewhere = 0.7
/** Two lines that cross are as bad as gates that wait so many columns. */
const crossing = 8
/** Of many wires each step takes longer: there are fewer then, so that nobody waits. */
const stepsFor = (wires: number): number => Math.min(4000, Math.round(270_000 / wires))
const [hot, cold] = [1.2 * crossing, 0.2 * crossing]
/** What is worse by more than this is never chosen. */
const worst = 16 * crossing
const stepsAlike = 64

/**
 * Columns and levels in which few lines cross: gates wait where fewer cross then. By simulated annealing (Kirkpatrick,
 * Gelatt and Vecchi 1983): one wire after the other is put at a place drawn by lot from all that it could have, the
 * better the likelier, and ever more so as it cools. Begins with the given wires from top to bottom.
 */
export const annealed = (
  plan: Plan,
  given: Int32Array,
): { readonly columns: Columns; readonly order: Int32Array } => {
  const levels = levelsOf(plan, given)
  const wires = given.length
  const steps = stepsFor(wires)
  const next = numbersFrom(wires)
  const [here, there] = [new Int32Array(wires + 1), new Int32Array(wires + 1)]
  const lots = { chances: new Float64Array(worst + 1), sums: new Float64Array(2 * wires) }
  let energy = 0
  for (let gap = 0; gap < levels.lines.length; gap++) energy += crossing * crossingsInGap(levels, gap)
  const best = { energy, of: levels.of.slice(), order: given.slice() }
  for (let count = 0; count < steps && best.energy > 0; count++) {
    if (count % stepsAlike === 0) warm(lots.chances, hot * (cold / hot) ** (count / steps))
    const wire = Math.floor(next() * wires)
    if (!isFree(levels, wire)) continue
    const way = isGate(levels, wire) && next() < elsewhere ? wayFor(levels, wire, next()) : 0
    const was = levels.place[wire] as number
    let least = crossing * siftedInto(here, levels, wire)
    const now = crossing * (here[was] as number)
    const column = levels.of[wire] as number
    /** By how much all places in the other column are worse. */
    let more = 0
    if (way !== 0) {
      const about = Math.min(column, column + way)
      const before = crossingsAbout(levels, about)
      step(levels, wire, column + way)
      more = crossing * (crossingsAbout(levels, about) - before) + way + now
      const fewest = siftedInto(there, levels, wire)
      more -= crossing * (there[was] as number)
      least = Math.min(least, crossing * fewest + more)
    }
    let sum = weigh(lots, here, { least, into: 0 }, 0)
    if (way !== 0) sum = weigh(lots, there, { least: least - more, into: wires }, sum)
    const drawn = draw(lots.sums, next() * sum)
    const goes = drawn >= wires
    if (way !== 0 && !goes) step(levels, wire, column)
    const at = goes ? drawn - wires : drawn
    energy += (goes ? crossing * (there[at] as number) + more : crossing * (here[at] as number)) - now
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

/** A column later or earlier by lot, or 0 where the gate cannot go there. */
const wayFor = (levels: Levels, gate: number, lot: number): number => {
  const [earliest, latest] = columnsFor(levels, gate)
  const way = lot < 0.5 ? -1 : 1
  const column = (levels.of[gate] as number) + way
  return column < earliest || column > latest ? 0 : way
}

type Lots = { readonly chances: Float64Array; readonly sums: Float64Array }

/** The sums of the chances of all places, from `sum` on; the last is returned. */
const weigh = (
  { chances, sums }: Lots,
  crossings: Int32Array,
  { least, into }: { readonly least: number; readonly into: number },
  sum: number,
): number => {
  const places = crossings.length - 1
  let all = sum
  for (let at = 0; at < places; at++) {
    const worse = crossing * (crossings[at] as number) - least
    if (worse <= worst) all += chances[worse] as number
    sums[into + at] = all
  }
  return all
}

const draw = (sums: Float64Array, lot: number): number => {
  let at = 0
  while ((sums[at] as number) <= lot) at += 1
  return at
}

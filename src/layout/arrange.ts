import { annealed } from './anneal'
import { type Before, columnsBefore, enough, orderBefore } from './before'
import { boundsOf } from './bounds'
import { fansAgree } from './forks'
import { groundOf } from './ground'
import { heightsOf, unordered } from './heights'
import type { Places } from './layout'
import { kept, ordered, orderInLevels } from './order'
import type { Plan } from './plan'
import { giveBack, type Routes, routesOf } from './routes'
import { placesInOrder, sortBenchFor } from './sort'
import type { Order, Settled } from './sweep'
import { columnsPassed } from './trunks'
import { type Weave, weaveOf } from './weave'
import { zonesOf } from './zones'

/** Sweeps after the first: each opens the forks and levels the lanes by the heights that the one before found. */
const sweeps = 4
/** Where very much stands and passes, fewer: what is won by more is not seen from so far. */
const fewSweeps = 1
const manyCells = 1500

const settle = (weave: Weave, given: Order | null, earlier: Settled | null, count: number): Settled => {
  let settled = earlier
  for (let sweep = 0; sweep < count || settled === null; sweep++) {
    const { heights, order } = heightsOf(weave, settled, given)
    settled = { heights, order, zones: zonesOf(weave, heights) }
  }
  return settled
}

/** A way to draw it; `first` is what everything wishes for, where that was asked. */
type Woven = {
  readonly shared: boolean
  readonly weave: Weave
  readonly first: Settled | null
  readonly settled: Settled
  readonly crossings: number
}

/** Everything at its height: in the order of what it wishes for, unless lines then cross that need not. */
const wovenOf = (plan: Plan, isLarge: boolean): Woven => {
  const weave = weaveOf(plan, isLarge)
  const first = settle(weave, null, null, isLarge ? 1 : sweeps + 1)
  const { order, crossings } = ordered(weave, first.order, true)
  const isSettled = order === first.order && !isLarge && fansAgree(weave, first)
  const settled = isSettled ? first : settle(weave, order, first, isLarge ? fewSweeps : sweeps)
  return { shared: isLarge, weave, first, settled, crossings }
}

/** With trunks, and gates that wait where fewer lines cross then. */
const waiting = (plan: Plan, { heights }: Settled): Woven => {
  const byHeight = placesInOrder(heights.wires, plan.kind.length, sortBenchFor(plan.kind.length))
  const { columns, order } = annealed(plan, Int32Array.from(byHeight))
  const weave = weaveOf({ ...plan, columns }, true)
  const found = ordered(weave, orderInLevels(weave, order, unordered(weave)), false)
  const settled = settle(weave, found.order, null, sweeps + 1)
  return { shared: true, weave, first: null, settled, crossings: found.crossings }
}

/** Uses on lines of their own, which are easier to follow, or, where fewer lines cross then, in trunks. */
const wovenAnew = (plan: Plan, isLarge: boolean): Woven => {
  const alone = wovenOf(plan, isLarge)
  if (isLarge || alone.crossings === 0) return alone
  const later = waiting(plan, alone.settled)
  return later.crossings < alone.crossings ? later : alone
}

/** In the columns and in the order in which it stood; `anew` may have woven the same. */
const wovenBefore = (plan: Plan, before: Before, isLarge: boolean, anew: Woven): Woven => {
  const columns = isLarge ? plan.columns : columnsBefore(plan, before)
  const shared = isLarge || before.shared
  const isSame = shared === anew.shared && columns === anew.weave.columns
  const weave = isSame ? anew.weave : weaveOf({ ...plan, columns }, shared)
  const first = (isSame ? anew.first : null) ?? settle(weave, null, null, 1)
  const { order, crossings } = kept(weave, orderBefore(weave, before, first.heights, first.order))
  const settled = settle(weave, order, first, isLarge ? fewSweeps : sweeps)
  return { shared, weave, first, settled, crossings }
}

/** What was drawn one way stays so unless much fewer lines cross another way. */
const bestWoven = (plan: Plan, before: Before | null): Woven => {
  const isLarge = plan.kind.length + lanesAlone(plan) > manyCells
  const anew = wovenAnew(plan, isLarge)
  if (!before) return anew
  const stood = wovenBefore(plan, before, isLarge, anew)
  const asWished = anew.crossings === 0 && anew.first?.order === anew.settled.order
  if (asWished && stood.shared === anew.shared && stood.weave.columns === plan.columns) return anew
  return anew.crossings < enough * stood.crossings ? anew : stood
}

const lanesAlone = (plan: Plan): number => {
  let lanes = 0
  for (let edge = 0; edge < plan.from.length; edge++) lanes += columnsPassed(plan.columns, plan, edge)
  return lanes
}

/**
 * Where everything stands, by numbers alone: what a worker does. Structure decides, never a value; and what stood
 * before, if anything did: an edit moves what it touches.
 */
export const arrange = (plan: Plan, earlier: Before | null = null): Places => {
  // Of another circuit nothing is kept.
  const before = earlier?.heights.some((height) => !Number.isNaN(height)) ? earlier : null
  const { shared, weave, settled } = bestWoven(plan, before)
  const ground = groundOf(weave, settled)
  const routes = routesOf(ground)
  const lines = packed(routes)
  giveBack(routes)
  const { columns, wires, left, centre, start, right, reach, stems, partsIn, dots, branches, via } = ground
  const standing = { columns, wires, left, centre, start, right, reach, stems, partsIn, dots, branches, via }
  return { shared, ...standing, ...lines, bounds: boundsOf(plan, standing, lines.points) }
}

/** The lines in order of their edges, each after the other. */
const packed = ({ line, first, end }: Routes): Pick<Places, 'lineAt' | 'points'> => {
  const lineAt = new Int32Array(first.length + 1)
  for (let edge = 0; edge < first.length; edge++)
    lineAt[edge + 1] = (lineAt[edge] as number) + (end[edge] as number) - (first[edge] as number)
  const points = new Float64Array(2 * (lineAt.at(-1) as number))
  const all = line.points()
  for (let edge = 0, at = 0; edge < first.length; edge++)
    for (let i = 2 * (first[edge] as number); i < 2 * (end[edge] as number); i++)
      points[at++] = all[i] as number
  return { lineAt, points }
}

import { type Before, enough, orderBefore } from './before'
import { boundsOf } from './bounds'
import { cellsOf, crossingsIn } from './crossings'
import { fansAgree } from './forks'
import { groundOf } from './ground'
import { heightsOf } from './heights'
import type { Places } from './layout'
import { ordered } from './order'
import type { Plan } from './plan'
import { type Routes, routesOf } from './routes'
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

type Woven = { readonly shared: boolean; readonly weave: Weave; readonly settled: Settled }
type Given = { readonly before: Before | null; readonly isLarge: boolean }

/** Everything at its height: in the order of what it wishes for, unless lines then cross that need not. */
const wovenOf = (plan: Plan, shared: boolean, { before, isLarge }: Given): Woven => {
  const weave = weaveOf(plan, shared)
  const first = settle(weave, null, null, isLarge ? 1 : sweeps + 1)
  const earlier = before && orderBefore(weave, before.heights, first.heights, first.order)
  const order = ordered(weave, first.order, earlier)
  const isSettled = order === first.order && !isLarge && fansAgree(weave, first)
  const settled = isSettled ? first : settle(weave, order, first, isLarge ? fewSweeps : sweeps)
  return { shared, weave, settled }
}

const crossingsOf = ({ weave, settled: { order } }: Woven): number =>
  crossingsIn(cellsOf(weave, order.at), order.slots)

/**
 * Uses on lines of their own, which are easier to follow, or, where fewer lines cross then, in trunks. What was drawn
 * one way stays so unless much fewer cross the other way.
 */
const bestWoven = (plan: Plan, before: Before | null): Woven => {
  const isLarge = plan.kind.length + lanesAlone(plan) > manyCells
  const given = { before, isLarge }
  if (isLarge) return wovenOf(plan, true, given)
  const alone = wovenOf(plan, false, given)
  const crossings = crossingsOf(alone)
  if (crossings === 0 && !before?.shared) return alone
  const shared = wovenOf(plan, true, given)
  const inTrunks = crossingsOf(shared)
  if (before?.shared) return enough * inTrunks <= crossings ? shared : alone
  return inTrunks < (before ? enough * crossings : crossings) ? shared : alone
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
  const lines = packed(routesOf(ground))
  const { wires, left, centre, start, right, reach, stems, partsIn, dots, branches, via } = ground
  const standing = { wires, left, centre, start, right, reach, stems, partsIn, dots, branches, via }
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

import { branchSpacing, dotRadius, laneHalf, rowPad, shareBottom, widestFork } from './measure'
import { type Passing, passingOf } from './passing'
import type { Plan } from './plan'
import { type Prongs, prongsOf, type Trunks } from './trunks'

/** A plan with the ways of its lines: lanes, trunks, and where they split. Cells are wires by their ids, then lanes. */
export type Weave = Plan &
  Passing &
  Trunks &
  Prongs & {
    /** By cell: how much room it takes above and below its height, its fork and its numbers included. */
    readonly above: Float64Array
    readonly below: Float64Array
  }

/** Edges of one wire `shared` in a trunk where they go far, or each alone. */
export const weaveOf = (plan: Plan, shared: boolean): Weave => {
  const wires = plan.kind.length
  const passing = passingOf(plan.columns, plan, shared)
  const prongs = prongsOf(plan, plan.columns, passing)
  const above = new Float64Array(wires + passing.lanes).fill(laneHalf)
  const below = above.slice()
  above.set(plan.up)
  below.set(plan.down)
  const { prongAt } = prongs
  for (let cell = 0; cell < above.length; cell++) {
    const count = (prongAt[cell + 1] as number) - (prongAt[cell] as number)
    if (count < 2) continue
    const reach = forkReach(count)
    above[cell] = aboveWith(above[cell] as number, reach)
    below[cell] = belowWith(below[cell] as number, reach)
  }
  return { ...plan, ...passing, ...prongs, above, below }
}

/** The room above and below of what has a fork that reaches so far. */
export const aboveWith = (own: number, reach: number): number =>
  reach === 0 ? own : Math.max(own, rowPad + reach + dotRadius)
export const belowWith = (own: number, reach: number): number =>
  reach === 0 ? own : Math.max(own, rowPad + reach + shareBottom)

/** How many lines leave a cell, where it splits; of a lane that does not, none. */
export const prongsAt = ({ prongAt }: Weave, cell: number): number =>
  (prongAt[cell + 1] as number) - (prongAt[cell] as number)

/** How far apart the branches of a fork are; where there are very many, too near for shares. */
export const spacingFor = (prongs: number): number =>
  prongs > widestFork ? (branchSpacing * widestFork) / prongs : branchSpacing

/** How far the outermost branches of a fork are from the height of what splits. */
export const forkReach = (prongs: number): number =>
  prongs < 2 ? 0 : ((prongs - 1) / 2) * spacingFor(prongs)

/** Whether each branch of a wire of so many uses carries its share. */
export const hasShares = (uses: number): boolean => uses > 1 && uses <= widestFork

import type { WireId } from '../circuit/circuit'
import type { Stood } from './boxes'
import type { Body, Point, Standing, Stub } from './layout'
import { fanWidth, shareBaseline, shareIndent, stubLength } from './measure'
import type { Plan } from './plan'
import { hasShares } from './weave'

export const bodyAt = (plan: Plan, { columns, wires, centre }: Standing, wire: WireId): Body | null => {
  const halfWidth = plan.half[wire] as number
  const x = centre[columns.of[wire] as number] as number
  return halfWidth === 0 ? null : { centre: { x, y: wires[wire] as number }, halfWidth }
}

export const usesOf = ({ leaveAt }: Plan, wire: number): number =>
  (leaveAt[wire + 1] as number) - (leaveAt[wire] as number)

/** Where forks and junctions of a column split, across. */
export const splitIn = (plan: Plan, { start }: Standing, column: number): number =>
  (start[column] as number) + stubLength(plan.digits)

/** Where a wire's stub ends, across: one that one line leaves runs on to where its column ends, so that slanted lines begin at the gaps. */
export const stubEndAt = (plan: Plan, standing: Standing, wire: number): number => {
  const column = standing.columns.of[wire] as number
  const runsOn = standing.reach[wire] === 0 && usesOf(plan, wire) > 0
  return runsOn ? (standing.right[column] as number) : splitIn(plan, standing, column)
}

export const stubAt = (plan: Plan, standing: Standing, wire: WireId): Omit<Stub, 'label'> => {
  const column = standing.columns.of[wire] as number
  const start = standing.start[column] as number
  const centre = standing.centre[column] as number
  const halfWidth = plan.half[wire] as number
  const y = standing.wires[wire] as number
  const splits = (standing.reach[wire] as number) > 0
  const end = { x: stubEndAt(plan, standing, wire), y }
  const lead = halfWidth === 0 ? null : { x: centre + halfWidth, y }
  return { start: { x: start, y }, end, lead, fork: splits ? end : null }
}

/** A wire with what is needed to know its pieces. */
export const stoodAt = (plan: Plan, standing: Standing, wire: number): Stood => {
  const column = standing.columns.of[wire] as number
  return {
    x: standing.start[column] as number,
    y: standing.wires[wire] as number,
    centre: standing.centre[column] as number,
    half: plan.half[wire] as number,
    labelWidth: plan.labelWidth[wire] as number,
    tagWidth: plan.tagWidth[wire] as number,
    sums: usesOf(plan, wire) > 1,
    fork: (standing.reach[wire] as number) > 0 ? splitIn(plan, standing, column) : Number.NaN,
  }
}

/** Where an edge, or its trunk, has left its wire's fork; null where there is none. */
export const openedAt = (plan: Plan, standing: Standing, edge: number): Point | null => {
  const wire = plan.from[edge] as number
  if ((standing.reach[wire] as number) === 0) return null
  const x = splitIn(plan, standing, standing.columns.of[wire] as number) + fanWidth
  return { x, y: standing.stems[edge] as number }
}

/** Where an edge parts from the others of its wire: the dot, and where it has left it; null where it is the only one. */
export const partingAt = (
  plan: Plan,
  standing: Standing,
  edge: number,
): { readonly dot: Point; readonly opened: Point; readonly share: Point | null } | null => {
  const uses = usesOf(plan, plan.from[edge] as number)
  if (uses < 2) return null
  const x = splitIn(plan, standing, standing.partsIn[edge] as number)
  const y = standing.branches[edge] as number
  const share = hasShares(uses) ? { x: x + fanWidth + shareIndent, y: y + shareBaseline } : null
  return { dot: { x, y: standing.dots[edge] as number }, opened: { x: x + fanWidth, y }, share }
}

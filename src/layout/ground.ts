import type { WireId } from '../circuit/circuit'
import { bodyBox, meetsLine, piecesOf } from './boxes'
import type { Body, Box, Stub } from './layout'
import { fanWidth, lineClearance, shareBaseline, shareBox, shareIndent, stubLength } from './measure'
import { hasShares, type Plan } from './plan'
import { placesInOrder } from './sort'
import type { Settled } from './sweep'

/** Something that lines keep off; a gate's body is in nobody's way to that gate. */
export type Obstacle = {
  readonly blocks: (ax: number, ay: number, bx: number, by: number, ownGate: boolean) => boolean
}

/** What stands already when lines are drawn. */
export type Ground = Settled & {
  readonly plan: Plan
  /** The wires of each column from top to bottom. */
  readonly rows: { readonly at: Int32Array; readonly wires: Int32Array }
  /** By wire, once asked for. */
  readonly obstacles: (readonly Obstacle[] | undefined)[]
  /** The places of lanes in the order of a height of theirs. */
  readonly sorted: (lanes: Int32Array, heights: Float64Array) => readonly number[]
}

export const groundOf = (plan: Plan, settled: Settled): Ground => {
  const wires = new Int32Array(plan.kind.length)
  let row = 0
  for (const item of settled.order.slots) if (item < plan.kind.length) wires[row++] = item
  const sorted = (lanes: Int32Array, heights: Float64Array): readonly number[] => {
    const keys = Float64Array.from(lanes, (lane) => heights[lane] as number)
    return [...placesInOrder(keys, keys.length, new Float64Array(keys.length))]
  }
  return { plan, ...settled, rows: { at: plan.columns.at, wires }, obstacles: [], sorted }
}

/** As much of what is settled as wires and forks are drawn by. */
export type Standing = {
  readonly heights: Pick<Settled['heights'], 'wires' | 'branches'>
  readonly zones: Settled['zones']
}

const usesOf = ({ leaveAt }: Plan, wire: number): number =>
  (leaveAt[wire + 1] as number) - (leaveAt[wire] as number)

export const bodyAt = (plan: Plan, { heights, zones }: Standing, wire: WireId): Body | null => {
  const halfWidth = plan.half[wire] as number
  const x = zones.centre[plan.columns.of[wire] as number] as number
  return halfWidth === 0 ? null : { centre: { x, y: heights.wires[wire] as number }, halfWidth }
}

export const stubAt = (plan: Plan, { heights, zones }: Standing, wire: WireId): Omit<Stub, 'label'> => {
  const column = plan.columns.of[wire] as number
  const [start, centre] = [zones.start[column] as number, zones.centre[column] as number]
  const halfWidth = plan.half[wire] as number
  const y = heights.wires[wire] as number
  const uses = usesOf(plan, wire)
  // A wire with one use runs on to where its column ends, so that slanted lines begin at the gaps.
  const end = { x: uses === 1 ? (zones.right[column] as number) : start + stubLength(plan.digits), y }
  const lead = halfWidth === 0 ? null : { x: centre + halfWidth, y }
  return { start: { x: start, y }, end, lead, fork: uses > 1 ? end : null }
}

/** Where a branch has left its fork, and where its share is written. */
export const openedAt = (
  plan: Plan,
  { heights, zones }: Standing,
  edge: number,
): { readonly x: number; readonly y: number; readonly share: boolean } | null => {
  const from = plan.from[edge] as number
  const uses = usesOf(plan, from)
  if (uses < 2) return null
  const start = zones.start[plan.columns.of[from] as number] as number
  const y = heights.branches[edge] as number
  return { x: start + stubLength(plan.digits) + fanWidth, y, share: hasShares(uses) }
}

const solid = ({ x, y, width, height }: Box, isBody = false): Obstacle => ({
  blocks: (ax, ay, bx, by, ownGate) =>
    !(isBody && ownGate) && meetsLine(x, y, width, height, ax, ay, bx, by, lineClearance),
})

/** Lines keep off the texts, and cross other wires only between columns. */
export const obstaclesOf = (ground: Ground, wire: WireId): readonly Obstacle[] => {
  const known = ground.obstacles[wire]
  if (known) return known
  const { plan, zones } = ground
  const stub = stubAt(plan, ground, wire)
  const body = bodyAt(plan, ground, wire)
  const pieces = {
    wire,
    stub,
    body,
    labelWidth: plan.labelWidth[wire] as number,
    tagWidth: plan.tagWidth[wire] as number,
  }
  const from = stub.lead ?? stub.start
  const found = [solid({ ...from, width: stub.end.x - from.x, height: 0 })]
  for (const { kind, box } of piecesOf(pieces, plan.digits)) if (kind !== 'body') found.push(solid(box))
  if (body) found.push(solid(bodyBox(body), true))
  const right = zones.right[plan.columns.of[wire] as number] as number
  for (let edge = plan.leaveAt[wire] as number; edge < (plan.leaveAt[wire + 1] as number); edge++) {
    const opened = openedAt(plan, ground, edge)
    if (!opened) continue
    const { x, y, share } = opened
    found.push(solid({ x, y, width: right - x, height: 0 }))
    if (share) found.push(solid(shareBox({ x: x + shareIndent, y: y + shareBaseline }, plan.digits)))
  }
  ground.obstacles[wire] = found
  return found
}

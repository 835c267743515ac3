import type { WireId } from '../circuit/circuit'
import { bodyBox, meetsLine, piecesOf } from './boxes'
import type { Body, Box, Stub } from './layout'
import { fanWidth, lineClearance, shareBaseline, shareBox, shareIndent, stubLength } from './measure'
import { hasShares, type Plan } from './plan'
import type { Settled } from './sweep'

/** What stands already when lines are drawn. */
export type Ground = Settled & {
  readonly plan: Plan
  /** The wires of each column from top to bottom. */
  readonly rows: { readonly at: Int32Array; readonly wires: Int32Array }
  /** By wire, once asked for: the boxes that lines keep off, four numbers each, a gate's body first. */
  readonly obstacles: (Float64Array | undefined)[]
}

export const groundOf = (plan: Plan, settled: Settled): Ground => {
  const wires = new Int32Array(plan.kind.length)
  let row = 0
  for (const item of settled.order.slots) if (item < plan.kind.length) wires[row++] = item
  return { plan, ...settled, rows: { at: plan.columns.at, wires }, obstacles: [] }
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

/** Lines keep off the texts, and cross other wires only between columns. */
const obstaclesOf = (ground: Ground, wire: WireId): Float64Array => {
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
  const found: number[] = []
  const add = ({ x, y, width, height }: Box): void => {
    found.push(x, y, width, height)
  }
  if (body) add(bodyBox(body))
  add({ ...from, width: stub.end.x - from.x, height: 0 })
  for (const { kind, box } of piecesOf(pieces, plan.digits)) if (kind !== 'body') add(box)
  const right = zones.right[plan.columns.of[wire] as number] as number
  for (let edge = plan.leaveAt[wire] as number; edge < (plan.leaveAt[wire + 1] as number); edge++) {
    const opened = openedAt(plan, ground, edge)
    if (!opened) continue
    const { x, y, share } = opened
    add({ x, y, width: right - x, height: 0 })
    if (share) add(shareBox({ x: x + shareIndent, y: y + shareBaseline }, plan.digits))
  }
  const boxes = Float64Array.from(found)
  ground.obstacles[wire] = boxes
  return boxes
}

/** Whether a wire or its gate is in the way of a line; its gate's body is not where the line ends. */
export const blocks = (
  ground: Ground,
  wire: WireId,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  isGoal: boolean,
): boolean => {
  const boxes = obstaclesOf(ground, wire)
  const hasBody = ground.plan.half[wire] !== 0
  for (let i = isGoal && hasBody ? 4 : 0; i < boxes.length; i += 4) {
    const [x, y, width, height] = [
      boxes[i] as number,
      boxes[i + 1] as number,
      boxes[i + 2] as number,
      boxes[i + 3] as number,
    ]
    if (meetsLine(x, y, width, height, ax, ay, bx, by, lineClearance)) return true
  }
  return false
}

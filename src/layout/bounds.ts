import type { WireId } from '../circuit/circuit'
import { piecesOf } from './boxes'
import { bodyAt, openedAt, partingAt, stubAt, usesOf } from './ground'
import type { Box, Standing } from './layout'
import { margin, shareBox } from './measure'
import type { Plan } from './plan'

/** The smallest box around all pieces and lines, with a margin. */
export const boundsOf = (plan: Plan, standing: Standing, points: Float64Array): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const include = (x: number, y: number): void => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  const includeBox = ({ x, y, width, height }: Box): void => {
    include(x, y)
    include(x + width, y + height)
  }
  for (let wire = 0 as WireId; wire < plan.kind.length; wire++) {
    const stub = stubAt(plan, standing, wire)
    const labelWidth = plan.labelWidth[wire] as number
    const tagWidth = plan.tagWidth[wire] as number
    const body = bodyAt(plan, standing, wire)
    const sums = usesOf(plan, wire) > 1
    const stood = { wire, stub, body, sums, labelWidth, tagWidth }
    for (const { box } of piecesOf(stood, plan.digits)) includeBox(box)
    include(stub.end.x, stub.end.y)
  }
  for (let edge = 0; edge < plan.from.length; edge++) {
    const opened = openedAt(plan, standing, edge)
    if (opened) include(opened.x, opened.y)
    const share = partingAt(plan, standing, edge)?.share
    if (share) includeBox(shareBox(share, plan.digits))
  }
  for (let i = 0; i < points.length; i += 2) include(points[i] as number, points[i + 1] as number)
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 }
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  }
}

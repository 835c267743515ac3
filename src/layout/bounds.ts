import type { WireId } from '../circuit/circuit'
import { piecesOf } from './boxes'
import { bodyAt, openedAt, type Standing, stubAt } from './ground'
import type { Box } from './layout'
import { margin, shareBaseline, shareBox, shareIndent } from './measure'
import type { Plan } from './plan'

/** The smallest box around all pieces and lines, with a margin. */
export const boundsOf = (plan: Plan, settled: Standing, points: Float64Array): Box => {
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
    const stub = stubAt(plan, settled, wire)
    const labelWidth = plan.labelWidth[wire] as number
    const tagWidth = plan.tagWidth[wire] as number
    const body = bodyAt(plan, settled, wire)
    for (const { box } of piecesOf({ wire, stub, body, labelWidth, tagWidth }, plan.digits)) includeBox(box)
    include(stub.end.x, stub.end.y)
  }
  for (let edge = 0; edge < plan.from.length; edge++) {
    const opened = openedAt(plan, settled, edge)
    if (opened?.share)
      includeBox(shareBox({ x: opened.x + shareIndent, y: opened.y + shareBaseline }, plan.digits))
    if (opened) include(opened.x, opened.y)
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

import { addPieces, beginBoxes } from './boxes'
import type { Box, Standing } from './layout'
import { margin, shareBottom, shareHeight, shareTop, shareWidth } from './measure'
import type { Plan } from './plan'
import { openedAt, partingAt, stoodAt, stubEndAt } from './standing'

/** The smallest box around all pieces and lines, with a margin. */
export const boundsOf = (plan: Plan, standing: Standing, points: Float64Array): Box => {
  const [left, right] = rangeOf(points, 0)
  const [top, bottom] = rangeOf(points, 1)
  const all = { left, top, right, bottom }
  const include = (x: number, y: number): void => {
    all.left = Math.min(all.left, x)
    all.top = Math.min(all.top, y)
    all.right = Math.max(all.right, x)
    all.bottom = Math.max(all.bottom, y)
  }
  const includeBox = (x: number, y: number, width: number, height: number): void => {
    include(x, y)
    include(x + width, y + height)
  }
  const isInside = (y: number, up: number, down: number): boolean =>
    y - up >= all.top && y + down <= all.bottom
  const { of, count } = standing.columns
  const pieces = beginBoxes()
  for (let wire = 0; wire < plan.kind.length; wire++) {
    // Columns stand beside one another: only the outer ones reach farther to a side than others.
    const isOuter = of[wire] === 0 || of[wire] === count - 1
    const y = standing.wires[wire] as number
    if (!isOuter && isInside(y, plan.up[wire] as number, plan.down[wire] as number)) continue
    const stood = stoodAt(plan, standing, wire)
    pieces.length = 0
    addPieces(pieces, stood, plan.digits)
    const { numbers } = pieces
    for (let i = 0; i < pieces.length; i += 4)
      includeBox(
        numbers[i] as number,
        numbers[i + 1] as number,
        numbers[i + 2] as number,
        numbers[i + 3] as number,
      )
    include(stubEndAt(plan, standing, wire), stood.y)
  }
  for (let edge = 0; edge < plan.from.length; edge++) {
    const y = standing.branches[edge] as number
    const stem = standing.stems[edge] as number
    if (isInside(y, shareBottom, shareBottom) && isInside(stem, 0, 0)) continue
    const opened = openedAt(plan, standing, edge)
    if (opened) include(opened.x, opened.y)
    const share = partingAt(plan, standing, edge)?.share
    if (share) includeBox(share.x, share.y + shareTop, shareWidth(plan.digits), shareHeight)
  }
  if (all.left > all.right) return { x: 0, y: 0, width: 0, height: 0 }
  return {
    x: all.left - margin,
    y: all.top - margin,
    width: all.right - all.left + 2 * margin,
    height: all.bottom - all.top + 2 * margin,
  }
}

/** Of every second number, from the first or the second on. */
const rangeOf = (numbers: Float64Array, first: number): readonly [number, number] => {
  let least = Infinity
  let greatest = -Infinity
  for (let i = first; i < numbers.length; i += 2) {
    const number = numbers[i] as number
    if (number < least) least = number
    if (number > greatest) greatest = number
  }
  return [least, greatest]
}

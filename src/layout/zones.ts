import {
  forkLength,
  gapFor,
  isSteep,
  lineClearance,
  markWidth,
  nameIndent,
  origin,
  steepFrom,
  stubLength,
  sumMarkWidth,
} from './measure'
import { flies } from './passing'
import type { Plan } from './plan'
import type { Heights, Zones } from './sweep'

type Climbs = { readonly greatest: Float64Array; readonly steep: Int32Array }

/** By column: the greatest change of height in the gap before it, and how many steep lines there are. */
const climbsOf = (plan: Plan, heights: Heights): Climbs => {
  const { of, count } = plan.columns
  const greatest = new Float64Array(count).fill(steepFrom)
  const steep = new Int32Array(count)
  for (let edge = 0; edge < plan.from.length; edge++) {
    if (flies(plan, edge)) continue
    const by = plan.by[edge] as number
    const [fromColumn, byColumn] = [of[plan.from[edge] as number] as number, of[by] as number]
    const lane = (plan.laneAt[edge] as number) - fromColumn - 1
    let y = heights.branches[edge] as number
    for (let column = fromColumn + 1; column <= byColumn; column++) {
      const next = (column === byColumn ? heights.wires[by] : heights.lanes[lane + column]) as number
      const climb = Math.abs(next - y)
      if (climb > (greatest[column] as number)) greatest[column] = climb
      if (isSteep(climb)) steep[column] = (steep[column] as number) + 1
      y = next
    }
  }
  return { greatest, steep }
}

type Reach = { readonly left: number; readonly centre: number; readonly right: number }

/** A column's reach to either side of where its stubs start. */
const reachOf = (plan: Plan, column: Int32Array): Reach => {
  const stub = stubLength(plan.digits)
  let centre = 0
  for (const wire of column)
    centre = Math.min(centre, -(plan.half[wire] as number) - (plan.lead[wire] as number))
  let [left, right] = [0, stub]
  for (const wire of column) {
    const half = plan.half[wire] as number
    const forks = (plan.leaveAt[wire + 1] as number) - (plan.leaveAt[wire] as number) > 1
    const own = Math.max(half, (plan.tagWidth[wire] as number) / 2)
    const named = nameIndent + (plan.labelWidth[wire] as number)
    left = Math.min(
      left,
      half > 0 ? centre - own : -Math.max(named, forks ? sumMarkWidth : markWidth) - lineClearance,
    )
    right = Math.max(right, centre + own, forks ? stub + forkLength(plan.digits) : 0)
  }
  return { left, centre, right }
}

export const zonesOf = (plan: Plan, heights: Heights): Zones => {
  const { greatest, steep } = climbsOf(plan, heights)
  const { count, at, wires } = plan.columns
  const array = (): Float64Array => new Float64Array(count)
  const zones = { left: array(), centre: array(), start: array(), right: array() }
  for (let column = 0; column < count; column++) {
    const reach = reachOf(plan, wires.subarray(at[column], at[column + 1]))
    const gap = gapFor(greatest[column] as number, steep[column] as number)
    const start = column === 0 ? origin.x : Math.ceil((zones.right[column - 1] as number) + gap - reach.left)
    zones.left[column] = start + reach.left
    zones.centre[column] = start + reach.centre
    zones.start[column] = start
    zones.right[column] = start + reach.right
  }
  return zones
}

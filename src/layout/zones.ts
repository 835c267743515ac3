import type { WireId } from '../circuit/circuit'
import { at } from './at'
import {
  forkLength,
  gapFor,
  lineClearance,
  markWidth,
  nameIndent,
  origin,
  stubLength,
  sumMarkWidth,
} from './measure'
import type { Plan } from './plan'
import { type Heights, heightIn, type Zone } from './sweep'

/** The changes of height in the gap before each column. */
const climbsOf = (plan: Plan, heights: Heights): readonly (readonly number[])[] => {
  const climbs = plan.columns.wires.map((): number[] => [])
  plan.edges.forEach((edge, index) => {
    let y = at(heights.branches, index)
    for (let column = edge.fromColumn + 1; column <= edge.byColumn; column++) {
      const next = heightIn(heights, edge, index, column)
      at(climbs, column).push(Math.abs(next - y))
      y = next
    }
  })
  return climbs
}

/** A column's reach to either side of where its stubs start. */
const reachOf = (plan: Plan, column: readonly WireId[]): Zone => {
  const stub = stubLength(plan.digits)
  let centre = 0
  for (const wire of column) {
    const { halfWidth, lead } = at(plan.sizes, wire)
    centre = Math.min(centre, -halfWidth - lead)
  }
  let [left, right] = [0, stub]
  for (const wire of column) {
    const { halfWidth, tagWidth, labelWidth } = at(plan.sizes, wire)
    const forks = at(plan.leaving, wire).length > 1
    const own = Math.max(halfWidth, tagWidth / 2)
    left = Math.min(
      left,
      halfWidth > 0
        ? centre - own
        : -Math.max(nameIndent + labelWidth, forks ? sumMarkWidth : markWidth) - lineClearance,
    )
    right = Math.max(right, centre + own, forks ? stub + forkLength(plan.digits) : 0)
  }
  return { left, centre, start: 0, right }
}

export const zonesOf = (plan: Plan, heights: Heights): readonly Zone[] => {
  const climbs = climbsOf(plan, heights)
  const zones: Zone[] = []
  plan.columns.wires.forEach((column, index) => {
    const reach = reachOf(plan, column)
    const before = zones.at(-1)
    const start =
      before === undefined ? origin.x : Math.ceil(before.right + gapFor(at(climbs, index)) - reach.left)
    zones.push({
      left: start + reach.left,
      centre: start + reach.centre,
      start,
      right: start + reach.right,
    })
  })
  return zones
}

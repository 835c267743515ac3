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
import type { Heights, Zones } from './sweep'
import { prongsAt, type Weave } from './weave'

type Climbs = { readonly greatest: Float64Array; readonly steep: Int32Array }

/** By column: the greatest change of height in the gap before it, and how many steep lines there are. */
const climbsOf = (weave: Weave, heights: Heights): Climbs => {
  const { of, count } = weave.columns
  const greatest = new Float64Array(count).fill(steepFrom)
  const steep = new Int32Array(count)
  const climb = (column: number, by: number): void => {
    if (by > (greatest[column] as number)) greatest[column] = by
    if (isSteep(by)) steep[column] = (steep[column] as number) + 1
  }
  for (let edge = 0; edge < weave.from.length; edge++) {
    if (flies(weave, edge)) continue
    let y = (weave.trunk[edge] === edge ? heights.stems[edge] : heights.branches[edge]) as number
    let column = (weave.begins[edge] as number) + 1
    for (let lane = weave.laneAt[edge] as number; lane < (weave.laneAt[edge + 1] as number); lane++) {
      climb(column++, Math.abs((heights.lanes[lane] as number) - y))
      y = heights.onward[lane] as number
    }
    const gate = weave.by[edge] as number
    climb(of[gate] as number, Math.abs((heights.wires[gate] as number) - y))
  }
  return { greatest, steep }
}

/** By column: whether a trunk has a junction there. */
const junctionsIn = ({ from, trunk, begins, columns }: Weave): Uint8Array => {
  const found = new Uint8Array(columns.count)
  for (let edge = 0; edge < from.length; edge++) if (trunk[edge] !== edge) found[begins[edge] as number] = 1
  return found
}

type Reach = { readonly left: number; readonly centre: number; readonly right: number }

/** A column's reach to either side of where its stubs start. */
const reachOf = (weave: Weave, column: Int32Array, hasJunction: boolean): Reach => {
  const stub = stubLength(weave.digits)
  const forked = stub + forkLength(weave.digits)
  let centre = 0
  for (let i = 0; i < column.length; i++) {
    const wire = column[i] as number
    centre = Math.min(centre, -(weave.half[wire] as number) - (weave.lead[wire] as number))
  }
  let left = 0
  let right = hasJunction ? forked : stub
  for (let i = 0; i < column.length; i++) {
    const wire = column[i] as number
    const half = weave.half[wire] as number
    const forks = (weave.leaveAt[wire + 1] as number) - (weave.leaveAt[wire] as number) > 1
    const own = Math.max(half, (weave.tagWidth[wire] as number) / 2)
    const named = nameIndent + (weave.labelWidth[wire] as number)
    left = Math.min(
      left,
      half > 0 ? centre - own : -Math.max(named, forks ? sumMarkWidth : markWidth) - lineClearance,
    )
    right = Math.max(right, centre + own, prongsAt(weave, wire) > 1 ? forked : 0)
  }
  return { left, centre, right }
}

export const zonesOf = (weave: Weave, heights: Heights): Zones => {
  const { greatest, steep } = climbsOf(weave, heights)
  const { count, at, wires } = weave.columns
  const junctions = junctionsIn(weave)
  const array = (): Float64Array => new Float64Array(count)
  const zones = { left: array(), centre: array(), start: array(), right: array() }
  for (let column = 0; column < count; column++) {
    const reach = reachOf(weave, wires.subarray(at[column], at[column + 1]), junctions[column] === 1)
    const gap = gapFor(greatest[column] as number, steep[column] as number)
    const start = column === 0 ? origin.x : Math.ceil((zones.right[column - 1] as number) + gap - reach.left)
    zones.left[column] = start + reach.left
    zones.centre[column] = start + reach.centre
    zones.start[column] = start
    zones.right[column] = start + reach.right
  }
  return zones
}

import type { Ground } from './ground'
import type { Line } from './line'
import { fanWidth } from './measure'
import { columnOf } from './passing'
import { splitIn } from './standing'

/**
 * A way that a line takes through lanes: from where it leaves one column to a gate's tip, or to a junction, where the
 * column of that begins. Of the columns between, the first has `lane`, the next the one after it. There are tens of
 * thousands, one after the other: they are written over one another.
 */
export type Leg = {
  /** Its two ends: x and y, x and y. */
  readonly ends: Float64Array
  from: number
  to: number
  lane: number
  /** −1 where it ends at a junction. */
  gate: number
}

export const beginLeg = (): Leg => ({ ends: new Float64Array(4), from: 0, to: 0, lane: 0, gate: -1 })

/**
 * To the junction where an edge leaves its trunk, from the junction before, or the wire; false where it has no trunk, or
 * another one is the first to leave there.
 */
export const takeTrunkLeg = (ground: Ground, edge: number, leg: Leg): boolean => {
  const { ends } = leg
  const { weave, stems, lanes, onward, left, right, via } = ground
  const leader = weave.trunk[edge] as number
  const goal = weave.leavesAt[edge] as number
  if (leader === edge || weave.carries[goal] !== edge) return false
  const to = columnOf(weave, goal)
  const before = via[edge] as number
  const lane = before < 0 ? -1 : (weave.leavesAt[before] as number)
  const from = lane < 0 ? (weave.begins[leader] as number) : columnOf(weave, lane)
  ends[0] = right[from] as number
  ends[1] = (lane < 0 ? stems[leader] : onward[lane]) as number
  ends[2] = left[to] as number
  ends[3] = lanes[goal] as number
  leg.from = from
  leg.to = to
  leg.lane = lane < 0 ? (weave.laneAt[leader] as number) : lane + 1
  return true
}

/** From where an edge is on its own to its gate. */
export const takeOwnLeg = (ground: Ground, edge: number, leg: Leg): void => {
  const { weave, branches, centre, wires, right, partsIn } = ground
  const { ends } = leg
  const from = partsIn[edge] as number
  const gate = weave.by[edge] as number
  const to = weave.columns.of[gate] as number
  ends[0] = right[from] as number
  ends[1] = branches[edge] as number
  ends[2] = (centre[to] as number) - (weave.half[gate] as number)
  ends[3] = wires[gate] as number
  leg.from = from
  leg.to = to
  leg.lane = (weave.laneAt[edge] as number) + from - (weave.begins[edge] as number)
  leg.gate = gate
}

/** From the dot of a junction to where its column ends but for the last point, at the height at which a line goes on. */
export const addLeaving = (ground: Ground, line: Line, lane: number, y: number): void => {
  const { weave, lanes } = ground
  const x = splitIn(weave, ground, columnOf(weave, lane))
  line.add(x, lanes[lane] as number)
  line.add(x + fanWidth, y)
}

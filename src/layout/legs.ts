import type { Ground } from './ground'
import type { Line } from './line'
import { fanWidth } from './measure'
import { columnOf } from './passing'
import { splitIn } from './standing'

/**
 * A way that a line takes through lanes: from where it leaves one column to a gate's tip, or to a junction, where the
 * column of that begins. Of the columns between, the first has `lane`, the next the one after it.
 */
export type Leg = {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly from: number
  readonly to: number
  readonly lane: number
  /** −1 where it ends at a junction. */
  readonly gate: number
}

/** To the junction where an edge leaves its trunk, if it is the first to leave there: from the junction before, or the wire. */
export const trunkLeg = (ground: Ground, edge: number): Leg | null => {
  const { weave, stems, lanes, onward, left, right, via } = ground
  const leader = weave.trunk[edge] as number
  const goal = weave.leavesAt[edge] as number
  if (leader === edge || weave.carries[goal] !== edge) return null
  const to = columnOf(weave, goal)
  const before = via[edge] as number
  const lane = before < 0 ? -1 : (weave.leavesAt[before] as number)
  const from = lane < 0 ? (weave.begins[leader] as number) : columnOf(weave, lane)
  return {
    ax: right[from] as number,
    ay: (lane < 0 ? stems[leader] : onward[lane]) as number,
    bx: left[to] as number,
    by: lanes[goal] as number,
    from,
    to,
    lane: lane < 0 ? (weave.laneAt[leader] as number) : lane + 1,
    gate: -1,
  }
}

/** From where an edge is on its own to its gate. */
export const ownLeg = (ground: Ground, edge: number): Leg => {
  const { weave, branches, centre, wires, right, partsIn } = ground
  const from = partsIn[edge] as number
  const gate = weave.by[edge] as number
  const to = weave.columns.of[gate] as number
  return {
    ax: right[from] as number,
    ay: branches[edge] as number,
    bx: (centre[to] as number) - (weave.half[gate] as number),
    by: wires[gate] as number,
    from,
    to,
    lane: (weave.laneAt[edge] as number) + from - (weave.begins[edge] as number),
    gate,
  }
}

/** From the dot of a junction to where its column ends but for the last point, at the height at which a line goes on. */
export const addLeaving = (ground: Ground, line: Line, lane: number, y: number): void => {
  const { weave, lanes } = ground
  const x = splitIn(weave, ground, columnOf(weave, lane))
  line.add(x, lanes[lane] as number)
  line.add(x + fanWidth, y)
}

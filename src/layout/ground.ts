import type { WireId } from '../circuit/circuit'
import { bodyBox, dotBox, meetsLine, piecesOf } from './boxes'
import type { Body, Box, Point, Standing, Stub } from './layout'
import { fanWidth, lineClearance, shareBaseline, shareBox, shareIndent, stubLength } from './measure'
import { columnOf } from './passing'
import type { Plan } from './plan'
import type { Heights, Settled } from './sweep'
import { forkReach, hasShares, prongsAt, type Weave } from './weave'

/** What stands already when lines are drawn. */
export type Ground = Standing & {
  readonly weave: Weave
  readonly lanes: Float64Array
  readonly onward: Float64Array
  readonly order: Settled['order']
  /** What stands in each column from top to bottom: wires, and lanes that are junctions. */
  readonly rows: { readonly at: Int32Array; readonly cells: Int32Array }
  /** By cell, once asked for: the boxes that lines keep off, four numbers each, a gate's body first. */
  readonly obstacles: (Float64Array | undefined)[]
}

export const groundOf = (weave: Weave, { heights, order, zones }: Settled): Ground => {
  const { lanes, onward } = heights
  return {
    ...standingOf(weave, heights),
    ...zones,
    weave,
    lanes,
    onward,
    order,
    rows: rowsOf(weave, order),
    obstacles: [],
  }
}

const rowsOf = (weave: Weave, { at, slots }: Settled['order']): Ground['rows'] => {
  const wires = weave.kind.length
  const cells = new Int32Array(slots.length)
  const rowAt = new Int32Array(at.length)
  let row = 0
  for (let column = 0; column + 1 < at.length; column++) {
    for (let i = at[column] as number; i < (at[column + 1] as number); i++) {
      const cell = slots[i] as number
      if (cell < wires || prongsAt(weave, cell) > 0) cells[row++] = cell
    }
    rowAt[column + 1] = row
  }
  return { at: rowAt, cells: cells.subarray(0, row) }
}

type Parts = Pick<Standing, 'wires' | 'reach' | 'stems' | 'branches' | 'partsIn' | 'dots' | 'via'>

const standingOf = (weave: Weave, heights: Heights): Parts => {
  const { from, trunk, begins, leavesAt, via, columns } = weave
  const reach = new Float64Array(columns.of.length)
  for (let wire = 0; wire < reach.length; wire++) reach[wire] = forkReach(prongsAt(weave, wire))
  const stems = new Float64Array(from.length)
  const dots = new Float64Array(from.length)
  const partsIn = begins.slice()
  for (let edge = 0; edge < from.length; edge++) {
    const leader = trunk[edge] as number
    const lane = leavesAt[edge] as number
    stems[edge] = heights.stems[leader] as number
    dots[edge] = (lane < 0 ? heights.wires[from[edge] as number] : heights.lanes[lane]) as number
    if (lane >= 0) partsIn[edge] = columnOf(weave, lane)
  }
  const { wires, branches } = heights
  return { wires, reach, stems, branches, partsIn, dots, via }
}

export const bodyAt = (plan: Plan, { wires, centre }: Standing, wire: WireId): Body | null => {
  const halfWidth = plan.half[wire] as number
  const x = centre[plan.columns.of[wire] as number] as number
  return halfWidth === 0 ? null : { centre: { x, y: wires[wire] as number }, halfWidth }
}

export const usesOf = ({ leaveAt }: Plan, wire: number): number =>
  (leaveAt[wire + 1] as number) - (leaveAt[wire] as number)

/** Where forks and junctions of a column split, across. */
export const splitIn = (plan: Plan, { start }: Standing, column: number): number =>
  (start[column] as number) + stubLength(plan.digits)

export const stubAt = (plan: Plan, standing: Standing, wire: WireId): Omit<Stub, 'label'> => {
  const column = plan.columns.of[wire] as number
  const [start, centre] = [standing.start[column] as number, standing.centre[column] as number]
  const halfWidth = plan.half[wire] as number
  const y = standing.wires[wire] as number
  const splits = (standing.reach[wire] as number) > 0
  // A wire that one line leaves runs on to where its column ends, so that slanted lines begin at the gaps.
  const runsOn = !splits && usesOf(plan, wire) > 0
  const end = { x: runsOn ? (standing.right[column] as number) : splitIn(plan, standing, column), y }
  const lead = halfWidth === 0 ? null : { x: centre + halfWidth, y }
  return { start: { x: start, y }, end, lead, fork: splits ? end : null }
}

/** Where an edge, or its trunk, has left its wire's fork; null where there is none. */
export const openedAt = (plan: Plan, standing: Standing, edge: number): Point | null => {
  const wire = plan.from[edge] as number
  if ((standing.reach[wire] as number) === 0) return null
  const x = splitIn(plan, standing, plan.columns.of[wire] as number) + fanWidth
  return { x, y: standing.stems[edge] as number }
}

/** Where an edge parts from the others of its wire: the dot, and where it has left it; null where it is the only one. */
export const partingAt = (
  plan: Plan,
  standing: Standing,
  edge: number,
): { readonly dot: Point; readonly opened: Point; readonly share: Point | null } | null => {
  const uses = usesOf(plan, plan.from[edge] as number)
  if (uses < 2) return null
  const x = splitIn(plan, standing, standing.partsIn[edge] as number)
  const y = standing.branches[edge] as number
  const share = hasShares(uses) ? { x: x + fanWidth + shareIndent, y: y + shareBaseline } : null
  return { dot: { x, y: standing.dots[edge] as number }, opened: { x: x + fanWidth, y }, share }
}

/** Lines keep off the texts, and cross other wires only between columns. */
const obstaclesOf = (ground: Ground, cell: number): Float64Array => {
  const known = ground.obstacles[cell]
  if (known) return known
  const { weave } = ground
  const found: number[] = []
  const add = ({ x, y, width, height }: Box): void => {
    found.push(x, y, width, height)
  }
  const lane = Math.max(-1, cell - weave.kind.length)
  if (lane < 0) addWire(ground, cell as WireId, add)
  else addJunction(ground, lane, add)
  if (prongsAt(weave, cell) > 1)
    for (let i = weave.prongAt[cell] as number; i < (weave.prongAt[cell + 1] as number); i++)
      addProng(ground, lane, weave.prongs[i] as number, add)
  const boxes = Float64Array.from(found)
  ground.obstacles[cell] = boxes
  return boxes
}

type Add = (box: Box) => void

const addWire = (ground: Ground, wire: WireId, add: Add): void => {
  const { weave } = ground
  const stub = stubAt(weave, ground, wire)
  const body = bodyAt(weave, ground, wire)
  const labelWidth = weave.labelWidth[wire] as number
  const tagWidth = weave.tagWidth[wire] as number
  const from = stub.lead ?? stub.start
  if (body) add(bodyBox(body))
  add({ ...from, width: stub.end.x - from.x, height: 0 })
  const sums = usesOf(weave, wire) > 1
  for (const { kind, box } of piecesOf({ wire, stub, body, sums, labelWidth, tagWidth }, weave.digits))
    if (kind !== 'body') add(box)
}

const addJunction = (ground: Ground, lane: number, add: Add): void => {
  const { weave } = ground
  const column = columnOf(weave, lane)
  const [left, y] = [ground.left[column] as number, ground.lanes[lane] as number]
  const x = splitIn(weave, ground, column)
  add({ x: left, y, width: x - left, height: 0 })
  add(dotBox({ x, y }))
}

/** What leaves a fork, as far as its column goes, and the share where it parts from the others. */
const addProng = (ground: Ground, lane: number, edge: number, add: Add): void => {
  const { weave } = ground
  const column = lane < 0 ? (weave.begins[edge] as number) : columnOf(weave, lane)
  const isTrunk = lane >= 0 && weave.trunk[edge] === edge
  const y = (lane < 0 ? ground.stems[edge] : isTrunk ? ground.onward[lane] : ground.branches[edge]) as number
  const x = splitIn(weave, ground, column) + fanWidth
  add({ x, y, width: (ground.right[column] as number) - x, height: 0 })
  const share = weave.leavesAt[edge] === lane ? partingAt(weave, ground, edge)?.share : null
  if (share) add(shareBox(share, weave.digits))
}

/** Whether what stands in a cell is in the way of a line; the body of the gate where the line ends is not. */
export const blocks = (
  ground: Ground,
  cell: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  isGoal: boolean,
): boolean => {
  const boxes = obstaclesOf(ground, cell)
  for (let i = isGoal ? 4 : 0; i < boxes.length; i += 4) {
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

import { addBox, addPieces, type Boxes, beginBoxes, meetsLine } from './boxes'
import type { Standing } from './layout'
import {
  dotRadius,
  fanWidth,
  lineClearance,
  shareBaseline,
  shareHeight,
  shareIndent,
  shareTop,
  shareWidth,
} from './measure'
import { columnOf } from './passing'
import { splitIn, stoodAt, stubEndAt, usesOf } from './standing'
import type { Heights, Settled } from './sweep'
import { forkReach, hasShares, prongsAt, type Weave } from './weave'

/** What stands in each column from top to bottom, wires and lanes that are junctions, and from where to where. */
type StandingRows = {
  readonly at: Int32Array
  readonly cells: Int32Array
  /** By wire. */
  readonly of: Int32Array
  readonly tops: Float64Array
  readonly bottoms: Float64Array
}

/** What stands already when lines are drawn. */
export type Ground = Standing & {
  readonly weave: Weave
  readonly lanes: Float64Array
  readonly onward: Float64Array
  readonly order: Settled['order']
  readonly rows: StandingRows
  readonly obstacles: Obstacles
}

/** The boxes of the cell that was last asked for, which lines keep off; a gate's body is the first. */
type Obstacles = { cell: number; readonly boxes: Boxes }

export const groundOf = (weave: Weave, { heights, order, zones }: Settled): Ground => {
  const { lanes, onward } = heights
  return {
    ...standingOf(weave, heights),
    ...zones,
    weave,
    lanes,
    onward,
    order,
    rows: rowsOf(weave, heights, order),
    obstacles: { cell: -1, boxes: beginBoxes() },
  }
}

const rowsOf = (weave: Weave, heights: Heights, { at, slots }: Settled['order']): StandingRows => {
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
  const [tops, bottoms] = [new Float64Array(row), new Float64Array(row)]
  const of = new Int32Array(wires)
  for (let i = 0; i < row; i++) {
    const cell = cells[i] as number
    const y = heights.cells[cell] as number
    tops[i] = y - (weave.above[cell] as number)
    bottoms[i] = y + (weave.below[cell] as number)
    if (cell < wires) of[cell] = i
  }
  return { at: rowAt, cells: cells.subarray(0, row), of, tops, bottoms }
}

type Parts = Pick<Standing, 'columns' | 'wires' | 'reach' | 'stems' | 'branches' | 'partsIn' | 'dots' | 'via'>

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
  return { columns, wires, reach, stems, branches, partsIn, dots, via }
}

/** Lines keep off the texts, and cross other wires only between columns. */
const learn = (ground: Ground, cell: number): void => {
  const { weave, obstacles } = ground
  const { boxes } = obstacles
  obstacles.cell = cell
  boxes.length = 0
  const lane = Math.max(-1, cell - weave.kind.length)
  if (lane < 0) addWire(ground, cell)
  else addJunction(ground, lane)
  if (prongsAt(weave, cell) > 1)
    for (let i = weave.prongAt[cell] as number; i < (weave.prongAt[cell + 1] as number); i++)
      addProng(ground, lane, weave.prongs[i] as number)
}

const addWire = (ground: Ground, wire: number): void => {
  const { weave, obstacles } = ground
  const stood = stoodAt(weave, ground, wire)
  const { x, y, centre, half } = stood
  addPieces(obstacles.boxes, stood, weave.digits)
  const start = half > 0 ? centre + half : x
  addBox(obstacles.boxes, start, y, stubEndAt(weave, ground, wire) - start, 0)
}

const addJunction = (ground: Ground, lane: number): void => {
  const { weave } = ground
  const { boxes } = ground.obstacles
  const column = columnOf(weave, lane)
  const left = ground.left[column] as number
  const y = ground.lanes[lane] as number
  const x = splitIn(weave, ground, column)
  addBox(boxes, left, y, x - left, 0)
  addBox(boxes, x - dotRadius, y - dotRadius, 2 * dotRadius, 2 * dotRadius)
}

/** What leaves a fork, as far as its column goes, and the share where it parts from the others. */
const addProng = (ground: Ground, lane: number, edge: number): void => {
  const { weave } = ground
  const { boxes } = ground.obstacles
  const column = lane < 0 ? (weave.begins[edge] as number) : columnOf(weave, lane)
  const isTrunk = lane >= 0 && weave.trunk[edge] === edge
  const y = (lane < 0 ? ground.stems[edge] : isTrunk ? ground.onward[lane] : ground.branches[edge]) as number
  const x = splitIn(weave, ground, column) + fanWidth
  addBox(boxes, x, y, (ground.right[column] as number) - x, 0)
  if (weave.leavesAt[edge] === lane && hasShares(usesOf(weave, weave.from[edge] as number)))
    addBox(boxes, x + shareIndent, y + shareBaseline + shareTop, shareWidth(weave.digits), shareHeight)
}

/** Whether what stands in a cell is in the way of a line between two points; the body of the gate where the line ends is not. */
export const blocks = (ground: Ground, cell: number, piece: Float64Array, isGoal: boolean): boolean => {
  const { obstacles } = ground
  if (obstacles.cell !== cell) learn(ground, cell)
  const { numbers, length } = obstacles.boxes
  const ax = piece[0] as number
  const ay = piece[1] as number
  const bx = piece[2] as number
  const by = piece[3] as number
  for (let i = isGoal ? 4 : 0; i < length; i += 4) {
    const x = numbers[i] as number
    const y = numbers[i + 1] as number
    const width = numbers[i + 2] as number
    const height = numbers[i + 3] as number
    if (meetsLine(x, y, width, height, ax, ay, bx, by, lineClearance)) return true
  }
  return false
}

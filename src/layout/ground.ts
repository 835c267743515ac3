import { eachPiece, meetsLine } from './boxes'
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

/** What stands already when lines are drawn. */
export type Ground = Standing & {
  readonly weave: Weave
  readonly lanes: Float64Array
  readonly onward: Float64Array
  readonly order: Settled['order']
  /** What stands in each column from top to bottom: wires, and lanes that are junctions. */
  readonly rows: { readonly at: Int32Array; readonly cells: Int32Array }
  readonly obstacles: Obstacles
}

/**
 * The boxes that lines keep off, four numbers each, in one growing array. By cell, once it was asked for: its own from
 * `first` to `end`, a gate's body first; `end` is 0 before.
 */
type Obstacles = { readonly first: Int32Array; readonly end: Int32Array; boxes: Float64Array; length: number }

const noneYet = (cells: number): Obstacles => ({
  first: new Int32Array(cells),
  end: new Int32Array(cells),
  boxes: new Float64Array(256),
  length: 0,
})

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
    obstacles: noneYet(weave.kind.length + weave.lanes),
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

/** Lines keep off the texts, and cross other wires only between columns. Makes sure that a cell's boxes are known. */
const learn = (ground: Ground, cell: number): void => {
  const { weave, obstacles } = ground
  obstacles.first[cell] = obstacles.length
  const add: Add = (x, y, width, height) => {
    const at = obstacles.length
    if (at + 4 > obstacles.boxes.length) obstacles.boxes = longer(obstacles.boxes)
    const { boxes } = obstacles
    boxes[at] = x
    boxes[at + 1] = y
    boxes[at + 2] = width
    boxes[at + 3] = height
    obstacles.length = at + 4
  }
  const lane = Math.max(-1, cell - weave.kind.length)
  if (lane < 0) addWire(ground, cell, add)
  else addJunction(ground, lane, add)
  if (prongsAt(weave, cell) > 1)
    for (let i = weave.prongAt[cell] as number; i < (weave.prongAt[cell + 1] as number); i++)
      addProng(ground, lane, weave.prongs[i] as number, add)
  obstacles.end[cell] = obstacles.length
}

const longer = (short: Float64Array): Float64Array => {
  const long = new Float64Array(2 * short.length)
  long.set(short)
  return long
}

type Add = (x: number, y: number, width: number, height: number) => void

const addWire = (ground: Ground, wire: number, add: Add): void => {
  const { weave } = ground
  const stood = stoodAt(weave, ground, wire)
  const { x, y, centre, half } = stood
  eachPiece(stood, weave.digits, (_, left, top, width, height) => add(left, top, width, height))
  const start = half > 0 ? centre + half : x
  add(start, y, stubEndAt(weave, ground, wire) - start, 0)
}

const addJunction = (ground: Ground, lane: number, add: Add): void => {
  const { weave } = ground
  const column = columnOf(weave, lane)
  const [left, y] = [ground.left[column] as number, ground.lanes[lane] as number]
  const x = splitIn(weave, ground, column)
  add(left, y, x - left, 0)
  add(x - dotRadius, y - dotRadius, 2 * dotRadius, 2 * dotRadius)
}

/** What leaves a fork, as far as its column goes, and the share where it parts from the others. */
const addProng = (ground: Ground, lane: number, edge: number, add: Add): void => {
  const { weave } = ground
  const column = lane < 0 ? (weave.begins[edge] as number) : columnOf(weave, lane)
  const isTrunk = lane >= 0 && weave.trunk[edge] === edge
  const y = (lane < 0 ? ground.stems[edge] : isTrunk ? ground.onward[lane] : ground.branches[edge]) as number
  const x = splitIn(weave, ground, column) + fanWidth
  add(x, y, (ground.right[column] as number) - x, 0)
  if (weave.leavesAt[edge] === lane && hasShares(usesOf(weave, weave.from[edge] as number)))
    add(x + shareIndent, y + shareBaseline + shareTop, shareWidth(weave.digits), shareHeight)
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
  const { obstacles } = ground
  if (obstacles.end[cell] === 0) learn(ground, cell)
  const { boxes } = obstacles
  const end = obstacles.end[cell] as number
  for (let i = (obstacles.first[cell] as number) + (isGoal ? 4 : 0); i < end; i += 4) {
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

import { blocks, type Ground } from './ground'
import { addLeaving, type Leg, ownLeg, trunkLeg } from './legs'
import { beginLine, heightOn, type Line } from './line'
import { approachHalf, laneHalf, lineClearance, slightBend } from './measure'
import { type Passages, passagesOf } from './passages'
import { flies } from './passing'
import { placesInOrder } from './sort'
import { type Doors, pullTight } from './tight'

/** How often wires that run into one another are parted: parting two can bring a third near. */
const untanglings = 3

/** The own lines of all edges, in one growing line; an edge that is drawn anew is added behind the others. */
export type Routes = { readonly line: Line; readonly first: Int32Array; readonly end: Int32Array }

type Work = Ground & {
  readonly passages: Passages
  readonly doors: Doors
  readonly scratch: Line
  readonly routes: Routes
  /** By lane: the line must keep to its middle there. By edge: it does so somewhere. */
  readonly keeps: Uint8Array
  readonly kept: Uint8Array
}

/** Whether the line from a to b, a piece of a leg, meets nothing on its way. */
const isClear = (
  work: Work,
  { from, to, gate }: Leg,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean => {
  const { left, right, rows } = work
  const last = gate < 0 ? to - 1 : to
  for (let column = from + 1; column <= last; column++) {
    const [begins, ends] = [left[column] as number, right[column] as number]
    if (ends < ax || begins > bx) continue
    const enters = heightOn(Math.max(begins, ax), ax, ay, bx, by)
    const leaves = heightOn(Math.min(ends, bx), ax, ay, bx, by)
    const [top, bottom] = enters < leaves ? [enters, leaves] : [leaves, enters]
    for (let row = firstBelow(work, column, top); row < (rows.at[column + 1] as number); row++) {
      const cell = rows.cells[row] as number
      if (bottom < heightOf(work, cell) - (work.weave.above[cell] as number)) break
      if (blocks(work, cell, ax, ay, bx, by, cell === gate)) return false
    }
  }
  return true
}

const heightOf = ({ weave, wires, lanes }: Ground, cell: number): number => {
  const lane = cell - weave.kind.length
  return (lane < 0 ? wires[cell] : lanes[lane]) as number
}

/** The first row of a column that does not end above a height. */
const firstBelow = (ground: Ground, column: number, y: number): number => {
  const { weave, rows } = ground
  let [low, high] = [rows.at[column] as number, rows.at[column + 1] as number]
  while (low < high) {
    const middle = (low + high) >> 1
    const cell = rows.cells[middle] as number
    if (heightOf(ground, cell) + (weave.below[cell] as number) < y) low = middle + 1
    else high = middle
  }
  return low
}

/** The pulled line without the slight bends that nothing asks for: rows are wider than what stands in them. */
const addWithoutSlightBends = (work: Work, leg: Leg): void => {
  const { scratch, routes } = work
  const points = scratch.points()
  const length = scratch.length()
  let [ax, ay] = [points[0] as number, points[1] as number]
  routes.line.add(ax, ay)
  for (let i = 1; i < length; i++) {
    const [x, y] = [points[2 * i] as number, points[2 * i + 1] as number]
    if (i + 1 < length) {
      const [nx, ny] = [points[2 * i + 2] as number, points[2 * i + 3] as number]
      const isSlight = Math.abs(heightOn(x, ax, ay, nx, ny) - y) < slightBend
      if (isSlight && isClear(work, leg, ax, ay, nx, ny)) continue
    }
    routes.line.add(x, y)
    ax = x
    ay = y
  }
}

const addThroughLanes = (work: Work, leg: Leg, isKept: boolean): void => {
  const { left, right, lanes, passages, doors, keeps, scratch, routes } = work
  const { ax, ay, bx, by, from, to } = leg
  let count = 0
  const add = (x: number, top: number, bottom: number): void => {
    doors.x[count] = x
    doors.top[count] = top
    doors.bottom[count] = bottom
    count += 1
  }
  let lane = leg.lane
  for (let column = from + 1; column < to; column++, lane++) {
    const y = lanes[lane] as number
    const [top, bottom] = keeps[lane]
      ? [y, y]
      : [passages.top[lane] as number, passages.bottom[lane] as number]
    add(left[column] as number, top, bottom)
    add(right[column] as number, top, bottom)
  }
  const gateLeft = left[to] as number
  if (gateLeft < bx) add(gateLeft, by - approachHalf, by + approachHalf)
  add(bx, by, by)
  if (isKept) pullTight(routes.line, [ax, ay], doors, count)
  else {
    scratch.cut(0)
    pullTight(scratch, [ax, ay], doors, count)
    addWithoutSlightBends(work, leg)
  }
}

/** Straight where nothing is in the way, else through its lanes, pulled tight. */
const addLeg = (work: Work, leg: Leg, edge: number): void => {
  const { ax, ay, bx, by } = leg
  const isKept = work.kept[edge] === 1
  if (!isKept && (flies(work.weave, edge) || isClear(work, leg, ax, ay, bx, by))) {
    work.routes.line.add(ax, ay)
    work.routes.line.add(bx, by)
  } else addThroughLanes(work, leg, isKept)
}

/** An edge's own line: the trunk as far as to where it leaves it, if it is the first to leave there, and on to its gate. */
const addRoute = (work: Work, edge: number): void => {
  const { weave, routes, onward, branches, via } = work
  const { line, first, end } = routes
  first[edge] = line.length()
  const trunk = trunkLeg(work, edge)
  if (trunk) {
    const before = weave.leavesAt[via[edge] as number]
    if (before !== undefined) addLeaving(work, line, before, onward[before] as number)
    addLeg(work, trunk, edge)
  }
  const junction = weave.leavesAt[edge] as number
  if (junction >= 0) addLeaving(work, line, junction, branches[edge] as number)
  addLeg(work, ownLeg(work, edge), edge)
  end[edge] = line.length()
}

/** By lane: at which height its line enters and leaves the column. */
type Passes = { readonly enters: Float64Array; readonly leaves: Float64Array }

const measurePasses = (work: Work, edge: number, { enters, leaves }: Passes): void => {
  const { left, right, lanes, routes, weave } = work
  if (flies(weave, edge)) return
  const points = routes.line.points()
  let point = (routes.first[edge] as number) + 1
  const heightAt = (x: number): number => {
    while ((points[2 * point] as number) < x) point += 1
    const at = 2 * (point - 1)
    return heightOn(
      x,
      points[at] as number,
      points[at + 1] as number,
      points[at + 2] as number,
      points[at + 3] as number,
    )
  }
  const measure = ({ from, to, lane: first }: Leg): void => {
    let lane = first
    for (let column = from + 1; column < to; column++, lane++) {
      enters[lane] = heightAt(left[column] as number)
      leaves[lane] = heightAt(right[column] as number)
    }
  }
  const trunk = trunkLeg(work, edge)
  if (trunk) {
    measure(trunk)
    const junction = weave.leavesAt[edge] as number
    enters[junction] = lanes[junction] as number
    leaves[junction] = lanes[junction] as number
  }
  measure(ownLeg(work, edge))
}

/** Finds edges that pass a column so near to each other that two wires would look like one; they must keep their lanes. */
const indistinct = (work: Work, { enters, leaves }: Passes): ReadonlySet<number> => {
  const { weave, keeps, kept } = work
  const { columns, passAt, passing, carries } = weave
  const found = new Set<number>()
  for (let column = 0; column < columns.count; column++) {
    const lanes = passing.subarray(passAt[column], passAt[column + 1])
    if (lanes.length < 2) continue
    const keys = Float64Array.from(lanes, (lane) => enters[lane] as number)
    const places = placesInOrder(keys, keys.length, new Float64Array(keys.length))
    places.forEach((place, i) => {
      const lane = lanes[place] as number
      for (let next = i + 1; next < places.length; next++) {
        const other = lanes[places[next] as number] as number
        if ((enters[other] as number) - (enters[lane] as number) >= laneHalf) return
        if (Math.abs((leaves[other] as number) - (leaves[lane] as number)) >= laneHalf) continue
        for (const near of [lane, other]) {
          const edge = carries[near] as number
          if (!keeps[near]) found.add(edge)
          keeps[near] = 1
          kept[edge] = 1
        }
      }
    })
  }
  return found
}

/** The own line of every edge, from where it leaves its column, or its trunk, to its gate. */
export const routesOf = (ground: Ground): Routes => {
  const { weave } = ground
  const edges = weave.from.length
  const room = 2 * weave.columns.count + 2
  const work: Work = {
    ...ground,
    passages: passagesOf(ground, lineClearance),
    doors: { x: new Float64Array(room), top: new Float64Array(room), bottom: new Float64Array(room) },
    scratch: beginLine(),
    routes: { line: beginLine(), first: new Int32Array(edges), end: new Int32Array(edges) },
    keeps: new Uint8Array(weave.lanes),
    kept: new Uint8Array(edges),
  }
  for (let edge = 0; edge < edges; edge++) addRoute(work, edge)
  const passes = { enters: new Float64Array(weave.lanes), leaves: new Float64Array(weave.lanes) }
  for (let edge = 0; edge < edges; edge++) measurePasses(work, edge, passes)
  for (let round = 0; round < untanglings; round++) {
    const again = indistinct(work, passes)
    if (again.size === 0) break
    for (const edge of again) {
      addRoute(work, edge)
      measurePasses(work, edge, passes)
    }
  }
  return work.routes
}

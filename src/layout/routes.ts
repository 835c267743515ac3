import type { WireId } from '../circuit/circuit'
import { blocks, type Ground } from './ground'
import { beginLine, heightOn, type Line } from './line'
import { approachHalf, laneHalf, lineClearance, slightBend } from './measure'
import { type Passages, passagesOf } from './passages'
import { flies } from './passing'
import { placesInOrder } from './sort'
import { laneIn } from './sweep'
import { type Doors, pullTight } from './tight'

/** How often wires that run into one another are parted: parting two can bring a third near. */
const untanglings = 3

/** Lines of all edges, in one growing line; an edge that is drawn anew is added behind the others. */
export type Routes = { readonly line: Line; readonly first: Int32Array; readonly end: Int32Array }

type Work = Ground & {
  readonly passages: Passages
  readonly doors: Doors
  readonly scratch: Line
  readonly routes: Routes
  /** By lane: the edge must keep to its middle there. By edge: it does so somewhere. */
  readonly keeps: Uint8Array
  readonly kept: Uint8Array
}

const columnsOf = ({ plan }: Ground, edge: number): readonly [number, number] => {
  const { of } = plan.columns
  return [of[plan.from[edge] as number] as number, of[plan.by[edge] as number] as number]
}

/** Whether the line from a to b, a piece of an edge's way, meets nothing on it. */
const isClear = (work: Work, edge: number, ax: number, ay: number, bx: number, by: number): boolean => {
  const { plan, zones, heights, rows } = work
  const [fromColumn, byColumn] = columnsOf(work, edge)
  const gate = plan.by[edge] as number
  for (let column = fromColumn + 1; column <= byColumn; column++) {
    const [left, right] = [zones.left[column] as number, zones.right[column] as number]
    if (right < ax || left > bx) continue
    const enters = heightOn(Math.max(left, ax), ax, ay, bx, by)
    const leaves = heightOn(Math.min(right, bx), ax, ay, bx, by)
    const [top, bottom] = enters < leaves ? [enters, leaves] : [leaves, enters]
    for (let row = firstBelow(work, column, top); row < (rows.at[column + 1] as number); row++) {
      const wire = rows.wires[row] as number
      if (bottom < (heights.wires[wire] as number) - (plan.up[wire] as number)) break
      if (blocks(work, wire as WireId, ax, ay, bx, by, wire === gate)) return false
    }
  }
  return true
}

/** The first row of a column that does not end above a height. */
const firstBelow = ({ plan, heights, rows }: Ground, column: number, y: number): number => {
  let [low, high] = [rows.at[column] as number, rows.at[column + 1] as number]
  while (low < high) {
    const middle = (low + high) >> 1
    const wire = rows.wires[middle] as number
    if ((heights.wires[wire] as number) + (plan.down[wire] as number) < y) low = middle + 1
    else high = middle
  }
  return low
}

type Ends = readonly [number, number, number, number]

const endsOf = (ground: Ground, edge: number): Ends => {
  const { plan, heights, zones } = ground
  const [fromColumn, byColumn] = columnsOf(ground, edge)
  const by = plan.by[edge] as number
  return [
    zones.right[fromColumn] as number,
    heights.branches[edge] as number,
    (zones.centre[byColumn] as number) - (plan.half[by] as number),
    heights.wires[by] as number,
  ]
}

/** The pulled line without the slight bends that nothing asks for: rows are wider than what stands in them. */
const addWithoutSlightBends = (work: Work, edge: number): void => {
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
      if (isSlight && isClear(work, edge, ax, ay, nx, ny)) continue
    }
    routes.line.add(x, y)
    ax = x
    ay = y
  }
}

const addThroughLanes = (work: Work, edge: number): void => {
  const { plan, zones, heights, passages, doors, keeps, kept, scratch, routes } = work
  const [fromColumn, byColumn] = columnsOf(work, edge)
  const [ax, ay, bx, by] = endsOf(work, edge)
  let count = 0
  const add = (x: number, top: number, bottom: number): void => {
    doors.x[count] = x
    doors.top[count] = top
    doors.bottom[count] = bottom
    count += 1
  }
  let lane = plan.laneAt[edge] as number
  for (let column = fromColumn + 1; column < byColumn; column++, lane++) {
    const y = heights.lanes[lane] as number
    const [top, bottom] = keeps[lane]
      ? [y, y]
      : [passages.top[lane] as number, passages.bottom[lane] as number]
    add(zones.left[column] as number, top, bottom)
    add(zones.right[column] as number, top, bottom)
  }
  const left = zones.left[byColumn] as number
  if (left < bx) add(left, by - approachHalf, by + approachHalf)
  add(bx, by, by)
  routes.first[edge] = routes.line.length()
  if (kept[edge]) pullTight(routes.line, [ax, ay], doors, count)
  else {
    scratch.cut(0)
    pullTight(scratch, [ax, ay], doors, count)
    addWithoutSlightBends(work, edge)
  }
  routes.end[edge] = routes.line.length()
}

const addRoute = (work: Work, edge: number): void => {
  const [ax, ay, bx, by] = endsOf(work, edge)
  if (!flies(work.plan, edge) && !isClear(work, edge, ax, ay, bx, by)) {
    addThroughLanes(work, edge)
    return
  }
  const { line, first, end } = work.routes
  first[edge] = line.length()
  line.add(ax, ay)
  line.add(bx, by)
  end[edge] = line.length()
}

/** By lane: at which height its edge enters and leaves the column. */
type Passes = { readonly enters: Float64Array; readonly leaves: Float64Array }

const measurePasses = (work: Work, edge: number, { enters, leaves }: Passes): void => {
  const { plan, zones, routes } = work
  if (flies(plan, edge)) return
  const [fromColumn, byColumn] = columnsOf(work, edge)
  const points = routes.line.points()
  let point = (routes.first[edge] as number) + 1
  const heightAt = (x: number): number => {
    while ((points[2 * point] as number) < x) point += 1
    const before = 2 * (point - 1)
    const [ax, ay, bx, by] = points.subarray(before, before + 4) as unknown as Ends
    return heightOn(x, ax, ay, bx, by)
  }
  let lane = plan.laneAt[edge] as number
  for (let column = fromColumn + 1; column < byColumn; column++, lane++) {
    enters[lane] = heightAt(zones.left[column] as number)
    leaves[lane] = heightAt(zones.right[column] as number)
  }
}

/** Finds edges that pass a column so near to each other that two wires would look like one; they must keep their lanes. */
const indistinct = (work: Work, { enters, leaves }: Passes): ReadonlySet<number> => {
  const { plan, keeps, kept } = work
  const { columns, passAt, passing } = plan
  const found = new Set<number>()
  for (let column = 0; column < columns.count; column++) {
    const edges = passing.subarray(passAt[column], passAt[column + 1])
    if (edges.length < 2) continue
    const lanes = Int32Array.from(edges, (edge) => laneIn(plan, edge, column))
    const keys = Float64Array.from(lanes, (lane) => enters[lane] as number)
    const places = placesInOrder(keys, keys.length, new Float64Array(keys.length))
    places.forEach((place, i) => {
      const lane = lanes[place] as number
      for (let next = i + 1; next < places.length; next++) {
        const other = lanes[places[next] as number] as number
        if ((enters[other] as number) - (enters[lane] as number) >= laneHalf) return
        if (Math.abs((leaves[other] as number) - (leaves[lane] as number)) >= laneHalf) continue
        for (const which of [place, places[next] as number]) {
          const near = lanes[which] as number
          const edge = edges[which] as number
          if (!keeps[near]) found.add(edge)
          keeps[near] = 1
          kept[edge] = 1
        }
      }
    })
  }
  return found
}

/**
 * By edge, from where it leaves its column to its gate: straight where nothing is in the way, else through its lanes,
 * pulled tight.
 */
export const routesOf = (ground: Ground): Routes => {
  const { plan } = ground
  const edges = plan.from.length
  const room = 2 * plan.columns.count + 2
  const work: Work = {
    ...ground,
    passages: passagesOf(ground, lineClearance),
    doors: { x: new Float64Array(room), top: new Float64Array(room), bottom: new Float64Array(room) },
    scratch: beginLine(),
    routes: { line: beginLine(), first: new Int32Array(edges), end: new Int32Array(edges) },
    keeps: new Uint8Array(plan.lanes),
    kept: new Uint8Array(edges),
  }
  for (let edge = 0; edge < edges; edge++) addRoute(work, edge)
  const passes = { enters: new Float64Array(plan.lanes), leaves: new Float64Array(plan.lanes) }
  for (let edge = 0; edge < edges; edge++) measurePasses(work, edge, passes)
  for (let round = 0; round < untanglings; round++) {
    const again = indistinct(work, passes)
    if (again.size === 0) break
    for (const edge of again) {
      addThroughLanes(work, edge)
      measurePasses(work, edge, passes)
    }
  }
  return work.routes
}

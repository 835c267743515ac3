import { longestIn } from '../lib/counts'
import { spare } from '../lib/spare'
import { isClear } from './clear'
import type { Ground } from './ground'
import { addLeaving, beginLeg, type Leg, takeOwnLeg, takeTrunkLeg } from './legs'
import { beginLine, heightOn, type Line } from './line'
import { approachHalf, laneHalf, lineClearance, slightBend } from './measure'
import { type Passages, passagesOf } from './passages'
import { flies } from './passing'
import { placesInOrder, sortBenchFor } from './sort'
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
  /** At work: an edge's legs, and a piece of one. */
  readonly own: Leg
  readonly trunk: Leg
  readonly piece: Float64Array
}

/** The pulled line without the slight bends that nothing asks for: rows are wider than what stands in them. */
const addWithoutSlightBends = (work: Work, leg: Leg): void => {
  const { scratch, routes, piece } = work
  const points = scratch.points()
  const length = scratch.length()
  let ax = points[0] as number
  let ay = points[1] as number
  routes.line.add(ax, ay)
  for (let i = 1; i < length; i++) {
    const x = points[2 * i] as number
    const y = points[2 * i + 1] as number
    if (i + 1 < length) {
      const nx = points[2 * i + 2] as number
      const ny = points[2 * i + 3] as number
      if (Math.abs(heightOn(x, ax, ay, nx, ny) - y) < slightBend) {
        piece[0] = ax
        piece[1] = ay
        piece[2] = nx
        piece[3] = ny
        if (isClear(work, leg, piece)) continue
      }
    }
    routes.line.add(x, y)
    ax = x
    ay = y
  }
}

const addThroughLanes = (work: Work, leg: Leg, isKept: boolean): void => {
  const { left, right, lanes, passages, doors, keeps, scratch, routes } = work
  const { ends, from, to } = leg
  const ax = ends[0] as number
  const ay = ends[1] as number
  const bx = ends[2] as number
  const by = ends[3] as number
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
    const top = keeps[lane] ? y : (passages.top[lane] as number)
    const bottom = keeps[lane] ? y : (passages.bottom[lane] as number)
    add(left[column] as number, top, bottom)
    add(right[column] as number, top, bottom)
  }
  const gateLeft = left[to] as number
  if (gateLeft < bx) add(gateLeft, by - approachHalf, by + approachHalf)
  add(bx, by, by)
  if (isKept) pullTight(routes.line, ax, ay, doors, count)
  else {
    scratch.cut(0)
    pullTight(scratch, ax, ay, doors, count)
    addWithoutSlightBends(work, leg)
  }
}

/** Whether a leg, drawn straight, keeps what its lanes pass on the side where it is. */
const keepsSides = ({ left, right, passages }: Work, { ends, from, to, lane: first }: Leg): boolean => {
  const ax = ends[0] as number
  const ay = ends[1] as number
  const bx = ends[2] as number
  const by = ends[3] as number
  for (let column = from + 1, lane = first; column < to; column++, lane++) {
    const enters = heightOn(left[column] as number, ax, ay, bx, by)
    const leaves = heightOn(right[column] as number, ax, ay, bx, by)
    if (Math.min(enters, leaves) < (passages.highest[lane] as number)) return false
    if (Math.max(enters, leaves) > (passages.lowest[lane] as number)) return false
  }
  return true
}

/** Straight where nothing is in the way, else through its lanes, pulled tight. */
const addLeg = (work: Work, leg: Leg, edge: number): void => {
  const { ends } = leg
  const isKept = work.kept[edge] === 1
  const isStraight = flies(work.weave, edge) || (keepsSides(work, leg) && isClear(work, leg, ends))
  if (!isKept && isStraight) {
    work.routes.line.add(ends[0] as number, ends[1] as number)
    work.routes.line.add(ends[2] as number, ends[3] as number)
  } else addThroughLanes(work, leg, isKept)
}

/** An edge's own line: the trunk as far as to where it leaves it, if it is the first to leave there, and on to its gate. */
const addRoute = (work: Work, edge: number, passes: Passes): void => {
  const { weave, routes, onward, branches, via, trunk, own } = work
  const { line, first, end } = routes
  first[edge] = line.length()
  const hasTrunk = takeTrunkLeg(work, edge, trunk)
  takeOwnLeg(work, edge, own)
  if (hasTrunk) {
    const before = weave.leavesAt[via[edge] as number]
    if (before !== undefined) addLeaving(work, line, before, onward[before] as number)
    addLeg(work, trunk, edge)
  }
  const junction = weave.leavesAt[edge] as number
  if (junction >= 0) addLeaving(work, line, junction, branches[edge] as number)
  addLeg(work, own, edge)
  end[edge] = line.length()
  measurePasses(work, edge, hasTrunk, passes)
}

/** By lane: at which height its line enters and leaves the column. */
type Passes = { readonly enters: Float64Array; readonly leaves: Float64Array }

/** Where the piece begins, from a given one on, that passes x. */
const pieceAt = (points: Float64Array, from: number, x: number): number => {
  let at = from
  while ((points[at + 2] as number) < x) at += 2
  return at
}

const heightAt = (points: Float64Array, at: number, x: number): number =>
  heightOn(
    x,
    points[at] as number,
    points[at + 1] as number,
    points[at + 2] as number,
    points[at + 3] as number,
  )

/** Along a line, from its piece at `begun`; the piece at the leg's end is returned. */
const measureLeg = (work: Work, { from, to, lane: first }: Leg, passes: Passes, begun: number): number => {
  const { left, right, routes } = work
  const points = routes.line.points()
  let at = begun
  for (let column = from + 1, lane = first; column < to; column++, lane++) {
    at = pieceAt(points, at, left[column] as number)
    passes.enters[lane] = heightAt(points, at, left[column] as number)
    at = pieceAt(points, at, right[column] as number)
    passes.leaves[lane] = heightAt(points, at, right[column] as number)
  }
  return at
}

const measurePasses = (work: Work, edge: number, hasTrunk: boolean, passes: Passes): void => {
  const { lanes, routes, weave, trunk, own } = work
  if (flies(weave, edge)) return
  let at = 2 * (routes.first[edge] as number)
  if (hasTrunk) {
    at = measureLeg(work, trunk, passes, at)
    const junction = weave.leavesAt[edge] as number
    passes.enters[junction] = lanes[junction] as number
    passes.leaves[junction] = lanes[junction] as number
  }
  measureLeg(work, own, passes, at)
}

/** Finds edges that pass a column so near to each other that two wires would look like one; they must keep their lanes. */
const indistinct = (work: Work, { enters, leaves }: Passes): ReadonlySet<number> => {
  const { weave, keeps, kept } = work
  const { columns, passAt, passing, carries } = weave
  const found = new Set<number>()
  const most = longestIn(passAt)
  const keys = new Float64Array(most)
  const bench = sortBenchFor(most)
  for (let column = 0; column < columns.count; column++) {
    const lanes = passing.subarray(passAt[column], passAt[column + 1])
    if (lanes.length < 2) continue
    for (let i = 0; i < lanes.length; i++) keys[i] = enters[lanes[i] as number] as number
    const places = placesInOrder(keys, lanes.length, bench)
    for (let i = 0; i + 1 < places.length; i++) {
      const lane = lanes[places[i] as number] as number
      for (let next = i + 1; next < places.length; next++) {
        const other = lanes[places[next] as number] as number
        if ((enters[other] as number) - (enters[lane] as number) >= laneHalf) break
        if (Math.abs((leaves[other] as number) - (leaves[lane] as number)) >= laneHalf) continue
        for (const near of [lane, other]) {
          const edge = carries[near] as number
          if (!keeps[near]) found.add(edge)
          keeps[near] = 1
          kept[edge] = 1
        }
      }
    }
  }
  return found
}

const spareForPoints = spare()

/** When they are no longer needed. */
export const giveBack = ({ line }: Routes): void => spareForPoints.give(line.points())

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
    routes: {
      line: beginLine(spareForPoints.take(10 * edges + 2)),
      first: new Int32Array(edges),
      end: new Int32Array(edges),
    },
    keeps: new Uint8Array(weave.lanes),
    kept: new Uint8Array(edges),
    own: beginLeg(),
    trunk: beginLeg(),
    piece: new Float64Array(4),
  }
  const passes = { enters: new Float64Array(weave.lanes), leaves: new Float64Array(weave.lanes) }
  for (let edge = 0; edge < edges; edge++) addRoute(work, edge, passes)
  for (let round = 0; round < untanglings; round++) {
    const again = indistinct(work, passes)
    if (again.size === 0) break
    for (const edge of again) addRoute(work, edge, passes)
  }
  return work.routes
}

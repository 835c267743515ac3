import { at } from './at'
import { meets } from './boxes'
import type { Box, Point } from './layout'
import { approachHalf, laneHalf, lineClearance, slightBend } from './measure'
import type { Edge, Plan } from './plan'
import type { Heights, Slot, Zone } from './sweep'
import { type Door, heightAt, pullTight } from './tight'

/** What stands already when lines are drawn. */
export type Ground = {
  readonly plan: Plan
  readonly heights: Heights
  readonly zones: readonly Zone[]
  /** By wire id: what lines keep off. A gate's body is not among them: lines end there. */
  readonly obstacles: readonly (readonly Box[])[]
  /** By wire id. */
  readonly bodies: readonly (Box | null)[]
}

type Line = readonly [Point, Point]
type Route = readonly Point[]

/** By column: edges that must keep to the middle of their lanes there. */
type Kept = readonly Set<number>[]

/** How often wires that run into one another are parted: parting two can bring a third near. */
const untanglings = 3

const endsOf = ({ plan, heights, zones }: Ground, index: number): Line => {
  const { by, fromColumn, byColumn } = at(plan.edges, index)
  return [
    { x: at(zones, fromColumn).right, y: at(heights.branches, index) },
    { x: at(zones, byColumn).centre - at(plan.sizes, by).halfWidth, y: at(heights.wires, by) },
  ]
}

const isClear = (ground: Ground, edge: Edge, line: Line): boolean => {
  const blocks = (box: Box): boolean => meets(box, line, lineClearance)
  const [from, to] = line
  for (let column = edge.fromColumn + 1; column <= edge.byColumn; column++) {
    const { left, right } = at(ground.zones, column)
    if (right < from.x || left > to.x) continue
    const [enters, leaves] = [heightAt(line, Math.max(left, from.x)), heightAt(line, Math.min(right, to.x))]
    const [top, bottom] = [Math.min(enters, leaves), Math.max(enters, leaves)]
    for (const wire of at(ground.plan.columns.wires, column)) {
      const { up, down } = at(ground.plan.sizes, wire)
      const y = at(ground.heights.wires, wire)
      if (bottom < y - up || top > y + down) continue
      const body = at(ground.bodies, wire)
      if (body !== null && wire !== edge.by && blocks(body)) return false
      if (at(ground.obstacles, wire).some(blocks)) return false
    }
  }
  return true
}

/** The route without the slight bends that nothing asks for: rows are wider than what stands in them. */
const withoutSlightBends = (ground: Ground, edge: Edge, route: Route): Route => {
  const kept = route.slice(0, 1)
  for (let index = 1; index < route.length; index++) {
    const bend = at(route, index)
    const next = route[index + 1]
    const line: Line = [at(kept, kept.length - 1), next ?? bend]
    const isSlight = next !== undefined && Math.abs(heightAt(line, bend.x) - bend.y) < slightBend
    if (!isSlight || !isClear(ground, edge, line)) kept.push(bend)
  }
  return kept
}

/** Between which heights an edge may pass a column: its neighbours' rows, and a lane's width for each lane between. */
const passageOf = (plan: Plan, slots: readonly Slot[], place: number): Omit<Door, 'x'> => {
  const freeTo = (step: -1 | 1): number => {
    let inset = lineClearance
    for (let index = place + step; ; index += step) {
      const slot = slots[index]
      if (slot === undefined) return step * Infinity
      if (slot.kind === 'wire') {
        const { up, down } = at(plan.sizes, slot.wire)
        return step < 0 ? slot.y + down + inset : slot.y - up - inset
      }
      inset += 2 * laneHalf
    }
  }
  return { top: freeTo(-1), bottom: freeTo(1) }
}

const throughLanes = (ground: Ground, index: number, kept: Kept): Route => {
  const { plan, heights, zones } = ground
  const edge = at(plan.edges, index)
  const [from, to] = endsOf(ground, index)
  const doors: Door[] = []
  for (let column = edge.fromColumn + 1; column < edge.byColumn; column++) {
    const { left, right } = at(zones, column)
    const slots = at(heights.slots, column)
    const place = slots.findIndex((slot) => slot.kind === 'lane' && slot.edge === index)
    const { y } = at(slots, place)
    const passage = kept[column]?.has(index) ? { top: y, bottom: y } : passageOf(plan, slots, place)
    doors.push({ x: left, ...passage }, { x: right, ...passage })
  }
  const { left } = at(zones, edge.byColumn)
  if (left < to.x) doors.push({ x: left, top: to.y - approachHalf, bottom: to.y + approachHalf })
  const route = pullTight(from, to, doors)
  return kept.some((edges) => edges.has(index)) ? route : withoutSlightBends(ground, edge, route)
}

/** Finds edges that pass a column so near to each other that two wires would look like one; they must keep their lanes. */
const indistinct = ({ plan, zones }: Ground, routes: readonly Route[], kept: Kept): ReadonlySet<number> => {
  const found = new Set<number>()
  plan.passing.forEach((edges, column) => {
    const { left, right } = at(zones, column)
    const keeping = at(kept, column)
    const passes = edges.map((edge) => {
      const route = at(routes, edge)
      return { edge, enters: heightAt(route, left), leaves: heightAt(route, right) }
    })
    passes.sort((a, b) => a.enters - b.enters)
    passes.forEach((pass, place) => {
      for (let next = place + 1; next < passes.length; next++) {
        const other = at(passes, next)
        if (other.enters - pass.enters >= laneHalf) return
        if (Math.abs(other.leaves - pass.leaves) >= laneHalf) continue
        for (const { edge } of [pass, other]) {
          if (!keeping.has(edge)) found.add(edge)
          keeping.add(edge)
        }
      }
    })
  })
  return found
}

/**
 * By edge, from where it leaves its column to its gate: straight where nothing is in the way, else through its lanes,
 * pulled tight.
 */
export const routesOf = (ground: Ground): readonly Route[] => {
  const routes = ground.plan.edges.map((edge, index): Route => {
    const line = endsOf(ground, index)
    return isClear(ground, edge, line) ? line : throughLanes(ground, index, [])
  })
  const kept = ground.plan.passing.map(() => new Set<number>())
  for (let round = 0; round < untanglings; round++) {
    const again = indistinct(ground, routes, kept)
    if (again.size === 0) break
    for (const index of again) routes[index] = throughLanes(ground, index, kept)
  }
  return routes
}

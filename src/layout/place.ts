import type { Circuit, Wire, WireId } from '../circuit/circuit'
import { heightsBefore, orderBefore } from './before'
import { boundsOf } from './bounds'
import { bodyAt, groundOf, openedAt, stubAt } from './ground'
import { heightsOf } from './heights'
import type { Body, Branch, Layout, Places, Point, Stub } from './layout'
import { shareBaseline, shareIndent } from './measure'
import { ordered } from './order'
import { type Placed, placed } from './placed'
import { labelOf, type Plan, planOf } from './plan'
import { type Routes, routesOf } from './routes'
import type { Order, Settled } from './sweep'
import { zonesOf } from './zones'

/** Sweeps after the first: each opens the forks and levels the lanes by the heights that the one before found. */
const sweeps = 4
/** Where very much stands and passes, fewer: what is won by more is not seen from so far. */
const fewSweeps = 1
const manySlots = 1500

const settle = (plan: Plan, given: Order | null, earlier: Settled | null, count: number): Settled => {
  let settled = earlier
  for (let sweep = 0; sweep < count || settled === null; sweep++) {
    const { heights, order } = heightsOf(plan, settled, given)
    settled = { heights, order, zones: zonesOf(plan, heights) }
  }
  return settled
}

/** Everything at its height: in the order of what it wishes for, unless lines then cross that need not. */
const settled = (plan: Plan, before: Float64Array | null): Settled => {
  const isLarge = plan.kind.length + plan.lanes > manySlots
  const first = settle(plan, null, null, isLarge ? 1 : sweeps + 1)
  const earlier = before && orderBefore(plan, before, first.heights, first.order)
  const order = ordered(plan, first.order, earlier)
  return order === first.order && !isLarge ? first : settle(plan, order, first, isLarge ? fewSweeps : sweeps)
}

/**
 * Where everything stands, by numbers alone: what a worker does. Structure decides, never a value; and where wires
 * stood before, if they did: an edit moves what it touches.
 */
export const arrange = (plan: Plan, before: Float64Array | null = null): Places => {
  const found = settled(plan, before)
  const { heights, zones } = found
  const lines = packed(routesOf(groundOf(plan, found)))
  const { wires, branches } = heights
  const places = { wires, branches, ...zones, ...lines }
  return { ...places, bounds: boundsOf(plan, { heights, zones }, lines.points) }
}

/** The lines in order of their edges, each after the other. */
const packed = ({ line, first, end }: Routes): Pick<Places, 'lineAt' | 'points'> => {
  const lineAt = new Int32Array(first.length + 1)
  for (let edge = 0; edge < first.length; edge++)
    lineAt[edge + 1] = (lineAt[edge] as number) + (end[edge] as number) - (first[edge] as number)
  const points = new Float64Array(2 * (lineAt.at(-1) as number))
  const all = line.points()
  for (let edge = 0; edge < first.length; edge++)
    points.set(
      all.subarray(2 * (first[edge] as number), 2 * (end[edge] as number)),
      2 * (lineAt[edge] as number),
    )
  return { lineAt, points }
}

export const stubIn = ({ circuit, plan, standing }: Placed, wire: WireId): Stub => {
  const { start, end, lead, fork } = stubAt(plan, standing, wire)
  return { start, end, lead, label: labelOf(circuit.wires[wire] as Wire), fork }
}

export const bodyIn = ({ plan, standing }: Placed, wire: WireId): Body | null => bodyAt(plan, standing, wire)

export const branchIn = ({ plan, places, standing }: Placed, edge: number): Branch => {
  const from = plan.from[edge] as WireId
  const opened = openedAt(plan, standing, edge)
  const path: Point[] = []
  if (opened) path.push(stubAt(plan, standing, from).end, { x: opened.x, y: opened.y })
  for (let i = places.lineAt[edge] as number; i < (places.lineAt[edge + 1] as number); i++)
    path.push({ x: places.points[2 * i] as number, y: places.points[2 * i + 1] as number })
  const share = opened?.share ? { x: opened.x + shareIndent, y: opened.y + shareBaseline } : null
  return { from, by: plan.by[edge] as WireId, port: plan.port[edge] as number, path, share }
}

/** All of it, for pictures that are drawn as a whole. */
export const layoutIn = (found: Placed): Layout => ({
  stubs: found.circuit.wires.map(({ id }) => stubIn(found, id)),
  bodies: found.circuit.wires.map(({ id }) => bodyIn(found, id)),
  branches: Array.from(found.plan.from, (_, edge) => branchIn(found, edge)),
  bounds: found.places.bounds,
})

/** Where everything of a circuit stands. Structure decides, never a value: dragging an input moves nothing. */
export const placedIn = (
  circuit: Circuit,
  { digits, after = null }: { readonly digits: number; readonly after?: Placed | null },
): Placed => {
  const plan = planOf(circuit, digits)
  return placed(circuit, plan, arrange(plan, after && heightsBefore(after, circuit)))
}

export const place = (circuit: Circuit, options: { readonly digits: number }): Layout =>
  layoutIn(placedIn(circuit, options))

import type { Circuit, WireId } from '../circuit/circuit'
import { at } from './at'
import { boundsOf } from './bounds'
import { bodyBox, boxesOf } from './boxes'
import { heightsOf } from './heights'
import type { Body, Box, Branch, Layout, Point, Stub } from './layout'
import { fanWidth, margin, shareBaseline, shareIndent, stubLength } from './measure'
import { type Plan, planOf } from './plan'
import { type Ground, routesOf } from './routes'
import type { Earlier } from './sweep'
import { zonesOf } from './zones'

/** Sweeps after the first: each opens the forks and levels the lanes by the heights that the one before found. */
const sweeps = 4

const settle = (plan: Plan): Earlier => {
  const heights = heightsOf(plan, null)
  let settled: Earlier = { heights, zones: zonesOf(plan, heights) }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const next = heightsOf(plan, settled)
    settled = { heights: next, zones: zonesOf(plan, next) }
  }
  return settled
}

const bodyOf = (plan: Plan, { heights, zones }: Earlier, wire: WireId): Body | null => {
  const { halfWidth } = at(plan.sizes, wire)
  const { centre } = at(zones, at(plan.columns.of, wire))
  return halfWidth === 0 ? null : { centre: { x: centre, y: at(heights.wires, wire) }, halfWidth }
}

const stubOf = (plan: Plan, { heights, zones }: Earlier, wire: WireId): Stub => {
  const { label, halfWidth } = at(plan.sizes, wire)
  const { start, centre, right } = at(zones, at(plan.columns.of, wire))
  const y = at(heights.wires, wire)
  const uses = at(plan.leaving, wire).length
  // A wire with one use runs on to where its column ends, so that slanted lines begin at the gaps.
  const end = { x: uses === 1 ? right : start + stubLength(plan.digits), y }
  const lead = halfWidth === 0 ? null : { x: centre + halfWidth, y }
  return { start: { x: start, y }, end, lead, label, fork: uses > 1 ? end : null }
}

type Standing = Pick<Layout, 'stubs' | 'bodies'>

/** Branches as far as their wire's own column goes: from the fork to the end of the short stub below which the share is. */
const fansOf = (plan: Plan, { heights, zones }: Earlier, { stubs }: Standing): readonly Branch[] =>
  plan.edges.map(({ from, by, port, fromColumn }, index) => {
    const { fork } = at(stubs, from)
    if (fork === null) return { from, by, port, path: [], share: null }
    const y = at(heights.branches, index)
    const opened = { x: fork.x + fanWidth, y }
    const share = { x: opened.x + shareIndent, y: y + shareBaseline }
    return { from, by, port, path: [fork, opened, { x: at(zones, fromColumn).right, y }], share }
  })

const lineBox = (from: Point, to: Point): Box => ({ x: from.x, y: from.y, width: to.x - from.x, height: 0 })

/** Lines keep off the texts, and cross other wires only between columns. */
const groundOf = (
  plan: Plan,
  settled: Earlier,
  { stubs, bodies, branches }: Omit<Layout, 'bounds'>,
): Ground => {
  const obstacles = stubs.map(({ lead, start, end }): Box[] => [lineBox(lead ?? start, end)])
  for (const { kind, wire, box } of boxesOf({ stubs, bodies, branches }, plan.circuit, plan)) {
    if (kind !== 'body') at(obstacles, wire).push(box)
  }
  for (const { from, path } of branches) {
    const [, opened, end] = path
    if (opened !== undefined && end !== undefined) at(obstacles, from).push(lineBox(opened, end))
  }
  return { plan, ...settled, obstacles, bodies: bodies.map((body) => (body === null ? null : bodyBox(body))) }
}

/** Where everything of a circuit is drawn. Structure decides, never a value: dragging an input moves nothing. */
export const place = (circuit: Circuit, options: { readonly digits: number }): Layout => {
  const plan = planOf(circuit, options.digits)
  const settled = settle(plan)
  const bodies = circuit.wires.map(({ id }) => bodyOf(plan, settled, id))
  const stubs = circuit.wires.map(({ id }) => stubOf(plan, settled, id))
  const fans = fansOf(plan, settled, { stubs, bodies })
  const routes = routesOf(groundOf(plan, settled, { stubs, bodies, branches: fans }))
  const branches = fans.map((fan, index) => ({
    ...fan,
    path: [...fan.path.slice(0, -1), ...at(routes, index)],
  }))
  const boxes = boxesOf({ stubs, bodies, branches }, circuit, options).map(({ box }) => box)
  const points = [...stubs.map(({ end }) => end), ...branches.flatMap(({ path }) => path)]
  return { stubs, bodies, branches, bounds: boundsOf(boxes, points, margin) }
}

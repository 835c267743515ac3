import type { Circuit, Wire, WireId } from '../circuit/circuit'
import { arrange } from './arrange'
import { standingBefore } from './before'
import type { Body, Branch, Layout, Point, Stub } from './layout'
import type { Placed } from './placed'
import { labelOf, planOf } from './plan'
import { bodyAt, openedAt, partingAt, stubAt } from './standing'

export const stubIn = ({ circuit, plan, places }: Placed, wire: WireId): Stub => {
  const { start, end, lead, fork } = stubAt(plan, places, wire)
  return { start, end, lead, label: labelOf(circuit.wires[wire] as Wire), fork }
}

export const bodyIn = ({ plan, places }: Placed, wire: WireId): Body | null => bodyAt(plan, places, wire)

/** So many junctions of a trunk back a branch is drawn; what is before them is drawn with others. */
const junctionsBack = 24

export const branchIn = ({ plan, places }: Placed, edge: number): Branch => {
  const { via, lineAt, points } = places
  const from = plan.from[edge] as WireId
  const parting = partingAt(plan, places, edge)
  const isShared = parting !== null && places.partsIn[edge] !== places.columns.of[from]
  /** The edges whose lines lead there, the last one its own. */
  const way = [edge]
  while (way.length <= junctionsBack && (via[way[0] as number] as number) >= 0)
    way.unshift(via[way[0] as number] as number)
  const path: Point[] = []
  const opened = openedAt(plan, places, edge)
  if (opened && (via[way[0] as number] as number) < 0) path.push(stubAt(plan, places, from).end, opened)
  for (const each of way) {
    const ends = each === edge ? Infinity : (partingAt(plan, places, each)?.dot.x ?? Infinity)
    const begun = path.length > 0 && each !== way[0] ? 1 : 0
    for (let i = (lineAt[each] as number) + begun; i < (lineAt[each + 1] as number); i++) {
      const x = points[2 * i] as number
      // A line that leads to another goes its own way after the dot.
      if (x > ends) break
      path.push({ x, y: points[2 * i + 1] as number })
    }
  }
  return {
    from,
    by: plan.by[edge] as WireId,
    port: plan.port[edge] as number,
    path,
    share: parting?.share ?? null,
    junction: isShared ? parting.dot : null,
  }
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
  return { circuit, plan, places: arrange(plan, after && standingBefore(after, circuit)) }
}

export const place = (circuit: Circuit, options: { readonly digits: number }): Layout =>
  layoutIn(placedIn(circuit, options))

import type { Circuit } from '../circuit/circuit'
import { kinds } from '../circuit/edges'
import { columnsLater } from './columns'
import type { Columns } from './layout'
import { orderBy } from './order'
import type { Placed } from './placed'
import type { Plan } from './plan'
import type { Heights, Order } from './sweep'
import { heightBefore, type Ways, waysBefore } from './ways'
import type { Weave } from './weave'

/**
 * An earlier picture: by wire of the circuit, at which height it stood, NaN for what was not there, and by how many
 * columns it waited.
 */
export type Before = {
  readonly heights: Float64Array
  readonly late: Int32Array
  readonly ways: Ways
  readonly shared: boolean
}

/** What stood before is left for what is so much better: for less than that nothing is moved. */
export const enough = 0.75

export const standingBefore = (earlier: Placed, circuit: Circuit): Before => {
  const { wires } = circuit
  const { plan, places } = earlier
  const known = new Map(earlier.circuit.wires.map(({ key, id }) => [key, id]))
  const heights = new Float64Array(wires.length).fill(Number.NaN)
  const late = new Int32Array(wires.length)
  for (const { id, key } of wires) {
    const was = known.get(key)
    if (was === undefined) continue
    heights[id] = places.wires[was] as number
    late[id] = (places.columns.of[was] as number) - (plan.columns.of[was] as number)
  }
  return { heights, late, ways: waysBefore(earlier, circuit), shared: places.shared }
}

/** With every gate that waited waiting as long, as far as those that use it let it. */
export const columnsBefore = ({ kind, columns, leaveAt, by }: Plan, { late }: Before): Columns => {
  if (!late.some((each) => each > 0)) return columns
  const of = columns.of.slice()
  for (let wire = of.length - 1; wire >= 0; wire--) {
    let latest = columns.count - 1
    for (let edge = leaveAt[wire] as number; edge < (leaveAt[wire + 1] as number); edge++)
      latest = Math.min(latest, (of[by[edge] as number] as number) - 1)
    if (columns.byGate[wire]) of[wire] = latest
    else if (kind[wire] === kinds.gate)
      of[wire] = Math.min(latest, (of[wire] as number) + (late[wire] as number))
  }
  return columnsLater(columns, of)
}

/** The order in which everything stood before; what is new stands where it wishes to, and its lanes between their ends. */
export const orderBefore = (weave: Weave, before: Before, { wanted }: Heights, order: Order): Order => {
  const wires = weave.kind.length
  const { of } = weave.columns
  const heightOf = (wire: number): number => {
    const y = before.heights[wire] as number
    return Number.isNaN(y) ? (wanted[wire] as number) : y
  }
  return orderBy(weave, order, (cell, column) => {
    if (cell < wires) return heightOf(cell)
    const edge = weave.edgeOf[cell - wires] as number
    const [from, by] = [weave.from[edge] as number, weave.by[edge] as number]
    const [left, right] = [of[from] as number, of[by] as number]
    const passed = heightBefore(before.ways, edge, { column, left, right })
    if (passed !== null) return passed
    return heightOf(from) + ((heightOf(by) - heightOf(from)) * (column - left)) / (right - left)
  })
}

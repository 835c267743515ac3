import type { Circuit } from '../circuit/circuit'
import type { Placed } from './placed'
import type { Plan } from './plan'
import { placesInOrder } from './sort'
import type { Heights, Order } from './sweep'

/** By wire of a circuit: at which height it stood in an earlier picture; NaN for what was not there. */
export const heightsBefore = (earlier: Placed, { wires }: Circuit): Float64Array => {
  const known = new Map(earlier.circuit.wires.map(({ key, id }) => [key, earlier.places.wires[id] as number]))
  return Float64Array.from(wires, ({ key }) => known.get(key) ?? Number.NaN)
}

/** The order in which everything stood before; what is new stands where it wishes to, and lanes between their ends. */
export const orderBefore = (
  plan: Plan,
  before: Float64Array,
  { wanted }: Heights,
  { at, slots }: Order,
): Order => {
  const wires = plan.kind.length
  const { of } = plan.columns
  const heightOf = (wire: number): number => {
    const y = before[wire] as number
    return Number.isNaN(y) ? (wanted[wire] as number) : y
  }
  const found = slots.slice()
  for (let column = plan.keepsLeft ? 1 : 0; column < plan.columns.count; column++) {
    const [first, end] = [at[column] as number, at[column + 1] as number]
    const keys = Float64Array.from(slots.subarray(first, end), (item) => {
      if (item < wires) return heightOf(item)
      const [from, by] = [plan.from[item - wires] as number, plan.by[item - wires] as number]
      const [left, right] = [of[from] as number, of[by] as number]
      return heightOf(from) + ((heightOf(by) - heightOf(from)) * (column - left)) / (right - left)
    })
    placesInOrder(keys, keys.length, new Float64Array(keys.length)).forEach((place, row) => {
      found[first + row] = slots[first + place] as number
    })
  }
  return { at, slots: found }
}

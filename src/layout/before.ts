import type { Circuit } from '../circuit/circuit'
import type { Placed } from './placed'
import { placesInOrder, sortBenchFor } from './sort'
import type { Heights, Order } from './sweep'
import type { Weave } from './weave'

/** An earlier picture: by wire of the circuit, at which height it stood, NaN for what was not there. */
export type Before = { readonly heights: Float64Array; readonly shared: boolean }

/** What stood before is left for what is so much better: for less than that nothing is moved. */
export const enough = 0.75

export const standingBefore = (earlier: Placed, { wires }: Circuit): Before => {
  const known = new Map(earlier.circuit.wires.map(({ key, id }) => [key, earlier.places.wires[id] as number]))
  const heights = Float64Array.from(wires, ({ key }) => known.get(key) ?? Number.NaN)
  return { heights, shared: earlier.places.shared }
}

/** The order in which everything stood before; what is new stands where it wishes to, and lanes between their ends. */
export const orderBefore = (
  weave: Weave,
  before: Float64Array,
  { wanted }: Heights,
  { at, slots }: Order,
): Order => {
  const wires = weave.kind.length
  const { of } = weave.columns
  const heightOf = (wire: number): number => {
    const y = before[wire] as number
    return Number.isNaN(y) ? (wanted[wire] as number) : y
  }
  const found = slots.slice()
  for (let column = weave.keepsLeft ? 1 : 0; column < weave.columns.count; column++) {
    const [first, end] = [at[column] as number, at[column + 1] as number]
    const keys = new Float64Array(end - first).map((_, row) => {
      const item = slots[first + row] as number
      if (item < wires) return heightOf(item)
      const edge = weave.edgeOf[item - wires] as number
      const [from, by] = [weave.from[edge] as number, weave.by[edge] as number]
      const [left, right] = [of[from] as number, of[by] as number]
      return heightOf(from) + ((heightOf(by) - heightOf(from)) * (column - left)) / (right - left)
    })
    placesInOrder(keys, keys.length, sortBenchFor(keys.length)).forEach((place, row) => {
      found[first + row] = slots[first + place] as number
    })
  }
  return { at, slots: found }
}

import type { Ground } from './ground'
import { laneHalf } from './measure'
import { prongsAt } from './weave'

/** By lane: between which heights its edge may pass the column. */
export type Passages = { readonly top: Float64Array; readonly bottom: Float64Array }

/**
 * As far as the neighbours' rows, and off them by `clearance` and a lane's width for each lane between. Of junctions
 * there is none: a trunk goes through their dot.
 */
export const passagesOf = ({ weave, wires: heights, lanes, order }: Ground, clearance: number): Passages => {
  const wires = weave.kind.length
  const passages = { top: new Float64Array(weave.lanes), bottom: new Float64Array(weave.lanes) }
  const { at, slots } = order
  const heightOf = (cell: number): number => (cell < wires ? heights[cell] : lanes[cell - wires]) as number
  const isRow = (cell: number): boolean => cell < wires || prongsAt(weave, cell) > 0
  for (let column = 0; column < weave.columns.count; column++) {
    const [first, end] = [at[column] as number, at[column + 1] as number]
    let free = -Infinity
    for (let place = first; place < end; place++) {
      const cell = slots[place] as number
      if (isRow(cell)) free = heightOf(cell) + (weave.below[cell] as number) + clearance
      else {
        passages.top[cell - wires] = free
        free += 2 * laneHalf
      }
    }
    free = Infinity
    for (let place = end - 1; place >= first; place--) {
      const cell = slots[place] as number
      if (isRow(cell)) free = heightOf(cell) - (weave.above[cell] as number) - clearance
      else {
        passages.bottom[cell - wires] = free
        free -= 2 * laneHalf
      }
    }
  }
  return passages
}

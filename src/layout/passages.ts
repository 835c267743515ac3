import type { Ground } from './ground'
import { laneHalf } from './measure'
import { prongsAt } from './weave'

/**
 * By lane: between which heights its edge may pass the column, and between which it may if it meets nothing there: as far
 * as the middle of a row beside it, for rows are wider than what stands in them.
 */
export type Passages = {
  readonly top: Float64Array
  readonly bottom: Float64Array
  readonly highest: Float64Array
  readonly lowest: Float64Array
}

/**
 * As far as the neighbours' rows, and off them by `clearance` and a lane's width for each lane between. Of junctions
 * there is none: a trunk goes through their dot.
 */
export const passagesOf = ({ weave, wires: heights, lanes, order }: Ground, clearance: number): Passages => {
  const wires = weave.kind.length
  const array = (): Float64Array => new Float64Array(weave.lanes)
  const passages = { top: array(), bottom: array(), highest: array(), lowest: array() }
  const { at, slots } = order
  const heightOf = (cell: number): number => (cell < wires ? heights[cell] : lanes[cell - wires]) as number
  const isRow = (cell: number): boolean => cell < wires || prongsAt(weave, cell) > 0
  for (let column = 0; column < weave.columns.count; column++) {
    const first = at[column] as number
    const end = at[column + 1] as number
    let free = -Infinity
    let farthest = -Infinity
    for (let place = first; place < end; place++) {
      const cell = slots[place] as number
      if (isRow(cell)) {
        farthest = heightOf(cell)
        free = farthest + (weave.below[cell] as number) + clearance
      } else {
        passages.top[cell - wires] = free
        passages.highest[cell - wires] = farthest
        free += 2 * laneHalf
        farthest = free
      }
    }
    free = Infinity
    farthest = Infinity
    for (let place = end - 1; place >= first; place--) {
      const cell = slots[place] as number
      if (isRow(cell)) {
        farthest = heightOf(cell)
        free = farthest - (weave.above[cell] as number) - clearance
      } else {
        passages.bottom[cell - wires] = free
        passages.lowest[cell - wires] = farthest
        free -= 2 * laneHalf
        farthest = free
      }
    }
  }
  return passages
}

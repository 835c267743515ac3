import type { Ground } from './ground'
import { laneHalf } from './measure'
import { laneIn } from './sweep'

/** By lane: between which heights its edge may pass the column. */
export type Passages = { readonly top: Float64Array; readonly bottom: Float64Array }

/** As far as the neighbours' rows, and off them by `clearance` and a lane's width for each lane between. */
export const passagesOf = ({ plan, heights, order }: Ground, clearance: number): Passages => {
  const wires = plan.kind.length
  const passages = { top: new Float64Array(plan.lanes), bottom: new Float64Array(plan.lanes) }
  const { at, slots } = order
  for (let column = 0; column < plan.columns.count; column++) {
    const [first, end] = [at[column] as number, at[column + 1] as number]
    let free = -Infinity
    for (let place = first; place < end; place++) {
      const item = slots[place] as number
      if (item < wires) free = (heights.wires[item] as number) + (plan.down[item] as number) + clearance
      else {
        passages.top[laneIn(plan, item - wires, column)] = free
        free += 2 * laneHalf
      }
    }
    free = Infinity
    for (let place = end - 1; place >= first; place--) {
      const item = slots[place] as number
      if (item < wires) free = (heights.wires[item] as number) - (plan.up[item] as number) - clearance
      else {
        passages.bottom[laneIn(plan, item - wires, column)] = free
        free -= 2 * laneHalf
      }
    }
  }
  return passages
}

import type { Line } from './line'

/** Where a line must pass, from left to right: between two heights at x. */
export type Doors = {
  readonly x: Float64Array
  readonly top: Float64Array
  readonly bottom: Float64Array
}

/**
 * Adds the shortest line from `from` through the first `count` doors to `to` behind the line's points: a string
 * pulled tight. The place after the last door is used for `to`.
 */
export const pullTight = (line: Line, from: readonly [number, number], doors: Doors, count: number): void => {
  const { x, top, bottom } = doors
  let [cornerX, cornerY] = from
  line.add(cornerX, cornerY)
  // The slopes at which a line from the last corner still passes every door so far, and the doors that set them.
  let [least, greatest] = [-Infinity, Infinity]
  let [leastAt, greatestAt] = [0, 0]
  let index = 0
  const turn = (door: number, y: number): void => {
    cornerX = x[door] as number
    cornerY = y
    line.add(cornerX, cornerY)
    least = -Infinity
    greatest = Infinity
    index = door + 1
  }
  while (index < count) {
    const along = (x[index] as number) - cornerX
    const toTop = ((top[index] as number) - cornerY) / along
    const toBottom = ((bottom[index] as number) - cornerY) / along
    if (toTop > greatest) turn(greatestAt, bottom[greatestAt] as number)
    else if (toBottom < least) turn(leastAt, top[leastAt] as number)
    else {
      if (toTop >= least) {
        least = toTop
        leastAt = index
      }
      if (toBottom <= greatest) {
        greatest = toBottom
        greatestAt = index
      }
      index += 1
    }
  }
  line.add(x[count - 1] as number, top[count - 1] as number)
}

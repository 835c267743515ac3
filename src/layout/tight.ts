import type { Line } from './line'

/** Where a line must pass, from left to right: between two heights at x. */
export type Doors = {
  readonly x: Float64Array
  readonly top: Float64Array
  readonly bottom: Float64Array
}

/**
 * Adds the shortest line from (ax, ay) through the first `count` doors, the last of them its end, behind the line's
 * points: a string pulled tight.
 */
export const pullTight = (line: Line, ax: number, ay: number, doors: Doors, count: number): void => {
  const { x, top, bottom } = doors
  let cornerX = ax
  let cornerY = ay
  line.add(ax, ay)
  // The slopes at which a line from the last corner still passes every door so far, and the doors that set them.
  let least = -Infinity
  let greatest = Infinity
  let leastAt = 0
  let greatestAt = 0
  let index = 0
  while (index < count) {
    const along = (x[index] as number) - cornerX
    const toTop = ((top[index] as number) - cornerY) / along
    const toBottom = ((bottom[index] as number) - cornerY) / along
    const isBelow = toTop > greatest
    if (isBelow || toBottom < least) {
      const door = isBelow ? greatestAt : leastAt
      cornerX = x[door] as number
      cornerY = (isBelow ? bottom[door] : top[door]) as number
      line.add(cornerX, cornerY)
      least = -Infinity
      greatest = Infinity
      index = door + 1
    } else {
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

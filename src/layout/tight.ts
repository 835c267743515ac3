import { at } from './at'
import type { Point } from './layout'

/** Where a line must pass between two heights. */
export type Door = { readonly x: number; readonly top: number; readonly bottom: number }

/** The shortest line from `from` through all doors (left to right) to `to`: a string pulled tight. */
export const pullTight = (from: Point, to: Point, doors: readonly Door[]): readonly Point[] => {
  const all = [...doors, { x: to.x, top: to.y, bottom: to.y }]
  const path = [from]
  let corner = from
  // The slopes at which a line from the last corner still passes every door so far, and the doors that set them.
  let [least, greatest] = [-Infinity, Infinity]
  let [leastAt, greatestAt] = [0, 0]
  let index = 0
  const turn = (door: number, y: number): void => {
    corner = { x: at(all, door).x, y }
    path.push(corner)
    least = -Infinity
    greatest = Infinity
    index = door + 1
  }
  while (index < all.length) {
    const door = at(all, index)
    const toTop = (door.top - corner.y) / (door.x - corner.x)
    const toBottom = (door.bottom - corner.y) / (door.x - corner.x)
    if (toTop > greatest) turn(greatestAt, at(all, greatestAt).bottom)
    else if (toBottom < least) turn(leastAt, at(all, leastAt).top)
    else {
      if (toTop >= least) [least, leastAt] = [toTop, index]
      if (toBottom <= greatest) [greatest, greatestAt] = [toBottom, index]
      index += 1
    }
  }
  path.push(to)
  return path
}

/** The height of a path that runs rightwards. */
export const heightAt = (path: readonly Point[], x: number): number => {
  let a = at(path, 0)
  for (const b of path) {
    if (b.x >= x && b.x > a.x) return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
    a = b
  }
  return a.y
}

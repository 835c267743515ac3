import type { Box, Point } from '../layout/layout'
import { remember } from '../lib/remember'
import { contains, holds, shareInside } from './box'
import { boxesOf } from './ink'
import type { Mark } from './scene'

export type Size = { readonly width: number; readonly height: number }

/** How far from a gate its card may lie, and by what steps a place for it is looked for. */
const farthest = 340
const stride = 12
/** Kept free round what is read. */
const clearance = 4
/** What a line under the card costs, against units of distance. */
const lineCost = 150
const readCost = 4000
const outsideCost = 700
/** What is read under the dotted line from the card to its gate. */
const tieCost = 120

/** All offsets within reach, the nearest first: three thousand, which no picture waits for that has no card. */
const offsets = remember((reach: number): readonly Point[] => {
  const found: Point[] = []
  for (let x = -reach; x <= reach; x += stride)
    for (let y = -reach; y <= reach; y += stride) found.push({ x, y })
  return found.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
})

/**
 * Where a card of this size lies near `anchor`: the nearest place within `bounds` where it covers nothing that is
 * read and no line; failing that, where it covers least.
 */
export const roomFor = (
  { width, height }: Size,
  anchor: Point,
  { all, bounds }: { readonly all: readonly Mark[]; readonly bounds: Box },
): Box => {
  const { read, lines } = obstaclesIn(all)
  const reach = { x: farthest + width, y: farthest + height }
  const isNear = ({ x, y, width, height }: Box): boolean =>
    x < anchor.x + reach.x &&
    x + width > anchor.x - reach.x &&
    y < anchor.y + reach.y &&
    y + height > anchor.y - reach.y
  const texts = read.filter(isNear)
  const strokes = lines.filter(({ box }) => isNear(box))
  let best: Box = { x: anchor.x, y: anchor.y, width, height }
  let least = Number.POSITIVE_INFINITY
  for (const { x, y } of offsets(farthest)) {
    const distance = Math.hypot(x, y)
    if (distance >= least) break
    const box = { x: anchor.x + x - width / 2, y: anchor.y + y - height / 2, width, height }
    const bare = distance + costOf(box, { texts, strokes, bounds, most: least - distance })
    const cost = bare < least ? bare + tieCost * crossedBy(tieBetween(box, anchor, 0), texts) : bare
    if (cost < least) {
      least = cost
      best = box
    }
  }
  return best
}

type Stroke = { readonly from: Point; readonly to: Point; readonly box: Box }

const obstaclesIn = remember((all: readonly Mark[]) => ({
  read: all.flatMap(boxesOf).map(grown),
  lines: all.flatMap((mark): readonly Stroke[] =>
    mark.kind === 'gate'
      ? []
      : mark.path.slice(1).map((to, i) => {
          const from = mark.path[i] as Point
          return { from, to, box: around(from, to) }
        }),
  ),
}))

const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - clearance,
  y: y - clearance,
  width: width + 2 * clearance,
  height: height + 2 * clearance,
})

const around = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

type Ground = {
  readonly texts: readonly Box[]
  readonly strokes: readonly Stroke[]
  readonly bounds: Box
  /** No need to count on beyond this. */
  readonly most: number
}

const costOf = (box: Box, { texts, strokes, bounds, most }: Ground): number => {
  let cost = contains(bounds, box) ? 0 : outsideCost
  for (const text of texts) {
    if (cost >= most) return cost
    if (meet(box, text)) cost += readCost
  }
  for (const { from, to } of strokes) {
    if (cost >= most) return cost
    if (crosses(from, to, box)) cost += lineCost
  }
  return cost
}

/** How many texts a line runs through; its own gate's body is not one of them. */
const crossedBy = ([from, to]: readonly [Point, Point], texts: readonly Box[]): number =>
  texts.filter((text) => crosses(from, to, text) && !holds(text, to)).length

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Whether a stretch has a point inside a box. */
const crosses = (from: Point, to: Point, box: Box): boolean => shareInside(from, to, box) !== null

/** The shortest way from a card to the rim of a gate, a circle of `radius` round `centre`. */
export const tieBetween = (
  { x, y, width, height }: Box,
  centre: Point,
  radius: number,
): readonly [Point, Point] => {
  const near = {
    x: Math.min(Math.max(centre.x, x), x + width),
    y: Math.min(Math.max(centre.y, y), y + height),
  }
  const distance = Math.hypot(near.x - centre.x, near.y - centre.y) || 1
  const share = Math.min(1, radius / distance)
  return [near, { x: centre.x + (near.x - centre.x) * share, y: centre.y + (near.y - centre.y) * share }]
}

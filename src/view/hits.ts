import type { Box } from '../layout/layout'
import { radius } from '../layout/measure'
import { inkOf } from '../scene/ink'
import { idOf, type Mark, type Numeral } from '../scene/scene'

/** How far a finger may miss a number, in units; less where a neighbour is near. */
const reach = { x: 14, y: 16 }

type Item = { readonly numeral: Numeral | null; readonly ink: Box }

/** For every number, by its subject, the area that answers for it: as large as it can be without taking from a neighbour. */
export const hitsOf = (marks: readonly Mark[]): ReadonlyMap<string, Box> => {
  const items = marks.flatMap(itemsOf).sort((a, b) => a.ink.x - b.ink.x)
  const areas = items.map(({ ink }) => grown(ink))
  items.forEach((item, index) => {
    const mine = areas[index]
    if (!mine) return
    for (let other = index + 1; other < items.length; other += 1) {
      const next = items[other]
      const theirs = areas[other]
      if (!next || !theirs || next.ink.x - reach.x > mine.right) break
      part(mine, theirs, { a: item.ink, b: next.ink })
    }
  })
  return new Map(
    items.flatMap(({ numeral }, index) => {
      const area = areas[index]
      return numeral && area ? [[idOf(numeral.subject), boxOf(area)] as const] : []
    }),
  )
}

const itemsOf = (mark: Mark): readonly Item[] => {
  if (mark.kind === 'gate') {
    const { centre, halfWidth } = mark
    const ink = { x: centre.x - halfWidth, y: centre.y - radius, width: 2 * halfWidth, height: 2 * radius }
    return [{ numeral: null, ink }]
  }
  const numerals = mark.kind === 'wire' ? [mark.value, mark.gradient] : [mark.share]
  return numerals.flatMap((numeral) => (numeral ? [{ numeral, ink: inkOf(numeral) }] : []))
}

type Area = { left: number; right: number; top: number; bottom: number }

const grown = ({ x, y, width, height }: Box): Area => ({
  left: x - reach.x,
  right: x + width + reach.x,
  top: y - reach.y,
  bottom: y + height + reach.y,
})

/** Two areas that overlap are cut halfway between what they stand for, along the axis with the wider gap. */
const part = (a: Area, b: Area, ink: { readonly a: Box; readonly b: Box }): void => {
  if (a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top) return
  const across = ink.b.x - (ink.a.x + ink.a.width)
  const [upper, lower, high, low] =
    ink.a.y <= ink.b.y ? ([a, b, ink.a, ink.b] as const) : ([b, a, ink.b, ink.a] as const)
  const down = low.y - (high.y + high.height)
  if (across > down) {
    const middle = ink.a.x + ink.a.width + across / 2
    a.right = Math.min(a.right, middle)
    b.left = Math.max(b.left, middle)
  } else {
    const middle = high.y + high.height + down / 2
    upper.bottom = Math.min(upper.bottom, middle)
    lower.top = Math.max(lower.top, middle)
  }
}

const boxOf = ({ left, right, top, bottom }: Area): Box => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
})

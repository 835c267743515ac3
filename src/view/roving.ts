import type { Point } from '../layout/layout'
import type { Subject, Walk } from '../scene/scene'

/** Which side of a wire a walk keeps to: its values or its gradients. */
export type Side = 'value' | 'gradient'

export const sideOf = ({ about }: Subject, before: Side): Side =>
  about === 'value' || about === 'gradient' ? about : before

type Ends = { readonly home: readonly Subject[]; readonly end: readonly Subject[] }
const empty: Walk = { left: [], right: [] }

/** What an arrow key along the wires, Home or End may lead to; null for every other key. */
export const ahead = (key: string, walk: Walk = empty, { home, end }: Ends): readonly Subject[] | null => {
  switch (key) {
    case 'ArrowRight':
      return walk.right
    case 'ArrowLeft':
      return walk.left
    case 'Home':
      return home
    case 'End':
      return end
    default:
      return null
  }
}

/** Of several the one on the side that the walk keeps to, else the first. */
export const onSide = (subjects: readonly Subject[], side: Side): Subject | null =>
  subjects.find(({ about }) => about === side) ?? subjects[0] ?? null

/** Which of `points` stands above (−1) or below (1) `points[from]`: the closest; to the side counts three times. */
export const nearest = (points: readonly Point[], from: number, direction: 1 | -1): number => {
  const here = points[from]
  if (!here) return from
  let best = from
  let least = Number.POSITIVE_INFINITY
  points.forEach(({ x, y }, index) => {
    const away = (y - here.y) * direction
    const cost = away + 3 * Math.abs(x - here.x)
    if (away > 1 && cost < least) {
      best = index
      least = cost
    }
  })
  return best
}

import type { Point } from '../../layout/layout'
import { dotRadius } from '../../layout/measure'
import { arrowhead, arrowSize, lineThrough, pointBefore, shorten, straightened } from '../geometry'
import type { Part } from '../parts'

/** Where a wire splits. */
export const dotParts = (dot: Point | null): readonly Part[] =>
  dot
    ? [{ key: 'fork', tag: 'circle', attributes: { class: 'fork', cx: dot.x, cy: dot.y, r: dotRadius } }]
    : []

type Line = {
  readonly path: readonly Point[]
  readonly pieces?: readonly (readonly Point[])[] | undefined
  readonly arrow: Point | null
  readonly width: number
  readonly dashed: boolean
}

/** A line with, where it enters or leaves a gate, its arrowhead. */
export const lineParts = ({
  path,
  pieces = [path],
  arrow,
  width,
  dashed,
}: Line): readonly [Part, ...Part[]] => {
  const drawn = pieces.map((piece) =>
    arrow !== null && arrow === piece.at(-1) ? shorten(piece, arrowSize(width).length / 2) : piece,
  )
  const line: Part = {
    key: 'line',
    tag: 'path',
    attributes: {
      class: dashed ? 'line dashed' : 'line',
      d: drawn.map((piece) => lineThrough(straightened(piece))).join(''),
      'stroke-width': width,
    },
  }
  const from = arrow && pointBefore(path, arrow)
  if (!arrow || !from) return [line]
  return [line, { key: 'tip', tag: 'path', attributes: { class: 'tip', d: arrowhead(from, arrow, width) } }]
}

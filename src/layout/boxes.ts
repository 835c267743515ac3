import type { Circuit, Wire, WireId } from '../circuit/circuit'
import { widthOf } from '../lib/width'
import { at } from './at'
import type { Body, Box, Layout, Point } from './layout'
import {
  badgeOffset,
  badgeRadius,
  badgeTop,
  dotRadius,
  gradientBaseline,
  markBottom,
  markTop,
  markWidth,
  nameBaseline,
  nameIndent,
  numberBox,
  radius,
  shareBox,
  sumMarkWidth,
  tagBox,
  textBox,
  textSize,
  valueBaseline,
} from './measure'

/** A piece of the picture that nothing else may touch: a body with its badge, a text at its full budget, a dot. */
export type Piece = {
  readonly kind: 'body' | 'tag' | 'name' | 'value' | 'gradient' | 'mark' | 'fork' | 'share'
  readonly wire: WireId
  readonly box: Box
}

/** With room for a badge. */
export const bodyBox = ({ centre, halfWidth }: Body): Box => {
  const right = Math.max(halfWidth, badgeOffset(halfWidth).x + badgeRadius)
  return {
    x: centre.x - halfWidth,
    y: centre.y + badgeTop,
    width: halfWidth + right,
    height: radius - badgeTop,
  }
}

type Standing = Pick<Layout, 'stubs' | 'bodies' | 'branches'>

const piecesOf = ({ stubs, bodies }: Standing, wire: Wire, digits: number): readonly Piece[] => {
  const { start, label, fork } = at(stubs, wire.id)
  const body = at(bodies, wire.id)
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], box: Box): void => {
    pieces.push({ kind, wire: wire.id, box })
  }
  if (body !== null) add('body', bodyBox(body))
  if (body !== null && wire.tag !== null) add('tag', tagBox(wire.tag, body.centre))
  if (label !== '') {
    const left = start.x - nameIndent - widthOf(label, textSize)
    add('name', textBox(label, { x: left, y: start.y + nameBaseline }, textSize))
  }
  add('value', numberBox(start, valueBaseline, digits))
  add('gradient', numberBox(start, gradientBaseline, digits))
  const width = fork === null ? markWidth : sumMarkWidth
  add('mark', { x: start.x - width, y: start.y + markTop, width, height: markBottom - markTop })
  if (fork !== null) {
    const side = 2 * dotRadius
    add('fork', { x: fork.x - dotRadius, y: fork.y - dotRadius, width: side, height: side })
  }
  return pieces
}

/** Every piece of a picture at its full budget of characters. */
export const boxesOf = (
  layout: Standing,
  circuit: Circuit,
  { digits }: { readonly digits: number },
): readonly Piece[] => [
  ...circuit.wires.flatMap((wire) => piecesOf(layout, wire, digits)),
  ...layout.branches.flatMap(({ from, share }): readonly Piece[] =>
    share === null ? [] : [{ kind: 'share', wire: from, box: shareBox(share, digits) }],
  ),
]

/** Whether a line comes nearer to a box than `clearance` on any side. */
export const meets = (box: Box, [a, b]: readonly [Point, Point], clearance: number): boolean => {
  // Clip the line's parameter to the box, one axis after the other (Liang and Barsky 1984).
  let [enter, leave] = [0, 1]
  const clip = (from: number, to: number, low: number, high: number): boolean => {
    if (from === to) return from > low && from < high
    const [first, second] = [(low - from) / (to - from), (high - from) / (to - from)]
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
    return enter < leave
  }
  return (
    clip(a.x, b.x, box.x - clearance, box.x + box.width + clearance) &&
    clip(a.y, b.y, box.y - clearance, box.y + box.height + clearance)
  )
}

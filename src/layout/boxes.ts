import type { Circuit, Wire, WireId } from '../circuit/circuit'
import { widthOf } from '../lib/width'
import { at } from './at'
import type { Body, Box, Branch, Layout, Point, Stub } from './layout'
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
  smallSize,
  sumMarkWidth,
  tagBox,
  tagText,
  textSize,
  valueBaseline,
  widthBox,
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

/** A wire where it stands, with the widths of its name and tag; 0 for none. Its gradient may be a sum. */
export type Stood = {
  readonly wire: WireId
  readonly stub: Pick<Stub, 'start' | 'fork'>
  readonly sums: boolean
  readonly body: Body | null
  readonly labelWidth: number
  readonly tagWidth: number
}

export const piecesOf = (stood: Stood, digits: number): readonly Piece[] => {
  const { wire, stub, body, sums, labelWidth, tagWidth } = stood
  const { start, fork } = stub
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], box: Box): void => {
    pieces.push({ kind, wire, box })
  }
  if (body !== null) add('body', bodyBox(body))
  if (body !== null && tagWidth > 0) add('tag', tagBox(tagWidth, body.centre))
  if (labelWidth > 0) {
    const left = start.x - nameIndent - labelWidth
    add('name', widthBox(labelWidth, { x: left, y: start.y + nameBaseline }, textSize))
  }
  add('value', numberBox(start, valueBaseline, digits))
  add('gradient', numberBox(start, gradientBaseline, digits))
  const width = sums ? sumMarkWidth : markWidth
  add('mark', { x: start.x - width, y: start.y + markTop, width, height: markBottom - markTop })
  if (fork !== null) add('fork', dotBox(fork))
  return pieces
}

export const dotBox = ({ x, y }: Point): Box => ({
  x: x - dotRadius,
  y: y - dotRadius,
  width: 2 * dotRadius,
  height: 2 * dotRadius,
})

const widthsOf = ({ tag, uses }: Wire, label: string): Pick<Stood, 'sums' | 'labelWidth' | 'tagWidth'> => ({
  sums: uses.length > 1,
  labelWidth: widthOf(label, textSize),
  tagWidth: tag === null ? 0 : widthOf(tagText(tag), smallSize),
})

/** Every piece of a picture at its full budget of characters. */
export const boxesOf = (
  { stubs, bodies, branches }: Pick<Layout, 'stubs' | 'bodies' | 'branches'>,
  circuit: Circuit,
  { digits }: { readonly digits: number },
): readonly Piece[] => [
  ...circuit.wires.flatMap((wire) => {
    const stub = at(stubs, wire.id)
    const body = at(bodies, wire.id)
    return piecesOf({ wire: wire.id, stub, body, ...widthsOf(wire, stub.label) }, digits)
  }),
  ...branches.flatMap(({ from, share }): readonly Piece[] =>
    share === null ? [] : [{ kind: 'share', wire: from, box: shareBox(share, digits) }],
  ),
  // The first of those that leave a trunk at one dot has it.
  ...branches.flatMap(({ from, junction }, index): readonly Piece[] => {
    const isSame = (other: Branch): boolean =>
      other.from === from && other.junction?.x === junction?.x && other.junction?.y === junction?.y
    return junction === null || branches.findIndex(isSame) < index
      ? []
      : [{ kind: 'fork', wire: from, box: dotBox(junction) }]
  }),
]

/** Whether the line from a to b comes nearer to a box than `clearance` on any side. */
export const meetsLine = (
  x: number,
  y: number,
  width: number,
  height: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  clearance: number,
): boolean => {
  const [left, right] = [x - clearance, x + width + clearance]
  const [top, bottom] = [y - clearance, y + height + clearance]
  // Clip the line's parameter to the box, one axis after the other (Liang and Barsky 1984).
  let [enter, leave] = [0, 1]
  if (ax === bx) {
    if (ax <= left || ax >= right) return false
  } else {
    const [first, second] = [(left - ax) / (bx - ax), (right - ax) / (bx - ax)]
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
  }
  if (ay === by) return ay > top && ay < bottom && enter < leave
  const [first, second] = [(top - ay) / (by - ay), (bottom - ay) / (by - ay)]
  return Math.max(enter, Math.min(first, second)) < Math.min(leave, Math.max(first, second))
}

export const meets = (box: Box, [a, b]: readonly [Point, Point], clearance: number): boolean =>
  meetsLine(box.x, box.y, box.width, box.height, a.x, a.y, b.x, b.y, clearance)

import type { Circuit, Wire, WireId } from '../circuit/circuit'
import { widthOf } from '../lib/width'
import { at } from './at'
import type { Body, Box, Branch, Layout, Point, Stub } from './layout'
import {
  badgeOffset,
  badgeRadius,
  badgeTop,
  dotRadius,
  gradientTop,
  markBottom,
  markTop,
  markWidth,
  nameHeight,
  nameIndent,
  nameTop,
  numberHeight,
  numberIndent,
  numberWidth,
  radius,
  shareHeight,
  shareTop,
  shareWidth,
  smallSize,
  sumMarkWidth,
  tagHeight,
  tagText,
  tagTop,
  textSize,
  valueTop,
} from './measure'

/** A piece of the picture that nothing else may touch: a body with its badge, a text at its full budget, a dot. */
export type Piece = {
  readonly kind: 'body' | 'tag' | 'name' | 'value' | 'gradient' | 'mark' | 'fork' | 'share'
  readonly wire: WireId
  readonly box: Box
}

/** A wire where it stands, and what it has. */
export type Stood = {
  /** Its stub's start. */
  readonly x: number
  readonly y: number
  /** Of its gate; half its width is 0 where there is none. */
  readonly centre: number
  readonly half: number
  /** 0 for none. */
  readonly labelWidth: number
  readonly tagWidth: number
  /** Its gradient may be a sum. */
  readonly sums: boolean
  /** Where it splits, across; NaN where it does not. */
  readonly fork: number
}

type Visit = (kind: Piece['kind'], x: number, y: number, width: number, height: number) => void

/** Every piece of a wire, its gate's body first. */
export const eachPiece = (stood: Stood, digits: number, visit: Visit): void => {
  const { x, y, centre, half, labelWidth, tagWidth, sums, fork } = stood
  if (half > 0) {
    // With room for a badge.
    const right = Math.max(half, badgeOffset(half).x + badgeRadius)
    visit('body', centre - half, y + badgeTop, half + right, radius - badgeTop)
    if (tagWidth > 0) visit('tag', centre - tagWidth / 2, y + tagTop, tagWidth, tagHeight)
  }
  if (labelWidth > 0) visit('name', x - nameIndent - labelWidth, y + nameTop, labelWidth, nameHeight)
  const width = numberWidth(digits)
  visit('value', x + numberIndent, y + valueTop, width, numberHeight)
  visit('gradient', x + numberIndent, y + gradientTop, width, numberHeight)
  const mark = sums ? sumMarkWidth : markWidth
  visit('mark', x - mark, y + markTop, mark, markBottom - markTop)
  if (!Number.isNaN(fork)) visit('fork', fork - dotRadius, y - dotRadius, 2 * dotRadius, 2 * dotRadius)
}

const stoodOf = ({ tag, uses }: Wire, { start, fork, label }: Stub, body: Body | null): Stood => ({
  ...start,
  centre: body?.centre.x ?? 0,
  half: body?.halfWidth ?? 0,
  labelWidth: widthOf(label, textSize),
  tagWidth: tag === null ? 0 : widthOf(tagText(tag), smallSize),
  sums: uses.length > 1,
  fork: fork?.x ?? Number.NaN,
})

const dotBox = ({ x, y }: Point): Box => ({
  x: x - dotRadius,
  y: y - dotRadius,
  width: 2 * dotRadius,
  height: 2 * dotRadius,
})

/** Every piece of a picture at its full budget of characters. */
export const boxesOf = (
  { stubs, bodies, branches }: Pick<Layout, 'stubs' | 'bodies' | 'branches'>,
  circuit: Circuit,
  { digits }: { readonly digits: number },
): readonly Piece[] => [
  ...circuit.wires.flatMap((wire) => {
    const pieces: Piece[] = []
    const stood = stoodOf(wire, at(stubs, wire.id), at(bodies, wire.id))
    eachPiece(stood, digits, (kind, x, y, width, height) => {
      pieces.push({ kind, wire: wire.id, box: { x, y, width, height } })
    })
    return pieces
  }),
  ...branches.flatMap(({ from, share }): readonly Piece[] => {
    if (share === null) return []
    const box = { x: share.x, y: share.y + shareTop, width: shareWidth(digits), height: shareHeight }
    return [{ kind: 'share', wire: from, box }]
  }),
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

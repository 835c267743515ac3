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

/** Boxes one behind the other in an array, four numbers each: x, y, width, height. */
export type Boxes = { numbers: Float64Array; length: number }

export const beginBoxes = (numbers: Float64Array = new Float64Array(32)): Boxes => ({ numbers, length: 0 })

export const addBox = (boxes: Boxes, x: number, y: number, width: number, height: number): void => {
  const at = boxes.length
  if (at + 4 > boxes.numbers.length) boxes.numbers = longer(boxes.numbers)
  const { numbers } = boxes
  numbers[at] = x
  numbers[at + 1] = y
  numbers[at + 2] = width
  numbers[at + 3] = height
  boxes.length = at + 4
}

const longer = (short: Float64Array): Float64Array => {
  const long = new Float64Array(2 * short.length + 4)
  long.set(short)
  return long
}

/** Adds every piece of a wire, its gate's body first, and what each is to `kinds`, where it is asked for. */
export const addPieces = (boxes: Boxes, stood: Stood, digits: number, kinds?: Piece['kind'][]): void => {
  const { x, y, centre, half, labelWidth, tagWidth, sums, fork } = stood
  if (half > 0) {
    // With room for a badge.
    const right = Math.max(half, badgeOffset(half).x + badgeRadius)
    addBox(boxes, centre - half, y + badgeTop, half + right, radius - badgeTop)
    kinds?.push('body')
    if (tagWidth > 0) {
      addBox(boxes, centre - tagWidth / 2, y + tagTop, tagWidth, tagHeight)
      kinds?.push('tag')
    }
  }
  if (labelWidth > 0) {
    addBox(boxes, x - nameIndent - labelWidth, y + nameTop, labelWidth, nameHeight)
    kinds?.push('name')
  }
  const width = numberWidth(digits)
  addBox(boxes, x + numberIndent, y + valueTop, width, numberHeight)
  addBox(boxes, x + numberIndent, y + gradientTop, width, numberHeight)
  const mark = sums ? sumMarkWidth : markWidth
  addBox(boxes, x - mark, y + markTop, mark, markBottom - markTop)
  kinds?.push('value', 'gradient', 'mark')
  if (Number.isNaN(fork)) return
  addBox(boxes, fork - dotRadius, y - dotRadius, 2 * dotRadius, 2 * dotRadius)
  kinds?.push('fork')
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

type Four = [number, number, number, number]

/** Every piece of a picture at its full budget of characters. */
export const boxesOf = (
  { stubs, bodies, branches }: Pick<Layout, 'stubs' | 'bodies' | 'branches'>,
  circuit: Circuit,
  { digits }: { readonly digits: number },
): readonly Piece[] => [
  ...circuit.wires.flatMap((wire) => {
    const stood = stoodOf(wire, at(stubs, wire.id), at(bodies, wire.id))
    const boxes = beginBoxes()
    const kinds: Piece['kind'][] = []
    addPieces(boxes, stood, digits, kinds)
    return kinds.map((kind, i) => {
      const [x, y, width, height] = boxes.numbers.subarray(4 * i) as unknown as Four
      return { kind, wire: wire.id, box: { x, y, width, height } }
    })
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
  const left = x - clearance
  const right = x + width + clearance
  const top = y - clearance
  const bottom = y + height + clearance
  // Most are wholly beside it, which needs no division.
  if ((ay <= top && by <= top) || (ay >= bottom && by >= bottom)) return false
  if ((ax <= left && bx <= left) || (ax >= right && bx >= right)) return false
  // Clip the line's parameter to the box, one axis after the other (Liang and Barsky 1984).
  let enter = 0
  let leave = 1
  if (ax === bx) {
    if (ax <= left || ax >= right) return false
  } else {
    const first = (left - ax) / (bx - ax)
    const second = (right - ax) / (bx - ax)
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
  }
  if (ay === by) return ay > top && ay < bottom && enter < leave
  const first = (top - ay) / (by - ay)
  const second = (bottom - ay) / (by - ay)
  return Math.max(enter, Math.min(first, second)) < Math.min(leave, Math.max(first, second))
}

export const meets = (box: Box, [a, b]: readonly [Point, Point], clearance: number): boolean =>
  meetsLine(box.x, box.y, box.width, box.height, a.x, a.y, b.x, b.y, clearance)

import { widthOf } from '../lib/width'
import type { Box, Point } from './layout'

/** Every length of the picture, in units of the lecture's drawings. Heights are counted from the wire's line. */

export const textSize = 16
export const smallSize = 12

/** The value's and gradient's left end after the stub's start, and their baselines. */
export const numberIndent = 5
export const valueBaseline = -6
export const gradientBaseline = 17

export const nameIndent = 5
export const nameBaseline = -6
export const nameLength = 14
/** What a name keeps free on both its sides together. */
export const nameRoom = 10

export const radius = 20
const signMargin = 4
const widestHalf = 70

export const tagBaseline = -28
export const tagText = (tag: string): string => `(${tag})`
export const badgeRadius = 9
const badgeAcross = 0.75
const badgeUp = 16

/** Left of a stub's start, under its line: a triangle, and `+=` where the wire forks. */
export const markTop = 4
export const markBottom = 19
export const markWidth = 10
export const sumMarkWidth = 24

export const leadLength = 20
/** Leaves the `+=` of a fork room beside the gate. */
export const forkLeadLength = 28

export const dotRadius = 3
export const fanWidth = 14
export const branchSpacing = 23
/** A fork of more branches opens no further: they stand closer, and carry no shares. */
export const widestFork = 256
/** The share's triangle stands in it, off the fan of lines. */
export const shareIndent = 8
export const shareBaseline = 11
const numberRoom = 2

export const inputSpacing = 70
/** Between an operand and a constant or late input that joins it at the next gate. */
export const partnerSpacing = 48
/** Inputs all stand at the left up to this many. */
export const leftInputs = 12
export const origin: Point = { x: 50, y: 30 }

/** Free above and below each row of a column: two rows are twice this apart. */
export const rowPad = 4
/** Half of what a passing wire reserves in a column. */
export const laneHalf = 6
/** Between a passing wire and the box it passes. */
export const lineClearance = 4
/** A bend is dropped, where nothing is in the way, if the line stays this near to it. */
export const slightBend = 8
/** How far from its gate's height a wire may be where it enters the gate's column. */
export const approachHalf = 12

const narrowGap = 20
const wideGap = 48
export const steepFrom = 35
const steepScale = 140
/** Many steep lines in one gap get more room, each a little. */
const fewLines = 6
const crowdedLine = 4
const widestCrowding = 48
export const margin = 12

export const isSteep = (climb: number): boolean => climb > steepScale

/** How wide a column's free gap is, by the greatest change of height of a line across it and how many are steep. */
export const gapFor = (greatest: number, steep: number): number => {
  const crowding = Math.min(widestCrowding, crowdedLine * Math.max(0, steep - fewLines))
  return narrowGap + (wideGap - narrowGap) * (1 - Math.exp((steepFrom - greatest) / steepScale)) + crowding
}

/** The budget of characters for a number at the text size; never the number itself. */
export const numberWidth = (digits: number): number => (digits === 0 ? 55 : 8 * (6 + digits) - 4)
export const stubLength = (digits: number): number =>
  Math.ceil(numberIndent + numberWidth(digits) + numberRoom)
export const shareWidth = (digits: number): number => (numberWidth(digits) * smallSize) / textSize
/** From the dot to where the branches leave the fork. */
export const forkLength = (digits: number): number =>
  Math.ceil(fanWidth + shareIndent + shareWidth(digits) + numberRoom)

/** A sign of three characters or more is set smaller, as the lecture does for `max` and `exp`. */
export const signSize = (sign: string): number => (Array.from(sign).length >= 3 ? textSize : 20)
export const halfWidthFor = (sign: string): number =>
  Math.min(widestHalf, Math.max(radius, Math.ceil(widthOf(sign, signSize(sign)) / 2 + signMargin)))

/** Where a badge is centred, from the gate's centre. */
export const badgeOffset = (halfWidth: number): Point => ({ x: halfWidth * badgeAcross, y: -badgeUp })
export const badgeTop = -badgeUp - badgeRadius

const ascent = 0.75
const digitDescent = 0.15
const letterDescent = 0.22

/** The box of a text on its baseline. */
export const textBox = (text: string, left: Point, size: number): Box => ({
  x: left.x,
  y: left.y - ascent * size,
  width: widthOf(text, size),
  height: (ascent + letterDescent) * size,
})

// Tops and heights of the texts, from their wire's height, but for a share's, which is from its own baseline.
export const numberHeight = (ascent + digitDescent) * textSize
export const valueTop = valueBaseline - ascent * textSize
export const gradientTop = gradientBaseline - ascent * textSize
export const gradientBottom = gradientBaseline + letterDescent * textSize
export const nameTop = nameBaseline - ascent * textSize
export const nameHeight = (ascent + letterDescent) * textSize
export const tagTop = tagBaseline - ascent * smallSize
export const tagHeight = (ascent + digitDescent) * smallSize
export const shareTop = -ascent * smallSize
export const shareHeight = (ascent + digitDescent) * smallSize
export const shareBottom = shareBaseline + digitDescent * smallSize

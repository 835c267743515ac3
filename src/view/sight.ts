import type { Box, Point } from '../layout/layout'
import { margin } from '../layout/measure'
import type { Focus } from '../scene/scene'

export type Size = { readonly width: number; readonly height: number }

/** The smallest text of a picture, and who is to read it: somebody at the screen, or the last row of a hall. */
export type Floor = {
  readonly smallest: number
  readonly hall: boolean
  /** Of a picture that has a map, and of which one may look at a part from as near as one likes. */
  readonly isLarge: boolean
  /** Where one begins in a picture that is not seen whole; null, where that is not known: at its upper end. */
  readonly home: Point | null
}

/** Beyond the margin that the bounds already have, in CSS pixels. */
const padding = 8
const largest = 3
/** What is drawn keeps this far from the edge, in CSS pixels. */
export const slack = 4

/**
 * The whole picture, centred; where that would print too small, its upper left at the smallest legible scale. Before
 * anything is left out, the empty margin round it is.
 */
export const fitted = (bounds: Box, size: Size, floor: number, home: Point | null = null): View => {
  const room = { width: size.width - 2 * padding, height: size.height - 2 * padding }
  const whole = Math.min(room.width / bounds.width, room.height / bounds.height, largest)
  const k = Math.max(whole, floor)
  const fits = (bounds.width - 2 * margin) * k <= size.width - 2 * slack
  const x = fits ? (size.width - bounds.width * k) / 2 : padding
  const isHigh = (bounds.height - 2 * margin) * k > size.height - 2 * slack
  const lowest = size.height - padding - bounds.height * k
  const upper = home
    ? Math.max(lowest, Math.min(padding, size.height / 2 - (home.y - bounds.y) * k))
    : padding
  const y = isHigh ? upper : (size.height - bounds.height * k) / 2
  return { k, x: x - bounds.x * k, y: y - bounds.y * k }
}

/** At first sight no text is smaller than this at a desk, in CSS pixels. */
const deskText = 12
/** In a hall capitals are at least this share of the picture's height: six screen heights away they are still read. */
const hallCapitals = 0.028
/** Of the face, in em. */
const capitalHeight = 0.66

/** The least scale at which a picture's smallest text is read. */
export const leastScale = ({ smallest, hall }: Pick<Floor, 'smallest' | 'hall'>, size: Size): number =>
  (hall ? (hallCapitals * size.height) / capitalHeight : deskText) / smallest

/** The scale at which what is at work fills a hall's screen, if that is smaller. */
export const heldWithin = (focus: Box, least: number, size: Size): number =>
  Math.min(least, (size.width - 2 * air) / focus.width, (size.height - 2 * air) / focus.height)

/** Round what is turned to, in CSS pixels, where there is room for it. */
const air = 24

export type View = { readonly k: number; readonly x: number; readonly y: number }

/** The same numbers. */
export const areSame = (a: Focus | Box | null, b: Focus | Box | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** The same view, moved as little as it takes that beyond the picture's edges nothing is shown but some padding. */
export const keptOn = (bounds: Box, { k, x, y }: View, size: Size): View => {
  const held = (at: number, from: number, length: number, room: number): number =>
    length * k <= room ? at : Math.min(padding - from * k, Math.max(room - padding - (from + length) * k, at))
  return {
    k,
    x: held(x, bounds.x, bounds.width, size.width),
    y: held(y, bounds.y, bounds.height, size.height),
  }
}

/** What of a focus is to be in sight: across and down as much of it as is seen at once, or the least there is. */
export const wantedOf = (focus: Focus, k: number, size: Size): Box => {
  const least = focus.at(-1) ?? focus[0]
  const across = focus.find(({ width }) => width * k <= size.width - 2 * slack) ?? least
  const down = focus.find(({ height }) => height * k <= size.height - 2 * slack) ?? least
  return { x: across.x, width: across.width, y: down.y, height: down.height }
}

/** Moved as little as brings a box into sight, with some air; of what is too large for that, its right and lower end. */
export const turnedTo = (focus: Box, view: View, size: Size): View => {
  const shift = (from: number, to: number, room: number): number => {
    if (to - from > room) return room - air - to
    const edge = Math.min(air, (room - to + from) / 2)
    return Math.max(edge - from, 0) + Math.min(room - edge - to, 0)
  }
  const { k, x, y } = view
  const left = focus.x * k + x
  const top = focus.y * k + y
  return {
    k,
    x: x + shift(left, left + focus.width * k, size.width),
    y: y + shift(top, top + focus.height * k, size.height),
  }
}

/** Whether the whole picture is in sight. */
export const isWhole = (bounds: Box, { k, x, y }: View, size: Size): boolean =>
  bounds.x * k + x >= -slack &&
  bounds.y * k + y >= -slack &&
  (bounds.x + bounds.width) * k + x <= size.width + slack &&
  (bounds.y + bounds.height) * k + y <= size.height + slack

/** What comes to the middle where one goes to a point; to a side to which all is seen there is nowhere to go. */
export const centredOn = (point: Point, bounds: Box, { k, x, y }: View, size: Size): Point | null => {
  const isWide = bounds.width * k > size.width
  const isHigh = bounds.height * k > size.height
  if (!isWide && !isHigh) return null
  return { x: isWide ? point.x : (size.width / 2 - x) / k, y: isHigh ? point.y : (size.height / 2 - y) / k }
}

/** A map's size in CSS pixels; on a small picture a third of its width. */
const mostMap: Size = { width: 200, height: 120 }
/** However long and thin the picture is, its map can be hit. */
const leastMap = 24

/** As large as the map of a picture of such bounds is on a picture area of such a size. */
export const mapSize = (bounds: Box, size: Size): Size => {
  const across = Math.min(mostMap.width, size.width / 3) / bounds.width
  const scale = Math.min(across, mostMap.height / bounds.height)
  return {
    width: Math.max(leastMap, bounds.width * scale),
    height: Math.max(leastMap, bounds.height * scale),
  }
}

/** What the buttons in the lower right corner cover, in CSS pixels. */
const tools: Size = { width: 180, height: 68 }
/** On a picture no wider, a phone's, neither they nor the map are there while a story is told (`sheet.css`). */
export const narrow = 560

/**
 * The same where there is more picture to all sides, a map in the upper right corner and buttons in the lower one: what
 * is not in sight, clear of both, comes to the middle; what is as high as the picture area, to the middle beside both, or
 * with its right end there where it is too wide for that.
 */
export const middledOn = (focus: Box, view: View, size: Size, map: Size): View => {
  const { k, x, y } = view
  const left = focus.x * k + x
  const top = focus.y * k + y
  const right = left + focus.width * k
  const bottom = top + focus.height * k
  const isInside = left >= air && top >= air && right <= size.width - air && bottom <= size.height - air
  const isUnderMap = right > size.width - map.width - air && top < map.height + air
  const isUnderTools = right > size.width - tools.width && bottom > size.height - tools.height
  if (isInside && !isUnderMap && !isUnderTools) return view
  const moved = turnedTo(focus, view, size)
  const isHigh = bottom - top > size.height - 2 * air
  const across = isHigh ? size.width - Math.max(map.width, tools.width) : size.width
  const isWide = right - left > (isHigh ? across - 2 * air : across)
  return {
    k,
    x: x + (isWide ? across - air - right : (across - left - right) / 2),
    y: isHigh ? moved.y : y + (size.height - top - bottom) / 2,
  }
}

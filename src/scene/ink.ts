import type { Box } from '../layout/layout'
import { radius, textBox, textSize } from '../layout/measure'
import { widthOf } from '../lib/width'
import type { Mark, Numeral, WireMark } from './scene'

/** What a number covers, its sign at the left included. */
export const inkOf = (numeral: Numeral): Box => {
  const left = { value: 2, share: 6, gradient: 15, gate: 0 }[numeral.subject.about]
  return {
    x: numeral.at.x - left,
    y: numeral.at.y - numeral.size * 0.8,
    width: left + widthOf(numeral.text, numeral.size) + 2,
    height: numeral.size * 1.05,
  }
}

/** What a wire's name covers. */
export const nameInk = ({ name }: WireMark): readonly Box[] =>
  name ? [textBox(name.text, { x: name.at.x - widthOf(name.text, textSize), y: name.at.y }, textSize)] : []

/** What of a mark is read: its numbers, its name, its body. */
export const boxesOf = (mark: Mark): readonly Box[] => {
  switch (mark.kind) {
    case 'branch':
      return mark.share ? [inkOf(mark.share)] : []
    case 'wire': {
      const numbers = [mark.value, mark.gradient].flatMap((numeral) => (numeral ? [inkOf(numeral)] : []))
      return [...numbers, ...nameInk(mark)]
    }
    case 'gate': {
      const { centre, halfWidth } = mark
      return [{ x: centre.x - halfWidth, y: centre.y - radius, width: 2 * halfWidth, height: 2 * radius }]
    }
  }
}

/** One box round all; null round nothing. */
export const around = (boxes: readonly Box[]): Box | null => {
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

import type { Box } from '../../layout/layout'
import { textSize } from '../../layout/measure'
import { widthOf } from '../../lib/width'
import { inkOf } from '../../scene/ink'
import { idOf, type WireMark } from '../../scene/scene'
import type { Part } from '../parts'
import type { Hits } from './numeral'

/** All of an input is its handle: name, value, wire and gradient, and the gaps between them. */
export const gripPart = (mark: WireMark, hits: Hits): Part => {
  const boxes = [mark.value, mark.gradient].flatMap((numeral) =>
    numeral ? [hits.get(idOf(numeral.subject)) ?? inkOf(numeral)] : [],
  )
  const { x, y, width, height } = around([...boxes, ...nameBoxes(mark)])
  return { key: mark.key, tag: 'rect', attributes: { class: 'grip', x, y, width, height } }
}

const nameBoxes = ({ name }: WireMark): readonly Box[] => {
  if (!name) return []
  const width = widthOf(name.text, textSize)
  return [{ x: name.at.x - width, y: name.at.y - textSize * 0.75, width, height: textSize }]
}

const around = (boxes: readonly Box[]): Box => {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

import { around, inkOf, nameInk } from '../../scene/ink'
import { idOf, type WireMark } from '../../scene/scene'
import type { Part } from '../parts'
import type { Hits } from './numeral'

/** All of an input is its handle: name, value, wire and gradient, and the gaps between them. */
export const gripPart = (mark: WireMark, hits: Hits): Part => {
  const boxes = [mark.value, mark.gradient].flatMap((numeral) =>
    numeral ? [hits.get(idOf(numeral.subject)) ?? inkOf(numeral)] : [],
  )
  return {
    key: mark.key,
    tag: 'rect',
    attributes: { class: 'grip', ...around([...boxes, ...nameInk(mark)]) },
  }
}

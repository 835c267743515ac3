import type { Badge } from '../../scene/scene'
import { translate } from '../geometry'
import type { Part } from '../parts'

const outlines: Record<Badge['kind'], string> = {
  kink: 'M0,-9L9,0L0,9L-9,0Z',
  trouble: 'M0,-9L9.5,7L-9.5,7Z',
}

/** An exclamation mark, drawn: a bar and a dot. */
const strokes: Record<Badge['kind'], string> = { kink: 'M0,-4.5V1M0,3.6V4.6', trouble: 'M0,-4V2M0,4.4V5.2' }

/** Told apart by shape (diamond, triangle), not by colour. */
export const badgePart = ({ kind, at }: Badge): Part => ({
  key: 'badge',
  tag: 'g',
  attributes: { class: `badge ${kind}`, transform: translate(at), 'aria-hidden': 'true' },
  parts: [
    { key: 'outline', tag: 'path', attributes: { class: 'outline', d: outlines[kind] } },
    { key: 'sign', tag: 'path', attributes: { class: 'exclamation', d: strokes[kind] } },
  ],
})

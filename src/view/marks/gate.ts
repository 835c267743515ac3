import { radius } from '../../layout/measure'
import type { GateMark } from '../../scene/scene'
import { placed } from '../geometry'
import type { Part } from '../parts'
import { badgePart } from './badge'
import { classesOf } from './classes'

export const gatePart = (mark: GateMark): Part => {
  const { centre, sign, tag, badge, tone } = mark
  const ring = pill('ring', mark, 3.5)
  return {
    key: mark.key,
    tag: 'g',
    fades: true,
    attributes: { class: classesOf('gate', mark), 'data-gate': mark.gate },
    parts: [
      {
        key: 'body',
        tag: 'g',
        attributes: {
          class: 'body',
          role: 'button',
          'aria-label': mark.label,
          'data-tone': tone === 'plain' ? null : tone,
        },
        ask: { subject: mark.subject, at: centre, walk: mark.walk },
        // Round a gate at work it is there anyway.
        ...(tone === 'plain' && { ring }),
        parts: [
          ...(tone === 'plain' ? [] : [ring]),
          pill('outline', mark, 0),
          {
            key: 'sign',
            tag: 'text',
            attributes: { class: 'sign', ...setSign(mark) },
            text: sign.text,
          },
        ],
      },
      ...(tag
        ? [{ key: 'tag', tag: 'text' as const, attributes: { class: 'tag', ...tag.at }, text: tag.text }]
        : []),
      ...(badge ? [badgePart(badge)] : []),
    ],
  }
}

/** A circle where `halfWidth` is the radius. */
const pill = (name: string, { centre, halfWidth }: GateMark, around: number): Part => ({
  key: name,
  tag: 'rect',
  attributes: {
    class: name,
    x: centre.x - halfWidth - around,
    y: centre.y - radius - around,
    width: 2 * (halfWidth + around),
    height: 2 * (radius + around),
    rx: radius + around,
  },
})

/** An asterisk is small and hangs high in its line; alone in a gate it is drawn larger and lower. */
const setSign = ({ sign: { text, size }, centre: { x, y } }: GateMark) =>
  text === '*'
    ? { 'font-size': size * 1.5, ...placed({ x, y: y + size * 0.85 }) }
    : { 'font-size': size, ...placed({ x, y: y + size * 0.33 }) }

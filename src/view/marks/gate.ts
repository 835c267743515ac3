import { radius } from '../../layout/measure'
import type { GateMark } from '../../scene/scene'
import { translate } from '../geometry'
import type { Part } from '../parts'
import { badgePart } from './badge'
import { classesOf } from './classes'

export const gatePart = (mark: GateMark): Part => {
  const { centre, halfWidth, sign, tag, badge, tone } = mark
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
          transform: translate(centre),
          role: 'button',
          'aria-label': mark.label,
          'data-tone': tone === 'plain' ? null : tone,
        },
        ask: { subject: mark.subject, at: centre, walk: mark.walk },
        parts: [
          pill('ring', halfWidth, 3.5),
          pill('outline', halfWidth, 0),
          {
            key: 'sign',
            tag: 'text',
            attributes: { class: 'sign', ...setSign(sign) },
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
const pill = (name: string, halfWidth: number, around: number): Part => ({
  key: name,
  tag: 'rect',
  attributes: {
    class: name,
    x: -halfWidth - around,
    y: -radius - around,
    width: 2 * (halfWidth + around),
    height: 2 * (radius + around),
    rx: radius + around,
  },
})

/** An asterisk is small and hangs high in its line; alone in a gate it is drawn larger and lower. */
const setSign = ({ text, size }: GateMark['sign']) =>
  text === '*' ? { 'font-size': size * 1.5, y: size * 0.85 } : { 'font-size': size, y: size * 0.33 }

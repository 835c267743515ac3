import type { Numeral, WireMark } from '../../scene/scene'
import type { Part } from '../parts'
import { badgePart } from './badge'
import { classesOf } from './classes'
import { dotParts, lineParts } from './line'
import { type Hits, numeralPart } from './numeral'

/** What `+=` takes of the place before a gradient; the triangle stands left of it. */
const sumRoom = 17

export const wirePart = (mark: WireMark, hits: Hits | null): Part => {
  const [line, ...tips] = lineParts(mark)
  return {
    key: mark.key,
    tag: 'g',
    fades: true,
    attributes: {
      class: classesOf('wire', mark),
      'data-wire': mark.wire,
      'data-value': mark.fullValue,
      'data-gradient': mark.fullGradient,
      'data-heard': mark.gradient?.heard?.text ?? null,
      'data-role': mark.role,
      role: 'group',
      'aria-label': mark.label,
    },
    parts: [
      line,
      ...dotParts(mark.fork?.at ?? null),
      ...nameParts(mark),
      // Over the ground that a name keeps free around it.
      ...tips,
      ...(mark.value ? [valuePart(mark, mark.value, hits)] : []),
      ...(mark.gradient ? [gradientPart(mark, mark.gradient, hits)] : []),
      ...sumParts(mark),
      ...(mark.badge ? [badgePart(mark.badge)] : []),
    ],
  }
}

/** How an input's number is changed from where it stands. */
const changes = 'Enter Alt+ArrowUp Alt+ArrowDown'

const valuePart = ({ role }: WireMark, value: Numeral, hits: Hits | null): Part => {
  const part = numeralPart(value, hits)
  if (role !== 'input') return part
  const { ring, parts = [], ...rest } = part
  const attributes = { ...part.attributes, 'aria-keyshortcuts': changes }
  // On a first visit it beckons: so it is there wherever Tab stops.
  return ring && hits ? { ...rest, attributes, parts: [ring, ...parts] } : { ...part, attributes }
}

const gradientPart = ({ fork, want }: WireMark, gradient: Numeral, hits: Hits | null): Part =>
  numeralPart(gradient, hits, { before: fork?.sum ? sumRoom : 0, want })

const nameParts = ({ name }: WireMark): readonly Part[] => {
  if (!name) return []
  const { text, full, at } = name
  return [
    {
      key: 'name',
      tag: 'g',
      attributes: { class: 'name' },
      parts: [
        ...(full === text ? [] : [{ key: 'full', tag: 'title' as const, attributes: {}, text: full }]),
        { key: 'text', tag: 'text', attributes: { x: at.x, y: at.y }, text },
      ],
    },
  ]
}

const sumParts = ({ fork }: WireMark): readonly Part[] =>
  fork?.sum ? [{ key: 'sum', tag: 'text', attributes: { class: 'sum', ...fork.sum }, text: '+=' }] : []

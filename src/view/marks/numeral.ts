import type { Box } from '../../layout/layout'
import type { Numeral } from '../../scene/scene'
import { lineThrough, translate } from '../geometry'
import { inkOf } from '../hits'
import type { Part } from '../parts'

export type Hits = ReadonlyMap<Numeral, Box>

/**
 * A number: the area that answers for it, a frame that is drawn when it is asked about, its triangle, its digits.
 * `before`: what stands between the triangle and the digits.
 */
export const numeralPart = (numeral: Numeral, hits: Hits, before = 0): Part => {
  const { subject, at } = numeral
  const ink = inkOf(numeral)
  const hit = hits.get(numeral) ?? ink
  const whole = { ...ink, x: ink.x - at.x - before, y: ink.y - at.y, width: ink.width + before }
  return {
    key: subject.about,
    tag: 'g',
    attributes: {
      class: `number ${subject.about}`,
      transform: translate(at),
      role: 'button',
      'aria-label': numeral.label,
      'data-tone': numeral.tone === 'plain' ? null : numeral.tone,
    },
    ask: { subject, at, walk: numeral.walk },
    parts: [
      {
        key: 'hit',
        tag: 'rect',
        attributes: { class: 'hit', x: hit.x - at.x, y: hit.y - at.y, width: hit.width, height: hit.height },
      },
      framePart('ring', whole, 3.5),
      ...(numeral.tone === 'lit' ? [framePart('box', whole, 1)] : []),
      ...(subject.about === 'value' ? [] : [trianglePart(numeral, before)]),
      {
        key: 'digits',
        tag: 'text',
        attributes: { class: 'digits', 'font-size': numeral.size },
        text: numeral.text,
      },
      ...(numeral.tone === 'factor' ? [underlinePart(numeral, ink)] : []),
    ],
  }
}

/** Around the number that has the focus (`ring`), or is asked about (`box`). */
const framePart = (name: 'ring' | 'box', { x, y, width, height }: Box, around: number): Part => ({
  key: name,
  tag: 'rect',
  attributes: {
    class: name,
    x: x - around,
    y: y - around,
    width: width + 2 * around,
    height: height + 2 * around,
    rx: 2 + around,
  },
})

/** Below each of the numbers that it was made of. */
const underlinePart = ({ at, size }: Numeral, ink: Box): Part => {
  const y = size * 0.2
  const d = lineThrough([
    { x: 0, y },
    { x: ink.x + ink.width - at.x - 2, y },
  ])
  return { key: 'underline', tag: 'path', attributes: { class: 'underline', d } }
}

/** Gradients travel from right to left: so points their sign. Small for a share, which stands among fanning lines. */
const trianglePart = ({ subject, size }: Numeral, before: number): Part => {
  const [tip, back, half] = subject.about === 'share' ? [-5.2, -1.3, 2.6] : [-13.5, -7.5, 3.6]
  const middle = -0.33 * size
  const d = lineThrough([
    { x: tip - before, y: middle },
    { x: back - before, y: middle - half },
    { x: back - before, y: middle + half },
  ])
  return { key: 'triangle', tag: 'path', attributes: { class: 'triangle', d: `${d}Z` } }
}

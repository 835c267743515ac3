import type { Box, Point } from '../../layout/layout'
import { inkOf } from '../../scene/ink'
import { idOf, type Numeral, type Want } from '../../scene/scene'
import { lineThrough, placed } from '../geometry'
import type { Part } from '../parts'

/** By subject: the area that answers for it. */
export type Hits = ReadonlyMap<string, Box>

type Beside = {
  /** Room for what stands between the sign at the left and the digits. */
  readonly before?: number
  /** Where the wire wants to go, in place of the triangle. */
  readonly want?: Want | null
}

/**
 * A number: the area that answers for it, the sign at its left, its digits, and what is still to come. All of it where
 * it stands: a browser takes long to paint hundreds of groups that are each moved there.
 */
export const numeralPart = (
  numeral: Numeral,
  hits: Hits | null,
  { before = 0, want = null }: Beside = {},
): Part => {
  const { subject, at } = numeral
  const ink = inkOf(numeral)
  const whole = { ...ink, x: ink.x - before, width: ink.width + before }
  return {
    key: subject.about,
    tag: 'g',
    attributes: {
      class: `number ${subject.about}`,
      role: 'button',
      'aria-label': numeral.label,
      'data-tone': numeral.tone === 'plain' ? null : numeral.tone,
    },
    ask: { subject, at, walk: numeral.walk },
    ring: framePart('ring', whole, 3.5),
    parts: [
      ...(hits ? [hitPart(hits.get(idOf(subject)) ?? ink)] : []),
      ...(numeral.tone === 'lit' ? [framePart('box', whole, 1)] : []),
      ...signParts(numeral, before, want),
      {
        key: 'digits',
        tag: 'text',
        attributes: { class: 'digits', ...placed(at), 'font-size': numeral.size },
        text: numeral.text,
      },
      ...(numeral.tone === 'factor' ? [underlinePart(numeral, ink)] : []),
      ...(numeral.heard ? [heardPart(numeral.heard)] : []),
    ],
  }
}

const hitPart = (hit: Box): Part => ({ key: 'hit', tag: 'rect', attributes: { class: 'hit', ...hit } })

const signParts = (numeral: Numeral, before: number, want: Want | null): readonly Part[] => {
  if (numeral.subject.about === 'value') return []
  return [want ? wantPart(want, numeral.at, before) : trianglePart(numeral, before)]
}

const heardPart = ({ text, at }: NonNullable<Numeral['heard']>): Part => ({
  key: 'heard',
  tag: 'text',
  attributes: { class: 'heard', ...placed(at) },
  text,
})

/** An arrow up or down: the stronger the wish, the longer and the wider. It stands where the triangle stood. */
const wantPart = ({ up, force }: Want, at: Point, before: number): Part => {
  const length = 7 + 8 * force
  const half = 2.6 + 1.8 * force
  const middle = at.y - 5.2
  const x = at.x - 10 - before
  const [tip, end] = up
    ? [middle - length / 2, middle + length / 2]
    : [middle + length / 2, middle - length / 2]
  const neck = tip + (up ? 1 : -1) * Math.min(length, 2.2 * half)
  const stem = half * 0.36
  const d = lineThrough([
    { x, y: tip },
    { x: x + half, y: neck },
    { x: x + stem, y: neck },
    { x: x + stem, y: end },
    { x: x - stem, y: end },
    { x: x - stem, y: neck },
    { x: x - half, y: neck },
  ])
  return { key: 'want', tag: 'path', attributes: { class: 'triangle want', d: `${d}Z` } }
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
  const y = at.y + size * 0.2
  const d = lineThrough([
    { x: at.x, y },
    { x: ink.x + ink.width - 2, y },
  ])
  return { key: 'underline', tag: 'path', attributes: { class: 'underline', d } }
}

/** Gradients travel from right to left: so points their sign. Small for a share, which stands among fanning lines. */
const trianglePart = ({ subject, size, at }: Numeral, before: number): Part => {
  const [tip, back, half] = subject.about === 'share' ? [-5.2, -1.3, 2.6] : [-13.5, -7.5, 3.6]
  const left = at.x - before
  const middle = at.y - 0.33 * size
  const d = lineThrough([
    { x: left + tip, y: middle },
    { x: left + back, y: middle - half },
    { x: left + back, y: middle + half },
  ])
  return { key: 'triangle', tag: 'path', attributes: { class: 'triangle', d: `${d}Z` } }
}

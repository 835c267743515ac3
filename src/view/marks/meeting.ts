import type { Meeting, Piece } from '../../scene/scene'
import { lineThrough } from '../geometry'
import type { Part } from '../parts'

/** The numbers that meet at a gate, on a card tied to it. The story tells the same in words: it is not read out twice. */
export const meetingPart = ({ key, box, tie, rows }: Meeting): Part => ({
  key,
  tag: 'g',
  fades: true,
  attributes: { class: 'meeting', 'aria-hidden': 'true' },
  parts: [
    { key: 'tie', tag: 'path', attributes: { class: 'tie', d: lineThrough(tie) } },
    { key: 'card', tag: 'rect', attributes: { class: 'card', ...box, rx: 7 } },
    ...rows.map(
      ({ at, pieces }, row): Part => ({
        key: `row ${row}`,
        tag: 'text',
        attributes: { class: 'row', ...at },
        parts: pieces.map(piecePart),
      }),
    ),
  ],
})

const piecePart = ({ text, of }: Piece, index: number): Part => ({
  key: String(index),
  tag: 'tspan',
  attributes: { class: of === 'sign' ? null : of },
  text,
})

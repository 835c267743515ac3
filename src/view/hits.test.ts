import { expect, test } from 'vitest'
import type { Box } from '../layout/layout'
import { inkOf } from '../scene/ink'
import { idOf, type Numeral } from '../scene/scene'
import { hitsOf } from './hits'
import { branch } from './marks-for-tests'

const share = (x: number, y: number): Numeral => ({
  subject: { about: 'share', wire: `${x} ${y}`, by: 'q', port: 0 },
  text: '−0.53',
  at: { x, y },
  size: 12,
  tone: 'plain',
  label: '',
  walk: { left: [], right: [] },
  heard: null,
})

const marks = [share(0, 0), share(0, 15), share(60, 7), share(12, 34)].map((numeral, index) =>
  branch(String(index), { share: numeral }),
)

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1e-9 &&
  b.x < a.x + a.width - 1e-9 &&
  a.y < b.y + b.height - 1e-9 &&
  b.y < a.y + a.height - 1e-9

test('every area holds its own number and takes nothing from another', () => {
  const hits = [...hitsOf(marks)]
  expect(hits).toHaveLength(4)
  for (const [id, area] of hits) {
    const numeral = marks.find(({ share }) => share && idOf(share.subject) === id)?.share
    if (!numeral) throw new Error(`no number answers to ${id}`)
    const ink = inkOf(numeral)
    expect(area.x).toBeLessThanOrEqual(ink.x)
    expect(area.y + area.height).toBeGreaterThanOrEqual(ink.y + ink.height)
    for (const [other, theirs] of hits) if (other !== id) expect(overlap(area, theirs)).toBe(false)
  }
})

test('a number that stands alone answers in a wide circle', () => {
  const [[, area] = []] = hitsOf(marks.slice(0, 1))
  expect(area?.height).toBeGreaterThan(40)
})

import { expect, test } from 'vitest'
import type { Point } from '../layout/layout'
import { placedIn } from '../layout/place'
import { spaceOf } from '../layout/space'
import { storyOf } from '../pass/story'
import { compile, passOf } from '../program/derive'
import { randomText } from '../program/large-programs'
import { buildVista } from './vista'

const lengthOf = (path: readonly Point[]): number =>
  path.slice(1).reduce((sum, { x, y }, i) => {
    const before = path[i] as Point
    return sum + Math.hypot(x - before.x, y - before.y)
  }, 0)

/** A large circuit as it is seen; after so many steps of its story, or at rest. */
const seen = (done: number | null) => {
  const compiled = compile(randomText(3000))
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const [pass, layout] = [passOf(compiled.value), placedIn(circuit, { digits: 2 })]
  const picture = {
    circuit,
    pass,
    layout,
    decimals: 2,
    asked: null,
    pointed: new Set<string>(),
    wants: false,
  }
  const told =
    done === null
      ? null
      : {
          ...{ circuit, pass, decimals: 2, story: storyOf(pass), done },
          ...{ going: null, atRest: false, lens: null, path: null },
        }
  return buildVista(picture, spaceOf(layout), told)
}

test('a card is there as long as it can be read', () => {
  const { vista, bounds } = seen(500)
  const cardAt = (scale: number) => vista?.see({ box: bounds, scale }).meeting ?? null
  expect(cardAt(1)).not.toBeNull()
  expect(cardAt(0.5)).toEqual(cardAt(1))
  expect(cardAt(0.3)).toBeNull()
})

test('of lines that leave a window for long, what is drawn is no longer than what is seen of them', () => {
  const scene = seen(null)
  const size = { width: 900, height: 500 }
  let longest = 0
  for (let i = 0; i < 12; i++) {
    const box = {
      x: scene.bounds.x + ((i * 0.37) % 1) * scene.bounds.width,
      y: scene.bounds.y + ((i * 0.61) % 1) * scene.bounds.height,
      ...size,
    }
    for (const mark of scene.vista?.see({ box, scale: 1 }).marks ?? []) {
      if (mark.kind !== 'branch') continue
      longest = Math.max(longest, lengthOf(mark.path))
      const drawn = (mark.pieces ?? [mark.path]).reduce((sum, piece) => sum + lengthOf(piece), 0)
      // It may pass up and down again, round what stands.
      expect(drawn).toBeLessThan(6 * (size.width + size.height))
    }
  }
  expect(longest, 'some are long').toBeGreaterThan(10 * (size.width + size.height))
})

import { expect, test } from 'vitest'
import type { Point } from '../layout/layout'
import { placedIn } from '../layout/place'
import { spaceOf } from '../layout/space'
import { compile, passOf } from '../program/derive'
import { randomText } from '../program/large-programs'
import { buildVista } from './vista'

const lengthOf = (path: readonly Point[]): number =>
  path.slice(1).reduce((sum, { x, y }, i) => {
    const before = path[i] as Point
    return sum + Math.hypot(x - before.x, y - before.y)
  }, 0)

test('of lines that leave a window for long, what is drawn is no longer than what is seen of them', () => {
  const compiled = compile(randomText(3000))
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const program = compiled.value
  const layout = placedIn(program.circuit, { digits: 2 })
  const picture = {
    circuit: program.circuit,
    pass: passOf(program),
    layout,
    decimals: 2,
    asked: null,
    pointed: new Set<string>(),
    wants: false,
  }
  const scene = buildVista(picture, spaceOf(layout), null)
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

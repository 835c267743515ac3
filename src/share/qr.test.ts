import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { gallery } from '../program/gallery'
import { pack } from './frame'
import { type Qr, qrOf } from './qr'
import { plainView } from './query'

const scale = 4

/** The path as pixels, black on white, for a reader that is not ours. */
const pixelsOf = ({ size, path }: Qr): { readonly data: Uint8ClampedArray; readonly side: number } => {
  const side = size * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row++)
      for (let at = 0; at < Number(length) * scale; at++) {
        const pixel = (Number(y) * scale + row) * side + Number(x) * scale + at
        data.fill(0, pixel * 4, pixel * 4 + 3)
      }
  return { data, side }
}

const read = (qr: Qr | null): string | undefined => {
  if (!qr) return undefined
  const { data, side } = pixelsOf(qr)
  return jsQR(data, side, side)?.data
}

describe('an independent reader reads our codes', () => {
  test.each(gallery.map(({ id, source }) => [id, source]))('of %s', (_, source) => {
    const link = `https://backflow.example/app/#${pack({ ...plainView, source })}`
    expect(read(qrOf(link))).toBe(link)
  })

  test('of the longest', () => {
    const longest = `https://backflow.example/#${'x'.repeat(666 - 26)}`
    expect(read(qrOf(longest))).toBe(longest)
    expect(qrOf(`${longest}x`)).toBeNull()
  })
})

test.each([
  [213, 'hall', 10],
  [214, 'desk', 11],
  [412, 'desk', 15],
  [413, 'near', 16],
])('of %d bytes it reaches: %s', (bytes, reach, version) => {
  const qr = qrOf('é'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2))
  expect(qr?.reach).toBe(reach)
  expect(qr?.size).toBeLessThanOrEqual(17 + 4 * version + 8)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { themes } from '../lib/settings'
import { gallery } from '../program/gallery'
import { randomProgram } from '../program/random-program'
import { readAddress } from './address'
import { crcOf, toBase64url } from './bytes'
import { largestFrame, pack, unpack } from './frame'
import { type Opened, plainView } from './query'

/** `RUNS=200000 npx vitest run src/share/frame.test.ts` is the long run. */
const runs = Number(process.env['RUNS'] ?? 3000)

const still = (source: string, view: Partial<Opened> = {}): Opened => ({ ...plainView, source, ...view })
const packed = (opened: Opened): string => pack(opened) ?? ''
const exampleOf = (id: string) => gallery.find((each) => each.id === id)?.source ?? ''

/** What is put into a program: typed, pasted, or neither; no lone surrogates, which are no text. */
const source = fc.oneof(
  { weight: 3, arbitrary: randomProgram.map((program) => program.source) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 80 }) },
)
const view: fc.Arbitrary<Partial<Opened>> = fc.record(
  {
    settings: fc.record(
      { digits: fc.integer({ min: 0, max: 6 }), theme: fc.constantFrom(...themes.slice(1)) },
      { requiredKeys: [] },
    ),
    place: fc.record({ step: fc.nat(99_999), share: fc.constant(0) }),
    grain: fc.constant('wire' as const),
    embed: fc.record({
      controls: fc.constantFrom('steps' as const, 'none' as const),
      autoplay: fc.boolean(),
    }),
  },
  { requiredKeys: [] },
)
const frame = fc.tuple(source, view).map(([text, seen]) => still(text, seen))

test('whatever state is packed comes back exactly, in letters and digits that survive', () => {
  fc.assert(
    fc.property(frame, (opened) => {
      const link = packed(opened)
      expect(link).toMatch(/^1[\w-]*[A-Za-z0-9]$/)
      expect(unpack(link)).toEqual({ ok: true, value: opened })
    }),
    { numRuns: runs },
  )
})

/** What happens to links: cut, one character changed or swapped with its neighbour, case folded, a piece doubled. */
const damages: readonly ((link: string, at: number, other: string) => string)[] = [
  (link, at) => link.slice(0, at),
  (link, at) => link.slice(at),
  (link, at, other) => link.slice(0, at) + other + link.slice(at + 1),
  (link, at) => link.slice(0, at) + (link[at + 1] ?? '') + (link[at] ?? '') + link.slice(at + 2),
  (link, at) => link.slice(0, at) + link.slice(at + 1),
  (link, at, other) => link.slice(0, at) + other + link.slice(at),
  (link) => link.toLowerCase(),
  (link) => link.toUpperCase(),
  (link, at) => link.slice(0, at) + link.slice(0, at) + link.slice(at),
]

const readBack = (fragment: string) => readAddress(`#${fragment}`)

test('no damaged link opens as another circuit', () => {
  fc.assert(
    fc.property(
      frame,
      fc.nat(),
      fc.constantFrom(...'ABCXYZabcxyz0189-_'),
      fc.nat(damages.length - 1),
      (opened, place, other, kind) => {
        const link = packed(opened)
        const damaged = damages[kind]?.(link, place % (link.length + 1), other) ?? ''
        const reading = readBack(damaged)
        // A repair may have brought it back; then it is the same.
        if (reading.kind === 'frame') expect(reading.opened).toEqual(opened)
      },
    ),
    { numRuns: runs },
  )
})

describe.each(['circuit-1', 'circuit-2', 'staged'])('every damage to the link of %s', (id) => {
  const opened = still(exampleOf(id), { place: { step: 3, share: 0 } })
  const link = packed(opened)

  test('cut at every length, it is refused', () => {
    for (let length = 1; length < link.length; length++)
      expect(readBack(link.slice(0, length)), `${length} characters`).toMatchObject({ kind: 'failure' })
  })

  test('with every single character changed to any other, it is refused', () => {
    for (let at = 0; at < link.length; at++)
      for (const other of 'AZaz09-_.')
        if (link[at] !== other) {
          const reading = readBack(link.slice(0, at) + other + link.slice(at + 1))
          if (reading.kind === 'frame') expect(reading.opened, `${other} at ${at}`).toEqual(opened)
        }
  })
})

describe('lengths', () => {
  test.each([
    ['circuit-1', 100],
    ['circuit-2', 100],
    ['circuit-3', 100],
    ['staged', 160],
  ])('the link of %s has at most %d characters', (id, most) => {
    expect(packed(still(exampleOf(id))).length).toBeLessThanOrEqual(most)
  })

  test('19 of 20 in the gallery fit a code that a hall can scan, behind an address of 40 characters', () => {
    const fitting = gallery.filter((each) => 41 + packed(still(each.source)).length <= 213)
    expect(fitting.length / gallery.length).toBeGreaterThanOrEqual(0.95)
  })

  test('what is too long for a link is none', () => {
    const noise = Array.from({ length: 9000 }, (_, i) => ((i * 7919) % 9973).toString(36)).join('')
    expect(pack(still(noise))).toBeNull()
    expect(pack(still('x'.repeat(largestFrame + 1)))).toBeNull()
    expect(unpack(packed(still('x'.repeat(largestFrame))))).toMatchObject({ ok: true })
  })
})

describe('what is made to deceive', () => {
  /** Bytes behind a right check. */
  const sealed = (flag: number, body: Uint8Array): string => {
    const bytes = Uint8Array.of(flag, ...body)
    const check = new DataView(new ArrayBuffer(4))
    check.setUint32(0, crcOf(Uint8Array.of('1'.charCodeAt(0), ...bytes)))
    return `1${toBase64url(Uint8Array.of(...bytes, ...new Uint8Array(check.buffer)))}`
  }
  const bytesOf = (text: string) => new TextEncoder().encode(text)

  test.each([
    ['a text that is no UTF-8', sealed(0, Uint8Array.of(0xc3, 0x28))],
    ['settings without an end', sealed(2, bytesOf('digits=2'))],
    ['something that does not inflate', sealed(1, Uint8Array.of(7, 7, 7, 7))],
    ['something deflated of no bytes', sealed(1, new Uint8Array())],
    ['something deflated that breaks off', sealed(1, deflateSync(bytesOf('x = 1; y = 22')).slice(0, -6))],
    ['a flag that nobody knows', sealed(8, bytesOf('x=1'))],
    ['nothing but a check', sealed(0, new Uint8Array()).slice(0, 5)],
    ['only a number', '1'],
    ['a format 0', `0${packed(still('x=1')).slice(1)}`],
  ])('%s is damage', (_, link) => {
    expect(unpack(link)).toEqual({ ok: false, why: 'damaged' })
  })

  test('a small link that inflates to megabytes is refused', () => {
    const bomb = sealed(1, deflateSync(new Uint8Array(4_000_000), { level: 9 }))
    expect(bomb.length).toBeLessThan(8192)
    expect(unpack(bomb)).toEqual({ ok: false, why: 'damaged' })
  })

  test.each(['2', '9'])('format %s is newer than this page', (format) => {
    expect(unpack(`${format}${packed(still('x=1')).slice(1)}`)).toEqual({ ok: false, why: 'newer' })
  })

  test('a megabyte is refused unread', () => {
    expect(readBack(`1${'A'.repeat(1_000_000)}`)).toEqual({ kind: 'failure', why: 'long' })
  })

  test('settings that are none of ours are left out, those behind the link win', () => {
    const query = 'digits=9&theme=__proto__&step=1e9&grain=x&view=y&autoplay=2&constructor=1'
    const link = sealed(2, bytesOf(`${query}\0x = 1`))
    expect(unpack(link)).toEqual({ ok: true, value: still('x = 1') })
    const reading = readBack(`${packed(still('x = 1', { settings: { digits: 3 } }))}&digits=2&step=4`)
    expect(reading).toMatchObject({
      opened: { source: 'x = 1', settings: { digits: 2 }, place: { step: 4, share: 0 } },
    })
  })
})

/** Links that are out in the world, a line each, with what they open to. Lines are added at the end, never changed. */
test.each(
  readFileSync(new URL('frozen-1.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
)('%s still opens', (link, opened) => {
  expect(unpack(link)).toEqual({ ok: true, value: JSON.parse(opened) })
})

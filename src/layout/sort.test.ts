import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesInOrder, sortBenchFor } from './sort'

const keysOf = (scale: number) => fc.array(fc.integer({ min: -1000, max: 1000 }).map((key) => key * scale))

describe('places in order', () => {
  it.each([
    ['few', fc.oneof(keysOf(1), keysOf(1 / 64))],
    [
      'many',
      keysOf(1 / 64).chain((keys) =>
        fc.constant([...keys, ...Array.from({ length: 200 }, (_, i) => (i * 37) % 90)]),
      ),
    ],
    [
      'many that come together',
      keysOf(1 / 64).map((keys) => [
        1e9,
        ...Array.from({ length: 150 }, (_, i) => keys[i % Math.max(1, keys.length)] ?? 0),
      ]),
    ],
  ])('of %s keys they ascend, and ties keep their order', (_, some) => {
    fc.assert(
      fc.property(some, (keys) => {
        const places = [...placesInOrder(Float64Array.from(keys), keys.length, sortBenchFor(keys.length))]
        const expected = keys
          .map((_, i) => i)
          .sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b)
        expect(places).toEqual(expected)
      }),
    )
  })

  it('what differs by less than a millionth is a tie', () => {
    const keys = Float64Array.of(1 + 1e-9, 1, 0)
    expect([...placesInOrder(keys, 3, sortBenchFor(3))]).toEqual([2, 0, 1])
  })

  it('a bench is used again for fewer', () => {
    const bench = sortBenchFor(100)
    placesInOrder(
      Float64Array.from({ length: 100 }, (_, i) => -i),
      100,
      bench,
    )
    expect([...placesInOrder(Float64Array.of(2, 1), 2, bench)]).toEqual([1, 0])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainText } from '../program/large-programs'
import { workPrefix } from './keep'
import { type Drawer, mostWorks, shelfIn, type Work } from './shelf'

const work = (source: string, at: number): Work => ({ source, query: '', at, address: '' })

type Fault = (call: number, name: keyof Drawer) => void

/** A storage in memory; `before` runs ahead of every call, and may throw. */
const storage = (before: Fault = () => undefined, room = Number.POSITIVE_INFINITY) => {
  const held = new Map<string, string>()
  let calls = 0
  const counted = <T>(name: keyof Drawer, run: () => T): T => {
    before(calls++, name)
    return run()
  }
  const drawer: Drawer = {
    getItem: (key) => counted('getItem', () => held.get(key) ?? null),
    setItem: (key, value) =>
      counted('setItem', () => {
        const others = [...held].reduce((sum, [k, v]) => (k === key ? sum : sum + k.length + v.length), 0)
        if (others + key.length + value.length > room) throw new DOMException('full', 'QuotaExceededError')
        held.set(key, value)
      }),
    removeItem: (key) => counted('removeItem', () => held.delete(key)),
    key: (index) => counted('key', () => [...held.keys()][index] ?? null),
    get length() {
      return counted('length', () => held.size)
    },
  }
  return { held, drawer, shelf: shelfIn(() => drawer), calls: () => calls }
}

test('what was saved is there, the newest first, each text once', () => {
  const { shelf } = storage()
  expect(shelf.save('a', work('x = 1', 1))).toBe(true)
  expect(shelf.save('b', work('x = 2', 2))).toBe(true)
  expect(shelf.save('c', work('x = 1', 3))).toBe(true)
  expect(shelf.works().map(({ key, source }) => [key, source])).toEqual([
    ['c', 'x = 1'],
    ['b', 'x = 2'],
  ])
})

test('twenty are kept; what belongs to others is not touched', () => {
  const { shelf, held } = storage()
  held.set('other', 'x')
  for (let i = 0; i < 50; i++) shelf.save(`k${i}`, work(`x = ${i}`, i))
  expect(shelf.works()).toHaveLength(mostWorks)
  expect(shelf.works()[0]?.source).toBe('x = 49')
  expect(held.size).toBe(mostWorks + 1)
  expect(held.get('other')).toBe('x')
})

test('one is forgotten on a wish, with its older copies', () => {
  const { shelf, held } = storage()
  shelf.save('a', work('x = 1', 1))
  shelf.save('b', work('x = 2', 2))
  held.set(`${workPrefix}old`, JSON.stringify(work('x = 1', 0)))
  expect(shelf.forget('a')).toBe(true)
  expect(shelf.works().map(({ source }) => source)).toEqual(['x = 2'])
  expect(shelf.forget('a')).toBe(false)
})

test.each([
  ['no JSON', '{'],
  ['something else', '[1,2]'],
  ['a number for a text', JSON.stringify({ ...work('', 1), source: 7 })],
  ['no time', JSON.stringify({ ...work('x', 1), at: null })],
  ['too much', JSON.stringify(work('x'.repeat(2_600_000), 1))],
])('%s is passed over and stays', (_, text) => {
  const { shelf, held } = storage()
  held.set(`${workPrefix}odd`, text)
  shelf.save('a', work('x = 1', 1))
  expect(shelf.works().map(({ key }) => key)).toEqual(['a'])
  expect(held.get(`${workPrefix}odd`)).toBe(text)
})

test('a text beyond all bounds is not saved, and says so', () => {
  expect(storage().shelf.save('a', work('x'.repeat(2_000_001), 1))).toBe(false)
})

test('a program of 100,000 gates is saved', () => {
  const { shelf } = storage(undefined, 5_000_000)
  const source = chainText(100_000)
  expect(shelf.save('a', work(source, 1))).toBe(true)
  expect(shelf.works()[0]?.source).toBe(source)
})

test('for want of room the oldest of the long works goes, and never a short one', () => {
  const { shelf } = storage(undefined, 1_000_000)
  const long = (letter: string) => letter.repeat(300_000)
  expect(shelf.save('short', work('x = 1', 0))).toBe(true)
  for (const [i, letter] of ['a', 'b', 'c'].entries()) shelf.save(letter, work(long(letter), i + 1))
  expect(shelf.save('d', work(long('d'), 9))).toBe(true)
  expect(shelf.works().map(({ key }) => key)).toEqual(['d', 'c', 'b', 'short'])
  // One that no other makes room for: everything stays.
  expect(shelf.save('e', work('e'.repeat(900_000), 10))).toBe(false)
  expect(shelf.works().map(({ key }) => key)).toEqual(['d', 'c', 'b', 'short'])
})

describe('a storage that fails', () => {
  const script = (shelf: ReturnType<typeof shelfIn>) => {
    const saved = new Map<string, string>()
    for (let i = 0; i < 6; i++) {
      const source = `x = ${i}`
      if (shelf.save(`k${i % 3}`, work(source, i))) saved.set(`k${i % 3}`, source)
      shelf.works()
    }
    return saved
  }
  const total = (() => {
    const sound = storage()
    script(sound.shelf)
    return sound.calls()
  })()

  test('the script makes more than fifty calls', () => {
    expect(total).toBeGreaterThan(50)
  })

  test.each(Array.from({ length: total }, (_, i) => [i]))(
    'at its call %d: nothing throws, and what was said to be saved is there',
    (at) => {
      let broken = false
      const faulty = storage((call) => {
        if (call === at) {
          broken = true
          throw new DOMException('no', 'SecurityError')
        }
      })
      const saved = script(faulty.shelf)
      expect(broken).toBe(true)
      const there = new Map(faulty.shelf.works().map(({ key, source }) => [key, source]))
      // What was not said to be saved may be there all the same.
      for (const [key, source] of saved)
        expect(there.get(key)?.localeCompare(source)).toBeGreaterThanOrEqual(0)
    },
  )

  test.each(['getItem', 'setItem', 'removeItem', 'key', 'length'] as const)(
    'every %s throws from the start, or from the middle on: nothing that was saved is lost',
    (name) => {
      for (const from of [0, 20, 40]) {
        const faulty = storage((call, called) => {
          if (called === name && call >= from) throw new Error('no')
        })
        script(faulty.shelf)
        const before = new Map(faulty.held)
        script(faulty.shelf)
        for (const key of before.keys()) expect(faulty.held.has(key)).toBe(true)
      }
    },
  )

  test('there is none at all', () => {
    const shelf = shelfIn(() => {
      throw new DOMException('no', 'SecurityError')
    })
    expect(shelf.save('a', work('x', 1))).toBe(false)
    expect(shelf.works()).toEqual([])
    expect(shelf.forget('a')).toBe(false)
  })

  test('full from any byte on: what was saved before is still there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (room) => {
        const { shelf } = storage(undefined, room)
        const saved = new Map<string, string>()
        for (let i = 0; i < 12; i++) {
          const source = `x = ${'1'.repeat(i * 20)}`
          if (shelf.save(`k${i}`, work(source, i))) saved.set(`k${i}`, source)
        }
        const there = new Map(shelf.works().map(({ key, source }) => [key, source]))
        for (const [key, source] of saved) expect(there.get(key)).toBe(source)
      }),
      { numRuns: 200 },
    )
  })
})

test('two pages that write by turns, whenever one comes between two calls of the other, lose nothing', () => {
  for (let at = 0; at < 30; at++) {
    const shared: { other: ReturnType<typeof shelfIn> | null } = { other: null }
    const one = storage((call) => {
      if (call !== at) return
      const other = shared.other
      shared.other = null
      other?.save('theirs', work('theirs', 100))
    })
    shared.other = shelfIn(() => one.drawer)
    one.shelf.save('mine', work('mine', 1))
    one.shelf.save('mine', work('mine, later', 2))
    expect(one.shelf.works().map(({ source }) => source)).toContain('mine, later')
    if (shared.other === null) expect([...one.held.keys()]).toContain(`${workPrefix}theirs`)
  }
})

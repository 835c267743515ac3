import * as v from 'valibot'
import { workPrefix } from './keep'

/** A program that was worked on: its text, the view of it as behind a link, when (ms), and the address it had then. */
export type Work = {
  readonly source: string
  readonly query: string
  readonly at: number
  readonly address: string
}
export type Kept = Work & { readonly key: string }

/** What of a browser's storage is used. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * The works of this browser. Every work has a place of its own, so two pages never write over each other's, and a write
 * that fails leaves what was there; for want of room the oldest of the long ones goes. localStorage writes at once: what
 * was saved outlives a page that is killed.
 */
export type Shelf = {
  /** False where the browser did not take it. */
  readonly save: (key: string, work: Work) => boolean
  /** The newest first, each text once; what cannot be read is passed over, never cleared away. */
  readonly works: () => readonly Kept[]
  /** Only on a person's wish: the work, and older ones with the same text. */
  readonly forget: (key: string) => boolean
}

export const mostWorks = 20
/** In characters: a program of 100,000 gates is one and a half million. Browsers keep five in all. */
const largest = 2_500_000
const longestSource = 2_000_000
/** A work is long where it may keep others from being saved. */
const long = 65_536

const work = v.object({
  source: v.pipe(v.string(), v.maxLength(longestSource)),
  query: v.pipe(v.string(), v.maxLength(200)),
  at: v.pipe(v.number(), v.finite()),
  address: v.pipe(v.string(), v.maxLength(10_000)),
})

export const shelfIn = (drawer: () => Drawer): Shelf => {
  /** Every work, the newest first, also those with the same text. */
  const all = (): readonly Kept[] => {
    const found: Kept[] = []
    for (const key of keysIn(drawer)) {
      const read = attempt(() => workIn(drawer().getItem(key)), null)
      if (read) found.push({ ...read, key: key.slice(workPrefix.length) })
    }
    return found.sort((a, b) => b.at - a.at)
  }

  /** Beyond the twenty newest texts, and older copies of those; nothing is read where there are no more. */
  const trim = (): void => {
    if (keysIn(drawer).length <= mostWorks) return
    const works = all()
    const kept = new Set(distinct(works).slice(0, mostWorks))
    for (const each of works) if (!kept.has(each)) remove(each.key)
  }
  /** Of the long works the oldest that is long enough goes; false where there is none. */
  const makeRoom = (key: string, length: number): boolean => {
    const isLong = (each: Kept): boolean =>
      each.key !== key &&
      each.source.length > long &&
      (drawer().getItem(workPrefix + each.key)?.length ?? 0) >= length
    const oldest = all().findLast(isLong)
    return oldest !== undefined && remove(oldest.key)
  }
  const remove = (key: string): boolean =>
    attempt(() => {
      drawer().removeItem(workPrefix + key)
      return true
    }, false)

  return {
    save: (key, saved) => {
      if (saved.source.length > longestSource) return false
      const text = JSON.stringify(saved)
      if (text.length > largest) return false
      let isFull = false
      const write = (): boolean =>
        attempt(() => {
          try {
            drawer().setItem(workPrefix + key, text)
          } catch (fault) {
            isFull = fault instanceof DOMException && fault.name === 'QuotaExceededError'
            return false
          }
          return drawer().getItem(workPrefix + key) === text
        }, false)
      const isSaved = write() || (isFull && attempt(() => makeRoom(key, text.length), false) && write())
      if (isSaved) attempt(trim, undefined)
      return isSaved
    },
    works: () => attempt(() => distinct(all()), []),
    forget: (key) => {
      const works = all()
      const source = works.find((each) => each.key === key)?.source
      const same = works.filter((each) => each.source === source)
      return same.length > 0 && same.map((each) => remove(each.key)).every(Boolean)
    },
  }
}

const distinct = (works: readonly Kept[]): readonly Kept[] => {
  const seen = new Set<string>()
  return works.filter(({ source }) => !seen.has(source) && seen.add(source))
}

const keysIn = (drawer: () => Drawer): readonly string[] =>
  attempt(() => {
    const storage = drawer()
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i))
    return keys.filter((key) => key !== null).filter((key) => key.startsWith(workPrefix))
  }, [])

/** Null for what is no work: it may have been written by anyone. */
const workIn = (text: string | null): Work | null => {
  if (text === null || text.length > largest) return null
  const read = v.safeParse(work, JSON.parse(text))
  return read.success ? read.output : null
}

/** Storage throws where it is forbidden, full or broken; the page works on without it. */
const attempt = <T>(run: () => T, otherwise: T): T => {
  try {
    return run()
  } catch {
    return otherwise
  }
}

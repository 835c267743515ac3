import type { Settings } from '../lib/settings'
import type { Place } from '../pass/story'
import { readPlace, readSettings } from './settings'

/** What a link may say of the view, beside the program; how things move is the reader's own affair. */
export type LinkSettings = Partial<Pick<Settings, 'digits' | 'theme'>>

export type Opened = {
  readonly source: string
  readonly settings: LinkSettings
  /** How far the pass is told; null: at rest. */
  readonly place: Place | null
}

/** Characters of a fragment that are read; a longer text is not put into the address at all. */
const longest = 8192

/** Escapes are undone where they are sound; a `%` that begins none stays as it is. */
const decode = (text: string): string => text.replace(/(?:%[0-9a-f]{2})+/gi, unescapeRun)

const unescapeRun = (run: string): string => {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}

/**
 * A link written by hand, `#x=-2;y=5;f=x*y&digits=2&step=3`: the program as it is typed (`+` is a plus), then settings.
 * It has an `=` and does not begin with a digit; null for every other fragment.
 */
export const readLink = (hash: string): Opened | null => {
  const fragment = hash.replace(/^#/, '')
  if (fragment.length > longest || /^\d/.test(fragment)) return null
  const [program = '', ...rest] = fragment.split('&')
  const source = decode(program)
  if (!`${source}${rest}`.includes('=')) return null
  const pairs = rest.map(pairOf)
  return {
    source,
    settings: readSettings(pairs, ['digits', 'theme']),
    place: readPlace(pairs.findLast(([key]) => key === 'step')?.[1]),
  }
}

/** One digit is a number of decimals; every other value is read as it stands. */
const pairOf = (part: string): readonly [string, unknown] => {
  const [key = '', value = ''] = part.split('=', 2).map(decode)
  return [key, key === 'digits' && /^\d$/.test(value) ? Number(value) : value]
}

const keeps = /[A-Za-z0-9\-._~!$'()*+,;=:@/?^[\]]/

const encode = (source: string): string =>
  [...source]
    .map((char, i) => (keeps.test(char) && !(i === 0 && /\d/.test(char)) ? char : escaped(char)))
    .join('')

/** A lone half of a surrogate pair cannot be escaped; it has no meaning in a program either. */
const escaped = (char: string): string => {
  if (/^\d$/.test(char)) return `%3${char}`
  return /^\p{Cs}$/u.test(char) ? '%EF%BF%BD' : encodeURIComponent(char)
}

/** The link of a program, with what differs from the usual view of it; empty where it would be too long. */
export const writeLink = (
  source: string,
  { digits, theme }: Pick<Settings, 'digits' | 'theme'>,
  place: Place | null = null,
): string => {
  const chosen = [
    digits === 'auto' ? '' : `&digits=${digits}`,
    theme === 'auto' ? '' : `&theme=${theme}`,
    place ? `&step=${place.step}${place.share > 0 ? `.${place.share}` : ''}` : '',
  ].join('')
  // Without an `=` it would not be read as written by hand.
  const marked = source.includes('=') || chosen !== '' ? chosen : '&digits=auto'
  const link = `#${encode(source)}${marked}`
  return link.length > longest ? '#' : link
}

import { type Opened, readQuery, unescaped, writeQuery } from './query'

/** Characters of a fragment that are read; a longer text is not put into the address at all. */
export const longestLink = 8192

/**
 * A link written by hand, `#x=-2;y=5;f=x*y&digits=2&step=3`: the program as it is typed (`+` is a plus), then settings.
 * It has an `=` and does not begin with a digit; null for every other fragment.
 */
export const readLink = (hash: string): Opened | null => {
  const fragment = hash.replace(/^#/, '')
  if (fragment.length > longestLink || /^\d/.test(fragment)) return null
  const [program = '', ...rest] = fragment.split('&')
  const source = unescaped(program)
  if (!`${source}${rest}`.includes('=')) return null
  return { source, ...readQuery(rest.join('&')) }
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

/** The link of a program as somebody might write it, with what differs from the usual view; null where it is too long. */
export const writeLink = (opened: Opened): string | null => {
  const query = writeQuery(opened)
  // Without an `=` it would not be read as written by hand.
  const settings = query === '' && !opened.source.includes('=') ? 'digits=auto' : query
  const link = `#${encode(opened.source)}${settings === '' ? '' : `&${settings}`}`
  return link.length > longestLink ? null : link
}

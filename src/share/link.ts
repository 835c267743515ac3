import * as v from 'valibot'

/** What a link may say of the view, beside the program. */
const settings = v.object({
  digits: v.exactOptional(
    v.union([
      v.literal('auto'),
      v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number), v.integer(), v.maxValue(6)),
    ]),
  ),
  theme: v.exactOptional(v.picklist(['auto', 'light', 'dark', 'lecture'])),
})
export type LinkSettings = v.InferOutput<typeof settings>

export type Opened = { readonly source: string; readonly settings: LinkSettings }

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
 * A link written by hand, `#x=-2;y=5;f=x*y&digits=2`: the program as it is typed (`+` is a plus), then settings.
 * It has an `=` and does not begin with a digit; null for every other fragment.
 */
export const readLink = (hash: string): Opened | null => {
  const fragment = hash.replace(/^#/, '')
  if (fragment.length > longest || /^\d/.test(fragment)) return null
  const [program = '', ...rest] = fragment.split('&')
  const source = decode(program)
  if (!`${source}${rest}`.includes('=')) return null
  return { source, settings: readSettings(rest) }
}

/** Each setting for itself: one that is no setting of ours, or out of bounds, is left out. */
const readSettings = (parts: readonly string[]): LinkSettings => {
  let found: LinkSettings = {}
  for (const part of parts) {
    const [key = '', value = ''] = part.split('=', 2).map(decode)
    const read = v.safeParse(settings, Object.fromEntries([[key, value]]))
    if (read.success) found = { ...found, ...read.output }
  }
  return found
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

/** The link of a program, with the settings that differ from the usual; empty where it would be too long. */
export const writeLink = (
  source: string,
  { digits, theme }: { readonly digits: 'auto' | number; readonly theme: string },
): string => {
  const chosen = [
    digits === 'auto' ? '' : `&digits=${digits}`,
    theme === 'auto' ? '' : `&theme=${theme}`,
  ].join('')
  // Without an `=` it would not be read as written by hand.
  const marked = source.includes('=') || chosen !== '' ? chosen : '&digits=auto'
  const link = `#${encode(source)}${marked}`
  return link.length > longest ? '#' : link
}

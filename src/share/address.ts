import { type Failure, unpack } from './frame'
import { longestLink, readLink } from './link'
import { type Opened, overruled } from './query'

/** What a fragment says: nothing, a still frame and what had to be undone to read it, or why it cannot be read. */
export type Reading =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'frame'
      readonly opened: Opened
      readonly undone: readonly string[]
      readonly checked: boolean
    }
  | { readonly kind: 'failure'; readonly why: Failure }

/**
 * The fragment of an address. What chat and mail programs do to a link is undone first; a link made by the app has a
 * check that tells whether it was undone rightly, one written by hand has none.
 */
export const readAddress = (hash: string): Reading => {
  const raw = hash.replace(/^#/, '')
  if (raw === '') return { kind: 'none' }
  // Looked at before anything is done with it: escapes may make a link three times as long, twice over.
  if (raw.length > 9 * longestLink) return { kind: 'failure', why: 'long' }
  const { text, undone } = mended(raw)
  if (!isCoded(text)) {
    const opened = readLink(text)
    if (opened) return { kind: 'frame', opened, undone, checked: false }
    return { kind: 'failure', why: text.length > longestLink ? 'long' : 'damaged' }
  }
  const [code = '', query = ''] = halves(text)
  const found = unpack(code)
  return found.ok
    ? { kind: 'frame', opened: overruled(found.value, query), undone, checked: true }
    : { kind: 'failure', why: found.why }
}

/** Made by the app: it begins with the number of its format. */
const isCoded = (fragment: string): boolean => /^\d/.test(fragment)

const halves = (text: string): readonly [string, string] => {
  const at = text.indexOf('&')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

type Mended = { readonly text: string; readonly undone: readonly string[] }
type Mend = { readonly says: string; readonly undo: (text: string) => string }

/** In this order: what came last on the way is undone first. */
const mends: readonly Mend[] = [
  {
    says: 'signs of tracking behind it',
    undo: (text) => text.replace(/[?&](?:utm_\w+|fbclid|gclid)=[^&]*/g, ''),
  },
  { says: 'an escaped #', undo: (text) => undoHash(text) },
  { says: 'an escaped &', undo: (text) => text.replace(/&(?:amp;)+/g, '&') },
  {
    says: 'brackets or quotes round it',
    undo: (text) => text.replace(/^(?:[<"'“‘«(]|%3c|%22|%27)+(?=[\p{L}\d_])/iu, ''),
  },
  { says: 'line breaks in it', undo: (text) => (isCoded(text) ? unwrapped(text) : text) },
  { says: 'signs behind it', undo: (text) => (isCoded(text) ? bareCode(text) : bareProgram(text)) },
]

const mended = (raw: string): Mended =>
  mends.reduce<Mended>(
    ({ text, undone }, { says, undo }) => {
      const next = undo(text)
      return next === text ? { text, undone } : { text: next, undone: [...undone, says] }
    },
    { text: raw, undone: [] },
  )

/** `%23x=1` and `%2523x=1`: with the mark, everything behind it was escaped once, or once more. */
const undoHash = (text: string): string => {
  const [mark = ''] = /^%(?:25)*23/i.exec(text) ?? []
  if (mark === '') return text
  let rest = text.slice(mark.length)
  for (let times = (mark.length - 1) / 2; times > 0; times--) rest = rest.replace(/%25/g, '%')
  return rest
}

const unwrapped = (text: string): string => text.replace(/=?(?:\s|%0[ad]|%20|%09)+/gi, '')

/** A link made by the app ends in a letter or digit, and so does every setting. */
const bareCode = (text: string): string => text.replace(/(?:%(?:22|27|3e|5d|7d|29)|[^\w]|_)+$/i, '')

/** A program may end in a bracket of its own. */
const bareProgram = (text: string): string => {
  const bare = text.replace(/(?:[>"'”’»]|%3e|%22|%27)+[.,;:!?]*$|[.,:!?]+$/i, '')
  const [opening, closing] = ['(', ')'].map((sign) => bare.split(sign).length)
  return bare.endsWith(')') && (closing as number) > (opening as number) ? bare.slice(0, -1) : bare
}

import { deflateSync, inflateSync } from 'fflate'
import { crcOf, fromBase64url, toBase64url } from './bytes'
import { type Opened, readQuery, writeQuery } from './query'

/**
 * A link made by the app: a format number, then base64url of a flag byte, the still frame and a check. Only letters,
 * digits, `-` and `_`, the first and the last a letter or digit: chat programs eat what stands at the end.
 *
 * Format 1: flag byte: bit 0, the frame is deflated with the dictionary below; bit 1, it begins with settings, as
 * behind a link written by hand, and a NUL; bit 2, a byte of padding follows it, so that the last character is a
 * letter. The frame is UTF-8. The check is the CRC-32 of the format number and all before it, high byte first.
 *
 * A format, once published, is read for ever: its dictionary and its reader are never changed.
 */
const current = '1'

/** Characters of a fragment that are read, and bytes that a frame may inflate to: looked at before and while it does. */
export const longestLink = 8192
export const largestFrame = 65_536

/** `newer`: of a format that this page does not know. `damaged`: cut or changed; it is never opened as something else. */
export type Failure = 'damaged' | 'newer' | 'long'
export type Unpacked =
  | { readonly ok: true; readonly value: Opened }
  | { readonly ok: false; readonly why: Failure }

const flags = { deflated: 1, settings: 2, padded: 4, known: 7 } as const
const checkLength = 4

/** What programs here are made of, the likeliest last (RFC 1951 reaches back for it). Part of format 1. */
const dictionary = new TextEncoder().encode(
  'digits=&theme=lecture&theme=light&theme=dark&grain=wire&view=embed&controls=none&autoplay=1&step=10.1&step=\0' +
    'def return lambda import math as np max(x, 0) min(x, y) abs(x) sqrt(x) log(x) tanh(x) relu(x) softplus(x) sin(x) cos(x) ' +
    'a = [1, 2, 3]; b = [0.5, -0.5]; w[0]*x[0] + w[1]*x[1] + w[2]; t = 10\nL = (w*x + b - t)^2\nloss = (y - t)**2\n' +
    's(t) = 1 / (1 + exp(-t))\ndf = 1.0\ndfdq = z\ndfdx = 1.0 * dfdq\n# backward\n' +
    'sigy = 1.0 / (1 + math.exp(-y))\nnum = x + sigy\nsigx = 1.0 / (1 + math.exp(-x))\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1.0 / den\nf = num * invden\n' +
    'x = 3; y = -4\nsigy = sigmoid(y)\nnum = x + sigy\nsigx = sigmoid(x)\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1 / den\nf = num * invden\n' +
    'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))\n' +
    'x = 3; y = -4; z = 2; w = -1\nf = (x*y + max(z, w)) * 2\n' +
    'x = -2; y = 5; z = -4\nq = x + y\nf = q * z\nf = (x + y) * z',
)

/** The fragment of a link, without `#`; null where it would be longer than what is read. */
export const pack = (opened: Opened): string | null => {
  // A character takes a byte at least.
  if (opened.source.length > largestFrame) return null
  const query = writeQuery(opened)
  const frame = new TextEncoder().encode(query === '' ? opened.source : `${query}\0${opened.source}`)
  if (frame.length > largestFrame) return null
  const deflated = deflateSync(frame, { level: 9, dictionary })
  const isShorter = deflated.length < frame.length
  const flag = (isShorter ? flags.deflated : 0) | (query === '' ? 0 : flags.settings)
  const body = isShorter ? deflated : frame
  const bare = current + toBase64url(checked(flag, body))
  // With one byte more, two bits are all that the last character holds: it is A, Q, g or w.
  const link = /[-_]$/.test(bare)
    ? current + toBase64url(checked(flag | flags.padded, Uint8Array.of(...body, 0)))
    : bare
  return link.length > longestLink ? null : link
}

const checked = (flag: number, body: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + body.length + checkLength)
  bytes[0] = flag
  bytes.set(body, 1)
  new DataView(bytes.buffer).setUint32(1 + body.length, checkOf(bytes.subarray(0, 1 + body.length)))
  return bytes
}

const checkOf = (bytes: Uint8Array): number => {
  const all = new Uint8Array(1 + bytes.length)
  all[0] = current.charCodeAt(0)
  all.set(bytes, 1)
  return crcOf(all)
}

const failed = (why: Failure): Unpacked => ({ ok: false, why })

/** A link made by the app, of any format that there ever was. */
export const unpack = (link: string): Unpacked => {
  if (link.length > longestLink) return failed('long')
  if (!/^\d[\w-]+$/.test(link)) return failed('damaged')
  if (!link.startsWith(current)) return failed(link.startsWith('0') ? 'damaged' : 'newer')
  const bytes = fromBase64url(link.slice(1))
  if (!bytes || bytes.length < 1 + checkLength) return failed('damaged')
  const body = bytes.subarray(0, -checkLength)
  const check = new DataView(bytes.buffer, body.length).getUint32(0)
  const flag = body[0] as number
  if (check !== checkOf(body) || (flag & ~flags.known) !== 0) return failed('damaged')
  const held = body.subarray(1, flag & flags.padded ? -1 : undefined)
  const frame = flag & flags.deflated ? inflated(held) : held
  const text = frame && textOf(frame)
  return text === null ? failed('damaged') : opened(text, (flag & flags.settings) !== 0)
}

const opened = (text: string, hasSettings: boolean): Unpacked => {
  if (!hasSettings) return { ok: true, value: { source: text, ...readQuery('') } }
  const end = text.indexOf('\0')
  return end < 0
    ? failed('damaged')
    : { ok: true, value: { source: text.slice(end + 1), ...readQuery(text.slice(0, end)) } }
}

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Into room that is made once: what a small link inflates to beyond it goes nowhere, as with all that is written past the
 * end of an array of bytes, and is refused.
 */
const inflated = (bytes: Uint8Array): Uint8Array | null => {
  if (bytes.length === 0) return null
  try {
    const frame = inflateSync(bytes, { dictionary, out: new Uint8Array(largestFrame + 1) })
    return frame.length > largestFrame ? null : frame
  } catch {
    return null
  }
}

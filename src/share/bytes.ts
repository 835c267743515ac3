/** Text and bytes, and a check over bytes: what every format of a link is made of. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** By a character's code: its digit, −1 for none. */
const digits = Int8Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)))

/** Base64url without padding (RFC 4648, section 5). */
export const toBase64url = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const group = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
    for (const value of group.slice(0, Math.min(4, bytes.length - i + 1))) text += alphabet[value]
  }
  return text
}

/** Null for what no bytes are written as: another character, a lone one at the end, bits left over. */
export const fromBase64url = (text: string): Uint8Array | null => {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const value = digits[text.charCodeAt(i)] ?? -1
    if (value < 0) return null
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
    held &= (1 << bits) - 1
  }
  return held === 0 ? bytes : null
}

/** CRC-32 as in zip and PNG (ISO 3309): every run of up to 32 damaged bits is found. */
export const crcOf = (bytes: Uint8Array): number => {
  let crc = ~0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    crc = (crc >>> 4) ^ (remainders[(crc ^ byte) & 15] as number)
    crc = (crc >>> 4) ^ (remainders[(crc ^ (byte >>> 4)) & 15] as number)
  }
  return ~crc >>> 0
}

/** What four bits leave behind: a byte in two steps in place of eight. */
const remainders = Int32Array.from({ length: 16 }, (_, nibble) => {
  let crc = nibble
  for (let bit = 0; bit < 4; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return crc
})

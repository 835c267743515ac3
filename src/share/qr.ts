import { encode } from 'uqr'

/** A QR code as one path, a unit a module, with the quiet zone of 4 that readers ask for. */
export type Qr = {
  readonly size: number
  readonly path: string
  /** How far away it is read: by a hall, from a desk, or hardly. */
  readonly reach: 'hall' | 'desk' | 'near'
}

const quiet = 4
/** Bytes that version 10, 14 and 20 hold at level M. */
const most = { hall: 213, desk: 412, near: 666 } as const

const bytesIn = (text: string): number => new TextEncoder().encode(text).length

/** Level M: a seventh of it may be hidden. Null for what would be too dense to read. */
export const qrOf = (text: string): Qr | null => {
  const bytes = bytesIn(text)
  if (bytes > most.near) return null
  const { size, data } = encode(text, { ecc: 'M', border: quiet })
  const runs = data.flatMap((row, y) =>
    runsIn(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  const reach = bytes <= most.hall ? 'hall' : bytes <= most.desk ? 'desk' : 'near'
  return { size, path: runs.join(''), reach }
}

/** Dark modules of a row that touch: where they begin, and how many. */
const runsIn = (row: readonly boolean[]): readonly (readonly [number, number])[] =>
  row.flatMap((isDark, x) => {
    if (!isDark || row[x - 1]) return []
    const end = row.indexOf(false, x)
    return [[x, (end < 0 ? row.length : end) - x] as const]
  })

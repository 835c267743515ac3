/** Line and column of an offset, both counted from 1. CRLF, CR and LF each end one line. */
export const placeOf = (
  source: string,
  offset: number,
): { readonly line: number; readonly column: number } => {
  let line = 1
  let start = 0
  for (let i = 0; i < offset && i < source.length; i++) {
    const char = source[i]
    const ends = char === '\n' || (char === '\r' && source[i + 1] !== '\n')
    if (!ends) continue
    line++
    start = i + 1
  }
  return { line, column: offset - start + 1 }
}

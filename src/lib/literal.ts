/** From here up a double has no room for the digits behind its point, and a person none for those before it. */
const large = 1e15

/** The largest literal that is written: the next one in this form would be read as ∞. */
export const largestLiteral = 1.79e308

/** A number as it is written into a text: so many decimals, never −0; a very large one in scientific form. */
export const writeLiteral = (value: number, decimals: number): string => {
  if (Math.abs(value) >= large) return value.toExponential(2).replace('e+', 'e')
  const text = value.toFixed(decimals)
  return Number(text) === 0 ? (0).toFixed(decimals) : text
}

/** How far one step goes: one of the last digit typed, or of a large number one of its third. */
export const stepOf = (value: number, decimals: number): number => {
  const typed = 10 ** -decimals
  const size = Math.abs(value)
  return size < 1000 || !Number.isFinite(size)
    ? typed
    : Math.max(typed, 10 ** (Math.floor(Math.log10(size)) - 2))
}

/** Decimals to move a number by: as many as were typed, or two for one that those cannot write (`1/3`). */
export const decimalsToMove = (value: number, typed: number): number =>
  Number(writeLiteral(value, typed)) === value ? typed : Math.max(typed, 2)

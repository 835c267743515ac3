const minus = (text: string): string => text.replaceAll('-', '−')

const special = (value: number): string | null => {
  if (Number.isNaN(value)) return 'NaN'
  if (value === Number.POSITIVE_INFINITY) return '∞'
  return value === Number.NEGATIVE_INFINITY ? '−∞' : null
}

/** From here up a number is written in short scientific form. */
const large = 10_000

/**
 * A number as the picture prints it: so many decimals, U+2212 for the minus; in short scientific form from 10,000
 * up and where it would look like 0 but is not. At most 6 + decimals characters wide (7 where there are none).
 */
export const printNumber = (value: number, decimals: number): string => {
  const named = special(value)
  if (named !== null) return named
  const fixed = value.toFixed(decimals)
  const rounded = Number(fixed)
  if (value === 0 || rounded === 0) return value === 0 ? (0).toFixed(decimals) : scientific(value, decimals)
  return Math.abs(rounded) >= large ? scientific(value, decimals) : minus(fixed)
}

const scientific = (value: number, decimals: number): string => {
  const power = Math.floor(Math.log10(Math.abs(value)))
  const room = power < 0 ? decimals - 1 : Math.max(decimals - 1, 1)
  const digits = Math.max(0, Math.abs(power) >= 100 ? room - 1 : room)
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e')
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
  return minus(`${short}e${exponent.replace('+', '')}`)
}

const counting = 4

/**
 * As the picture prints it where that is all of it, else with at least four digits that count: of the 0.20 that is
 * printed, 0.1966. Never with fewer decimals than the picture. On a card beside the picture, where printed factors would not give the printed product.
 */
export const closeNumber = (value: number, decimals: number): string => {
  const size = Math.abs(value)
  if (!Number.isFinite(value) || value === 0) return printNumber(value, decimals)
  if (size < large && Number(value.toFixed(decimals)) === value) return printNumber(value, decimals)
  if (size < 0.001 || size >= large) return scientific(value, counting)
  const fixed = value.toFixed(Math.max(decimals, counting - 1 - Math.floor(Math.log10(size))))
  return Math.abs(Number(fixed)) < large ? minus(fixed) : scientific(value, counting)
}

/** A difference of two results: what lies beyond ten digits is the machine's rounding. */
export const measuredNumber = (value: number): string => preciseNumber(Number(value.toPrecision(10)))

/** As many digits as the number has; copied text and attributes use it. ASCII. */
export const fullNumber = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

const shown = 6

/** An unrounded factor for a sentence: all its digits up to six, then `…`. */
export const preciseNumber = (value: number): string => {
  const named = special(value)
  if (named !== null) return named
  const full = fullNumber(value)
  const digits = full
    .replace(/e.*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '')
  if (digits.length <= shown) return minus(full.replace('e+', 'e'))
  const [mantissa = '', exponent] = (
    /e/.test(full) || Math.abs(value) >= large ? value.toExponential() : full
  ).split('e')
  return minus(`${cut(mantissa)}…${exponent ? `e${exponent.replace('+', '')}` : ''}`)
}

/** The first digits that matter, cut and not rounded: what follows is only left out. */
const cut = (mantissa: string): string => {
  let count = 0
  let at = 0
  for (; at < mantissa.length && count < shown; at++)
    if (/[1-9]/.test(mantissa[at] as string) || (count > 0 && mantissa[at] === '0')) count++
  return mantissa.slice(0, at)
}

/** The same, in parentheses if it is negative: `(−4) · 1`. */
export const factor = (value: number): string => bracketed(preciseNumber(value))
export const bracketed = (text: string): string => (text.startsWith('−') ? `(${text})` : text)

/** With a full stop, unless it ends in the … of a number. */
export const ended = (text: string): string => (text.endsWith('…') ? text : `${text}.`)

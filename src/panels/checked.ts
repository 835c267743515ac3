import { ended, preciseNumber } from '../lib/format'
import type { Check } from '../pass/check'

/** What comes of a check that can be relied on. */
export const verdictOf = ({ analytic, numeric, agrees, relativeError, resolution }: Check): string => {
  const error = `relative error ${preciseNumber(Number(relativeError.toPrecision(2)))}`
  if (!agrees) return `✗ They differ: ${ended(error)}`
  // Next to nothing, a relative error tells of rounding alone.
  const isBlurred = resolution > tellable * Math.max(Math.abs(analytic), Math.abs(numeric))
  return isBlurred
    ? `✓ They agree as closely as a difference can tell here: to ±${ended(preciseNumber(Number(resolution.toPrecision(1))))}`
    : `✓ They agree: ${ended(error)}`
}

const tellable = 1e-4

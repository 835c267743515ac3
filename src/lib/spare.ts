/**
 * Memory for work that fills much of it and leaves none of it behind. New memory comes page by page, at a price: what one
 * piece of work gives back, the next one takes. What is taken holds anything.
 */
export type Spare = {
  /** Of at least this length. */
  readonly take: (length: number) => Float64Array
  readonly give: (array: Float64Array) => void
}

/** So much is kept at most, in numbers: eight megabytes. */
const most = 1_048_576

/* @__NO_SIDE_EFFECTS__ */
export const spare = (): Spare => {
  let kept: Float64Array | null = null
  return {
    take: (length) => {
      const found = kept !== null && kept.length >= length ? kept : new Float64Array(length)
      kept = null
      return found
    },
    give: (array) => {
      if (array.length <= most) kept = array
    },
  }
}

/** How finely keys are told apart, unless there are too many of them to say it in one number. */
const finest = 1e6

/** Room to sort up to so many keys in. */
export type SortBench = {
  readonly packed: Float64Array
  readonly spread: Float64Array
  readonly counts: Int32Array
}

export const sortBenchFor = (count: number): SortBench => ({
  packed: new Float64Array(count),
  spread: new Float64Array(count),
  counts: new Int32Array(count + 1),
})

/**
 * The places of keys, from the least to the greatest; keys that differ by less than a millionth are a tie, and ties
 * keep their order. Key and place are packed into one number. What is returned is the bench's, until it is used again.
 */
export const placesInOrder = (keys: Float64Array, count: number, bench: SortBench): Float64Array => {
  const { packed } = bench
  let least = Infinity
  let greatest = -Infinity
  for (let i = 0; i < count; i++) {
    const key = keys[i] as number
    if (key < least) least = key
    if (key > greatest) greatest = key
  }
  const scale = Math.min(finest, 2 ** 52 / ((greatest - least + 1) * count))
  for (let i = 0; i < count; i++) packed[i] = Math.round(((keys[i] as number) - least) * scale) * count + i
  const sorted = sort(bench, count, (Math.round((greatest - least) * scale) + 1) * count)
  // In place of a remainder, which takes far longer for numbers of this size; the division is exact enough for it.
  for (let i = 0; i < count; i++) {
    const each = sorted[i] as number
    sorted[i] = each - Math.floor(each / count) * count
  }
  return sorted
}

const few = 48

/**
 * Few are put in their places one by one: most are there already, for sweeps change less and less. Many are first
 * spread over as many parts of their range, unless more than a few would come together in one.
 */
const sort = ({ packed, spread, counts }: SortBench, count: number, range: number): Float64Array => {
  if (count <= few) return inserted(packed.subarray(0, count))
  counts.fill(0, 0, count + 1)
  // A little less, so that no rounding leads beyond the last part.
  const part = (count / range) * (1 - 1e-9)
  let most = 0
  for (let i = 0; i < count; i++) {
    const next = Math.floor((packed[i] as number) * part) + 1
    const members = (counts[next] as number) + 1
    counts[next] = members
    if (members > most) most = members
  }
  if (most > few) return packed.subarray(0, count).sort()
  for (let i = 1; i <= count; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number)
  for (let i = 0; i < count; i++) {
    const each = packed[i] as number
    const own = Math.floor(each * part)
    const place = counts[own] as number
    spread[place] = each
    counts[own] = place + 1
  }
  return inserted(spread.subarray(0, count))
}

const inserted = (numbers: Float64Array): Float64Array => {
  for (let i = 1; i < numbers.length; i++) {
    const each = numbers[i] as number
    let hole = i
    for (; hole > 0 && (numbers[hole - 1] as number) > each; hole--)
      numbers[hole] = numbers[hole - 1] as number
    numbers[hole] = each
  }
  return numbers
}

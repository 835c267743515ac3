/** How finely keys are told apart, unless there are too many of them to say it in one number. */
const finest = 1e6

/**
 * The places of keys, from the least to the greatest; keys that differ by less than a millionth are a tie, and ties
 * keep their order. Key and place are packed into one number, which the engine sorts without asking back.
 */
export const placesInOrder = (keys: Float64Array, count: number, packed: Float64Array): Float64Array => {
  let [least, greatest] = [Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    const key = keys[i] as number
    if (key < least) least = key
    if (key > greatest) greatest = key
  }
  const scale = Math.min(finest, 2 ** 52 / ((greatest - least + 1) * count))
  for (let i = 0; i < count; i++) packed[i] = Math.round(((keys[i] as number) - least) * scale) * count + i
  const sorted = packed.subarray(0, count)
  sort(sorted)
  // In place of a remainder, which takes far longer for numbers of this size; the division is exact enough for it.
  for (let i = 0; i < count; i++) {
    const each = sorted[i] as number
    sorted[i] = each - Math.floor(each / count) * count
  }
  return sorted
}

const few = 48

/** Few are put in their places one by one: most are there already, for sweeps change less and less. */
const sort = (numbers: Float64Array): void => {
  if (numbers.length > few) {
    numbers.sort()
    return
  }
  for (let i = 1; i < numbers.length; i++) {
    const each = numbers[i] as number
    let hole = i
    for (; hole > 0 && (numbers[hole - 1] as number) > each; hole--)
      numbers[hole] = numbers[hole - 1] as number
    numbers[hole] = each
  }
}

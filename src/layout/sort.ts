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
  const sorted = packed.subarray(0, count).sort()
  for (let i = 0; i < count; i++) sorted[i] = (sorted[i] as number) % count
  return sorted
}

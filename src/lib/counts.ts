/**
 * Counts, one place late, become where each begins: `[0, 2, 0, 3]` becomes `[0, 2, 2, 5]`. So a list of lists lies in one
 * array, the members of list `i` from `at[i]` up to `at[i + 1]`.
 */
export const intoPlaces = (counts: Int32Array): Int32Array => {
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number)
  return counts
}

/** The length of the longest list. */
export const longestIn = (at: Int32Array): number => {
  let longest = 0
  for (let i = 1; i < at.length; i++) longest = Math.max(longest, (at[i] as number) - (at[i - 1] as number))
  return longest
}

/** Optimal string alignment: insertions, deletions, changes and swaps of neighbours, each counting one. */
const distance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)])
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let j = 0; j <= b.length; j++) (rows[0] as number[])[j] = j
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) best = Math.min(best, at(i - 2, j - 2) + 1)
      ;(rows[i] as number[])[j] = best
    }
  return at(a.length, b.length)
}

/** The word most like `typed`, if one is close enough to have been meant; of equals, one that is as long. */
export const nearest = (typed: string, words: Iterable<string>): string | null => {
  let found: string | null = null
  let least = typed.length <= 3 ? 1 : 2
  for (const word of words) {
    if (Math.abs(word.length - typed.length) > least) continue
    const d = distance(typed.toLowerCase(), word.toLowerCase())
    const better =
      d < least || found === null || (word.length === typed.length && found.length !== typed.length)
    if (d > least || d >= word.length || !better) continue
    found = word
    least = d
  }
  return found
}

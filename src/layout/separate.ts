/** The rows of a column, in order: where each would like to be, how firmly, and how far it reaches from there. */
export type Rows = {
  readonly desired: Float64Array
  readonly weight: Float64Array
  readonly up: Float64Array
  readonly down: Float64Array
}

/** Room to work in, and where the heights are found. */
export type Bench = {
  readonly heights: Float64Array
  readonly offsets: Float64Array
  readonly means: Float64Array
  readonly weights: Float64Array
  readonly counts: Int32Array
}

export const benchFor = (count: number): Bench => ({
  heights: new Float64Array(count),
  offsets: new Float64Array(count),
  means: new Float64Array(count),
  weights: new Float64Array(count),
  counts: new Int32Array(count),
})

/**
 * Heights as near to the desired ones as rows that must not overlap allow, in the given order (weighted least
 * squares: isotonic regression by pooling adjacent violators).
 */
export const separate = (rows: Rows, count: number, bench: Bench): Float64Array => {
  const { heights, offsets, means, weights, counts } = bench
  let pools = 0
  let offset = 0
  for (let i = 0; i < count; i++) {
    if (i > 0) offset += (rows.down[i - 1] as number) + (rows.up[i] as number)
    offsets[i] = offset
    let mean = (rows.desired[i] as number) - offset
    let weight = rows.weight[i] as number
    let members = 1
    while (pools > 0 && (means[pools - 1] as number) > mean) {
      pools -= 1
      const own = weight
      weight = (weights[pools] as number) + own
      mean = (means[pools] as number) + ((mean - (means[pools] as number)) * own) / weight
      members += counts[pools] as number
    }
    means[pools] = mean
    weights[pools] = weight
    counts[pools] = members
    pools += 1
  }
  let row = 0
  for (let pool = 0; pool < pools; pool++)
    for (let member = 0; member < (counts[pool] as number); member++, row++)
      heights[row] = (means[pool] as number) + (offsets[row] as number)
  return heights
}

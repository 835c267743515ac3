import { at } from './at'

/** A row of a column: where it would like to be, how firmly, and how far it reaches from there. */
export type Row = {
  readonly desired: number
  readonly weight: number
  readonly up: number
  readonly down: number
}

/**
 * Heights as near to the desired ones as rows that must not overlap allow, in the given order (weighted least
 * squares: isotonic regression by pooling adjacent violators).
 */
export const separate = (rows: readonly Row[]): readonly number[] => {
  const offsets: number[] = []
  const pools: { mean: number; weight: number; count: number }[] = []
  let offset = 0
  rows.forEach((row, index) => {
    if (index > 0) offset += at(rows, index - 1).down + row.up
    offsets.push(offset)
    let pool = { mean: row.desired - offset, weight: row.weight, count: 1 }
    for (let last = pools.at(-1); last !== undefined && last.mean > pool.mean; last = pools.at(-1)) {
      const weight = last.weight + pool.weight
      const mean = last.mean + ((pool.mean - last.mean) * pool.weight) / weight
      pool = { mean, weight, count: last.count + pool.count }
      pools.pop()
    }
    pools.push(pool)
  })
  const heights: number[] = []
  for (const pool of pools) {
    for (let member = 0; member < pool.count; member++) heights.push(pool.mean + at(offsets, heights.length))
  }
  return heights
}

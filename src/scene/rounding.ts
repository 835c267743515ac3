import { printNumber } from '../lib/format'

/** What a reader would get from the printed numbers, where it is not what is printed. */
export type Mismatch = { readonly printed: readonly string[]; readonly seen: string; readonly is: string }

/**
 * Why printed numbers may not combine to the printed result: the printed ones are rounded, the result is not made of
 * those. Null where they do, or where one is in scientific form and so not rounded to `decimals`.
 */
export const mismatchOf = (
  numbers: readonly number[],
  combine: (rounded: readonly number[]) => number,
  { result, decimals }: { readonly result: number; readonly decimals: number },
): Mismatch | null => {
  const print = (value: number) => printNumber(value, decimals)
  const printed = numbers.map(print)
  const [seen, is] = [print(combine(numbers.map((value) => Number(value.toFixed(decimals))))), print(result)]
  const isScientific = [...printed, seen, is].some((text) => text.includes('e'))
  return seen === is || isScientific || !Number.isFinite(result) ? null : { printed, seen, is }
}

/** Numbers from 0 to 1, for a seed always the same (Park and Miller 1988). */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

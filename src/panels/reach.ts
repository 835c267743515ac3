/** How far a slider goes to either side of 0: ±10, ±100 … by magnitude; nearer where fine decimals are typed. */
export const reachOf = (value: number, decimals: number): number => {
  let reach = decimals <= 1 ? 10 : 10 ** Math.max(2 - decimals, -6)
  while (reach < Math.abs(value)) reach = nextReach(reach)
  return reach
}

/** Powers of ten, said exactly: 0.1 · 10 · 10 … would drift. */
const nextReach = (reach: number): number => 10 ** (Math.round(Math.log10(reach)) + 1)

/** Beyond this a double has no room for a slider's steps. */
export const canSlide = (value: number, decimals: number): boolean =>
  Number.isFinite(value) && reachOf(value, decimals) * 10 ** decimals <= 1e15

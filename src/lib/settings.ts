export const themes = ['auto', 'light', 'dark', 'lecture'] as const
export type Theme = (typeof themes)[number]

/** `auto`: as the system asks. */
export const motions = ['auto', 'full', 'none'] as const
export type Motion = (typeof motions)[number]

/** Decimals printed in the picture; `auto` is integers for an all-integer circuit, else two. */
export type Digits = 'auto' | number

/** Whether every wire shows where it wants to go, and how strongly. */
export const wants = ['hidden', 'shown'] as const
export type Wants = (typeof wants)[number]

/** By gate: all that happens at one gate at once. By wire: one multiplication of the chain rule at a time. */
export const grains = ['gate', 'wire'] as const
export type Grain = (typeof grains)[number]

export type Settings = {
  readonly digits: Digits
  readonly theme: Theme
  readonly motion: Motion
  readonly wants: Wants
}
export const plainSettings: Settings = { digits: 'auto', theme: 'auto', motion: 'auto', wants: 'hidden' }

import type { Motion } from '../lib/settings'

const glide = 250

/** What is going on while the picture changes, and whether the person wants it to move. */
export type Tempo = { readonly gesture: string | null; readonly motion: Motion }

/** How long a move takes: no time while something is dragged, or where motion is not wanted. */
export const millisecondsFor = ({ gesture, motion }: Tempo): number => {
  if (gesture !== null || motion === 'none') return 0
  return motion === 'auto' && matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : glide
}

const glide = 250

/** How long a move takes: no time while something is dragged (`gesture`), or where motion is not wanted. */
export const millisecondsFor = (gesture: string | null): number =>
  gesture !== null || matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : glide

const glide = 250

/** What is going on with the text while the picture changes. */
export type Pace = { readonly gesture: string | null; readonly typedAt: number | null }

/**
 * How long a move takes: no time while something is dragged or typed, where the next change is already on its way,
 * or where motion is not wanted.
 */
export const millisecondsFor = ({ gesture, typedAt }: Pace): number => {
  const hurried = gesture !== null || typedAt !== null
  return hurried || matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : glide
}

/** A keyboard takes at least this much of a page's height. */
const keyboardShare = 0.25

/**
 * A phone's keyboard: `data-keyboard` while there is one; and where it covers the page instead of making it smaller,
 * the page makes itself smaller and stays where it is.
 */
export const fitAboveKeyboard = (page: Window): (() => void) => {
  const seen = page.visualViewport
  const root = page.document.documentElement
  const tallest = new Map<number, number>()
  if (!seen) return () => undefined
  const adjust = (): void => {
    // Zoomed by hand, a part of the page is looked at, and nothing covers the rest.
    if (seen.scale > 1.01) return
    const [width, height] = [Math.round(seen.width), seen.height]
    const most = Math.max(tallest.get(width) ?? 0, height)
    tallest.set(width, most)
    const isKeyboard = page.matchMedia('(pointer: coarse)').matches && height < most * (1 - keyboardShare)
    root.toggleAttribute('data-keyboard', isKeyboard)
    root.style.removeProperty('--height')
    if (height >= page.innerHeight) return
    root.style.setProperty('--height', `${height}px`)
    page.scrollTo(0, 0)
    page.document.activeElement?.scrollIntoView({ block: 'nearest' })
  }
  adjust()
  for (const type of ['resize', 'scroll']) seen.addEventListener(type, adjust)
  return () => {
    for (const type of ['resize', 'scroll']) seen.removeEventListener(type, adjust)
  }
}

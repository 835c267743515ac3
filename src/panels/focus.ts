/** Gives the focus back to where it was, or where that has gone, to the picture, or to the text. */
export const focusAgain = (before: Element | null = null): void => {
  const places = [
    before,
    document.querySelector('.stage [role="button"][tabindex="0"]'),
    document.querySelector('.editor [contenteditable="true"], .editor textarea'),
  ]
  for (const place of places) {
    if (!(place instanceof HTMLElement || place instanceof SVGElement)) continue
    place.focus({ preventScroll: true })
    if (document.activeElement === place) return
  }
}

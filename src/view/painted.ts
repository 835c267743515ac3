/** A tab that nobody looks at paints nothing: it is not waited for longer, in milliseconds. */
const longest = 500

/** Resolves when what the page looks like now is on screen: what comes after the picture is not in its way. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, longest)
    requestAnimationFrame(() => setTimeout(resolve))
  })

/** The screens that everything is done on: a laptop, a phone held upright, a projector. */
const sizes = [
  { screen: 'laptop', width: 1280, height: 720 },
  { screen: 'phone', width: 390, height: 844 },
  { screen: 'projector', width: 1920, height: 1080 },
] as const

const themes = ['light', 'dark'] as const

/** Each with a theme to begin with, in turn; `violations` looks at every state in both. */
export const screens = (first: (typeof themes)[number]) =>
  sizes.map((size, index) => ({
    ...size,
    theme: themes[(index + themes.indexOf(first)) % 2] as (typeof themes)[number],
  }))

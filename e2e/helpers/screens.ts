/** The screens that everything is done on: a laptop, a phone held upright, a projector. */
export const screens = [
  { screen: 'laptop', width: 1280, height: 720 },
  { screen: 'phone', width: 390, height: 844 },
  { screen: 'projector', width: 1920, height: 1080 },
] as const

const themes = ['light', 'dark'] as const

/** Every screen in the light and in the dark theme of its system. */
export const places = screens.flatMap((screen) => themes.map((theme) => ({ ...screen, theme })))

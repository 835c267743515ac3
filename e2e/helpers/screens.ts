/** The screens that everything is done on: a laptop, a phone held upright, a projector. */
export const screens = [
  { screen: 'laptop', width: 1280, height: 720 },
  { screen: 'phone', width: 390, height: 844 },
  { screen: 'projector', width: 1920, height: 1080 },
] as const

const likeliest = { laptop: 'light', phone: 'dark', projector: 'light' } as const

/**
 * Every screen, in the theme that is likeliest on it; what each theme looks like has tests of its own. `EVERY_THEME=1`
 * takes both on each: three minutes more.
 */
export const places = screens.flatMap((place) =>
  (['light', 'dark'] as const)
    .filter((theme) => process.env['EVERY_THEME'] || theme === likeliest[place.screen])
    .map((theme) => ({ ...place, theme })),
)

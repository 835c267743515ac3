import { expect, type Page, test } from '@playwright/test'
import { place } from '../src/layout/place'
import { compile } from '../src/program/derive'
import { button, open, picture, turnTo } from './helpers/app'
import { violations } from './helpers/axe'
import { clipped, overlaps, shapesOf } from './helpers/geometry'
import { programs, type Told } from './helpers/story'

/** A step in the middle of the way back, one forward, and the last one. */
const steps: Readonly<Record<string, readonly number[]>> = {
  'circuit-1': [1, 4, 5],
  'circuit-2': [6, 15, 17],
  'circuit-3': [2, 7, 9],
  staged: [12, 20, 24, 29],
}
const themes = ['light', 'dark', 'lecture'] as const

const screens = [
  { screen: 'a laptop', viewport: { width: 1280, height: 720 }, hall: false },
  { screen: 'a phone', viewport: { width: 390, height: 844 }, hall: false },
  { screen: 'a projector', viewport: { width: 1920, height: 1080 }, hall: true },
] as const

/** What is wrong with the picture of a step, in sentences. */
const faultsOf = async (page: Page, { source, digits = 2 }: Told): Promise<readonly string[]> => {
  const program = compile(source)
  if (!program.ok) throw new Error(program.problems[0]?.message)
  const shapes = await shapesOf(page, place(program.value.circuit, { digits }).bounds)
  const small = shapes.texts.filter(({ size }) => size < 11.99).map(({ called }) => `${called} is small`)
  // Lines pass below the card, which is not to be seen through; the card may lie beyond the picture's own bounds.
  const found = [...overlaps(shapes), ...clipped(shapes, shapes.stage, shapes.beyond)].filter(
    (fault) => !/runs through row|row .* outside of the picture/.test(fault),
  )
  return [...small, ...found]
}

for (const { screen, viewport, hall } of screens)
  test(`a step is legible on ${screen}, in every theme, and axe finds nothing`, async ({ page }) => {
    test.slow()
    await page.setViewportSize(viewport)
    await open(page)
    // A theme changes colours, and moves nothing: what stands where is measured in one of them.
    for (const theme of themes)
      for (const told of programs.filter(({ name }) => steps[name]))
        for (const step of (steps[told.name] ?? []).slice(theme === 'light' ? 0 : -1)) {
          await turnTo(page, { ...told, step }, theme)
          if (hall) await button(page, 'Present').click()
          await expect(picture(page).locator('.meeting')).toHaveCount(1)
          const where = `${told.name}, step ${step}, ${theme}`
          if (theme === 'light') expect.soft(await faultsOf(page, told), where).toEqual([])
          if (step === steps[told.name]?.at(-1)) expect.soft(await violations(page), where).toEqual([])
          if (hall) await page.keyboard.press('Escape')
        }
  })

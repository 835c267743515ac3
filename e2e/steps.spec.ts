import { expect, type Page, test } from '@playwright/test'
import { button, leaveFields, open, turnTo } from './helpers/app'
import { expectedOf, type Grain, programs, seenOn, type Told } from './helpers/story'

const scrubber = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true })

const setGrain = async (page: Page, grain: Grain): Promise<void> => {
  await button(page, 'Pace').click()
  await page.getByRole('combobox', { name: 'Steps', exact: true }).selectOption(grain)
  await page.keyboard.press('Escape')
  await leaveFields(page)
}

type Way = {
  readonly toStart: () => Promise<void>
  readonly on: (at: number) => Promise<void>
  readonly back: (at: number) => Promise<void>
}

/** Forward and back, and where there is time forward again: the numbers of the pass, and every time the same picture. */
const walk = async (
  page: Page,
  told: Told,
  { grain, way, again = false }: { readonly grain: Grain; readonly way: Way; readonly again?: boolean },
): Promise<void> => {
  const stops = expectedOf(told, grain)
  const drawn: number[] = []
  await way.toStart()
  for (const [at, expected] of stops.entries()) {
    if (at > 0) await way.on(at)
    const seen = await seenOn(page)
    expect(seen.lines, `${told.name} by ${grain}, stop ${at}`).toEqual(expected)
    drawn.push(seen.drawn)
  }
  for (let at = stops.length - 2; at >= 0; at--) {
    await way.back(at)
    expect((await seenOn(page)).drawn, `${told.name} by ${grain}, back at ${at}`).toBe(drawn[at])
  }
  if (!again) return
  for (let at = 1; at < stops.length; at++) await way.on(at)
  expect((await seenOn(page)).drawn, `${told.name} by ${grain}, forward again`).toBe(drawn.at(-1))
}

const byKeys = (page: Page, next: string, before: string): Way => ({
  toStart: () => page.keyboard.press('Home'),
  on: () => page.keyboard.press(next),
  back: () => page.keyboard.press(before),
})

/** By keyboard all are walked at both grains; the other ways lead through the same stops, wire by wire where it forks. */
const some = (grain: Grain) =>
  grain === 'gate' ? programs : programs.filter(({ name }) => !/^circuit-[23]$/.test(name))

for (const grain of ['gate', 'wire'] as const) {
  test(`by keyboard, ${grain} by ${grain}, every number is there when it is known`, async ({ page }) => {
    await open(page)
    await turnTo(page, programs[0] as Told)
    await setGrain(page, grain)
    for (const told of programs) {
      await turnTo(page, told)
      await walk(page, told, { grain, way: byKeys(page, 'ArrowRight', 'ArrowLeft'), again: true })
    }
  })

  test(`by a clicker in front of a hall, ${grain} by ${grain}`, async ({ page }) => {
    await open(page)
    await turnTo(page, programs[0] as Told)
    await setGrain(page, grain)
    for (const told of some(grain)) {
      await turnTo(page, told)
      await button(page, 'Present').click()
      await walk(page, told, { grain, way: byKeys(page, 'PageDown', 'PageUp') })
      await page.keyboard.press('Escape')
    }
  })

  test(`by the slider, ${grain} by ${grain}`, async ({ page }) => {
    await open(page)
    await turnTo(page, programs[0] as Told)
    await setGrain(page, grain)
    const slide = (at: number) => scrubber(page).fill(String(at))
    for (const told of some(grain)) {
      await turnTo(page, told)
      await walk(page, told, { grain, way: { toStart: () => slide(0), on: slide, back: slide } })
    }
  })
}

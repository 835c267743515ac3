import { expect, type Page, test } from '@playwright/test'
import { randomText } from '../src/program/large-programs'
import { answer, button, circuit1, open, picture, turnTo, wire } from './helpers/app'
import { dragFinger, pinch } from './helpers/fingers'
import { expectedOf, type Grain, programs, seenOn } from './helpers/story'

const setGrain = async (page: Page, grain: Grain): Promise<void> => {
  await button(page, 'Pace').tap()
  await page.getByRole('combobox', { name: 'Steps', exact: true }).selectOption(grain)
  await page.keyboard.press('Escape')
}

/** Taps where a button stands; it does not move while the story is told. */
const tapper = async (page: Page, name: string): Promise<() => Promise<void>> => {
  const box = await button(page, name).boundingBox()
  if (!box) throw new Error(`no button ${name}`)
  return () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
}

for (const grain of ['gate', 'wire'] as const)
  for (const half of ['the first programs', 'the others'] as const)
    test(`by a finger on a phone, ${grain} by ${grain}, every number is there when it is known: ${half}`, async ({
      page,
    }) => {
      await open(page)
      await setGrain(page, grain)
      const [toStart, on, back] = await Promise.all(
        ['To the beginning', 'Next step', 'Step back'].map((name) => tapper(page, name)),
      )
      for (const told of half === 'the others' ? programs.slice(3) : programs.slice(0, 3)) {
        await turnTo(page, told)
        const stops = expectedOf(told, grain)
        await toStart?.()
        const drawn: number[] = []
        for (const [at, expected] of stops.entries()) {
          if (at > 0) await on?.()
          let seen = await seenOn(page)
          const lines = async () => {
            seen = await seenOn(page)
            return seen.lines
          }
          await expect.poll(lines, `${told.name} by ${grain}, stop ${at}`).toEqual(expected)
          drawn.push(seen.drawn)
        }
        for (let at = stops.length - 2; at >= 0; at--) {
          await back?.()
          const drawnNow = async () => (await seenOn(page)).drawn
          await expect.poll(drawnNow, `${told.name} by ${grain}, back at ${at}`).toBe(drawn[at])
        }
      }
    })

/** Where the card's line meets the gate at work, as shares of the picture's width and height; null where there is no card. */
const gateAtWork = (page: Page) =>
  page.evaluate(() => {
    const [card, tie] = ['card', 'tie'].map((name) => document.querySelector(`.meeting .${name}`))
    const area = document.querySelector('.stage')?.getBoundingClientRect()
    if (!card || !(tie instanceof SVGPathElement) || !area) return null
    const to = tie.getScreenCTM()
    const box = card.getBoundingClientRect()
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const [far] = [0, tie.getTotalLength()]
      .map((length) => tie.getPointAtLength(length).matrixTransform(to ?? undefined))
      .toSorted(
        (a, b) => Math.hypot(b.x - middle.x, b.y - middle.y) - Math.hypot(a.x - middle.x, a.y - middle.y),
      )
    return far ? { x: (far.x - area.x) / area.width, y: (far.y - area.y) / area.height } : null
  })

test('among more than a hundred gates the one at work is in sight at every step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, randomText(140), '&step=0')
  const on = await tapper(page, 'Next step')
  let cards = 0
  for (let step = 1; step <= 60; step++) {
    await on()
    await expect(page.getByText(`Step ${step} of`)).toBeVisible()
    const at = await gateAtWork(page)
    if (!at) continue
    cards += 1
    for (const share of [at.x, at.y]) {
      expect(share, `step ${step}`).toBeGreaterThan(0)
      expect(share, `step ${step}`).toBeLessThan(1)
    }
  }
  expect(cards).toBeGreaterThan(50)
})

test('a swipe over the story turns its page; a scroll does not', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, circuit1, '&step=1')
  const box = await answer(page).boundingBox()
  if (!box) throw new Error('no story')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await dragFinger(page, middle, { x: middle.x - 120, y: middle.y + 8 })
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await dragFinger(page, middle, { x: middle.x + 120, y: middle.y - 8 })
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
  await dragFinger(page, middle, { x: middle.x - 20, y: middle.y - 90 })
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
})

test('in front of a hall the edges of the screen step, and two fingers zoom', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 844, height: 390 })
  await open(page, circuit1, '&step=1')
  await button(page, 'Present').tap()
  await page.touchscreen.tap(820, 150)
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await page.touchscreen.tap(20, 150)
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
  const scale = () =>
    picture(page).evaluate((svg) => (svg.querySelector('.camera') as SVGGElement).getCTM()?.a ?? 0)
  const before = await scale()
  await pinch(page, { x: 420, y: 150 }, 60, 140)
  expect(await scale()).toBeGreaterThan(before * 1.3)
  await button(page, 'Back to the desk').tap()
  await expect(button(page, 'Present')).toBeVisible()
})

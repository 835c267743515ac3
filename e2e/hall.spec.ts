import { expect, type Page, test } from '@playwright/test'
import { button, circuit1, example, number, open, picture, textOf, wire } from './helpers/app'
import { violations } from './helpers/axe'

const circuit2 = example('circuit-2')
const shown = (page: Page) => picture(page).locator('.digits').count()

test.use({ viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' })

/** Capitals of the numbers in sight, as a share of the picture's height. */
const smallestCapitals = (page: Page) =>
  picture(page).evaluate((svg) => {
    const { height, left, right, top, bottom } = svg.getBoundingClientRect()
    const inSight = [...svg.querySelectorAll('.digits, .meeting text')].filter((text) => {
      const box = text.getBoundingClientRect()
      return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
    })
    const scale = (svg.querySelector('.camera') as SVGGElement).getCTM()?.a ?? 0
    const sizes = inSight.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale * 0.66)
    return { share: Math.min(...sizes) / height, count: inSight.length }
  })

test('circuit-2 can be read in the last row at every step, in light colours, and says where it cannot', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, circuit2)
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await button(page, 'Present').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(
    page.getByText('The whole circuit: its numbers are larger once a step is taken.'),
  ).toBeVisible()
  await page.keyboard.press('Home')
  for (let step = 1; step <= 17; step++) {
    await page.keyboard.press('PageDown')
    const { share, count } = await smallestCapitals(page)
    expect(count).toBeGreaterThan(4)
    expect(share, `step ${step}`).toBeGreaterThanOrEqual(0.028 - 1e-6)
    const card = picture(page).locator('.meeting .card')
    if ((await card.count()) > 0) await expect(card).toBeInViewport({ ratio: 1 })
    await expect(page.locator('.too-small')).toBeHidden()
  }
  expect(await violations(page)).toEqual([])
})

test('a clicker’s keys: on, back, black, white, and a held button does not run ahead', async ({ page }) => {
  await open(page, circuit1, '&step=0')
  await button(page, 'Present').click()
  const none = await shown(page)
  for (const key of ['PageDown', 'ArrowRight', 'Space', 'Enter']) await page.keyboard.press(key)
  await expect(wire(page, 'q')).toHaveAttribute('data-gradient', '-4')
  for (const key of ['PageUp', 'ArrowLeft', 'Backspace']) await page.keyboard.press(key)
  await expect(wire(page, 'q')).toHaveAttribute('data-value', '3')
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
  await page.keyboard.press('Home')
  expect(await shown(page)).toBe(none)

  await page.keyboard.down('PageDown')
  for (let i = 0; i < 5; i++) await page.keyboard.down('PageDown')
  await page.keyboard.up('PageDown')
  expect(await shown(page)).toBe(none + 1)

  for (const [key, colour] of [
    ['b', 'black'],
    ['.', 'black'],
    ['w', 'white'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.locator(`.cover.${colour}`)).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(page.locator('.cover')).toHaveCount(0)
    expect(await shown(page), 'the key that takes the cover away does not step').toBe(none + 1)
  }
  await page.keyboard.press('End')
  await expect(wire(page, 'x')).toHaveAttribute('data-gradient', '-4')
})

test('arrows step wherever the focus was, digits and letters do nothing, F5 loads nothing anew', async ({
  page,
}) => {
  await open(page, circuit1, '&step=0')
  await picture(page).locator('.value').first().focus()
  await page.keyboard.press('p')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.keyboard.press('ArrowRight')
  await expect(wire(page, 'q')).toHaveAttribute('data-value', '3')
  for (const key of ['1', '5', 'x', 'F5']) await page.keyboard.press(key)
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).not.toHaveAttribute('data-hall')
  expect(await textOf(page)).toBe(circuit1)
})

test('grain, check, pointer, keys, and out', async ({ page }) => {
  await open(page, circuit1, '&step=3')
  await button(page, 'Present').click()
  await page.keyboard.press('g')
  await page.keyboard.press('PageDown')
  await expect(wire(page, 'q')).toHaveAttribute('data-gradient', '-4')
  await expect(wire(page, 'z')).not.toHaveAttribute('data-gradient')
  await page.keyboard.press('n')
  await expect(page.locator('.checks')).toContainText('q: −4, by small nudges −4 ✓')
  await page.keyboard.press('l')
  await page.mouse.move(700, 300)
  await expect(page.locator('.pointer-dot')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByRole('region', { name: /In front of a hall/ })).toContainText(
    'Black screen',
  )
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('data-hall')
  await page.keyboard.press('Escape')
  await expect(button(page, 'Present')).toBeVisible()
  await expect(page.locator('.pointer-dot')).toHaveCount(0)
})

test('the mouse hides when it rests, and the screen is kept awake', async ({ page }) => {
  await page.clock.install()
  await page.addInitScript(() => {
    const request = async () => {
      Object.assign(window, { awake: true })
      return { release: async () => Object.assign(window, { awake: false }) }
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
  })
  await open(page)
  await button(page, 'Present').click()
  await page.mouse.move(400, 400)
  await expect(page.locator('html')).not.toHaveAttribute('data-idle')
  await page.clock.runFor(2100)
  await expect(page.locator('html')).toHaveAttribute('data-idle')
  await page.mouse.move(500, 400)
  await expect(page.locator('html')).not.toHaveAttribute('data-idle')
  expect(await page.evaluate(() => (window as unknown as { awake: boolean }).awake)).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => (window as unknown as { awake: boolean }).awake)).toBe(false)
})

test('F fills the screen and gives it back without leaving', async ({ page }) => {
  await open(page)
  await button(page, 'Present').click()
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
  await expect.poll(isFull).toBe(true)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(false)
  await expect(page.locator('html')).toHaveAttribute('data-hall')
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(true)
  await page.evaluate(() => document.exitFullscreen())
  await expect(page.locator('html')).not.toHaveAttribute('data-hall')
})

test('a number that is typed on the picture has its keys; then they step again', async ({ page }) => {
  await open(page, circuit1, '&step=1')
  await button(page, 'Present').click()
  await number(page, 'value of x').dblclick()
  const field = page.getByRole('textbox', { name: 'New number for x' })
  await field.fill('')
  await page.keyboard.type('3b')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(wire(page, 'x')).toHaveAttribute('data-value', '3')
  await expect(page.locator('.cover')).toHaveCount(0)
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
  await page.keyboard.press('PageDown')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-32')
})

test('whoever comes back to the desk finds the focus where it was', async ({ page }) => {
  await open(page, circuit1, '&step=1')
  await number(page, 'value of y').focus()
  await page.keyboard.press('p')
  await expect(page.locator('html')).toHaveAttribute('data-hall')
  await page.keyboard.press('Escape')
  await expect(number(page, 'value of y')).toBeFocused()
})

test('a picture that was fitted at the desk is large in front of a hall all the same', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, example('staged'), '&step=20')
  await button(page, 'Fit').click()
  await button(page, 'Present').click()
  await page.keyboard.press('PageDown')
  expect((await smallestCapitals(page)).share).toBeGreaterThanOrEqual(0.028 - 1e-6)
})

import { expect, test } from '@playwright/test'
import { answer, number, open, picture } from './helpers/app'

const circuit2 = 'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))'
const staged =
  'x = 3\ny = -4\nsigy = 1.0 / (1 + math.exp(-y))\nnum = x + sigy\nsigx = 1.0 / (1 + math.exp(-x))\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1.0 / den\nf = num * invden'

test('hovering a number says how it came about, until the pointer leaves', async ({ page }) => {
  await open(page)
  await number(page, 'gradient on x').hover()
  await expect(answer(page)).toContainText('(−4) · 1 = −4')
  await number(page, 'value of q').hover()
  await expect(answer(page)).toContainText('q = x + y = (−2) + 5 = 3')
  await page.getByRole('banner').hover()
  await expect(answer(page)).toContainText('Point at')
})

test('a rounded product explains itself', async ({ page }) => {
  await open(page, circuit2)
  await expect(number(page, 'gradient on x0')).toHaveText('0.39')
  await number(page, 'gradient on x0').hover()
  await expect(answer(page)).toContainText('0.196611… · 2 = 0.393223…')
  await expect(answer(page)).toContainText('0.20 · 2.00 = 0.40')
})

test('a fork is told as the sum of its shares, and why they seem to make 2.05', async ({ page }) => {
  await open(page, staged)
  await number(page, 'gradient on x').hover()
  await expect(answer(page)).toContainText('1.58318… + (−0.0357615…) + 0.512144… = 2.05956')
  await expect(answer(page)).toContainText('2.05; the unrounded ones add up to 2.06')
})

test('a click keeps the answer; Escape lets it go', async ({ page }) => {
  await open(page)
  await number(page, 'gradient on z').click()
  await page.getByRole('banner').hover()
  await expect(answer(page)).toContainText('1 · 3 = 3')
  await page.keyboard.press('Escape')
  await expect(answer(page)).toContainText('Point at')
})

test('by keyboard the picture is one tab stop, arrows walk, and focus asks', async ({ page }) => {
  await open(page)
  const stops = await picture(page).locator('[tabindex="0"]').count()
  expect(stops).toBe(1)
  await picture(page).locator('[tabindex="0"]').focus()
  await page.keyboard.press('End')
  await expect(answer(page)).toContainText('f = q · z = 3 · (−4) = −12')
  await page.keyboard.press('ArrowDown')
  await expect(answer(page)).toContainText('gradient on f = 1, the seed')
  const seen = new Set<string>()
  await page.keyboard.press('Home')
  for (let i = 0; i < 20; i++) {
    seen.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
    await page.keyboard.press('ArrowRight')
  }
  expect(seen.size).toBeGreaterThan(3)
})

test('focus is not lost when the numbers change', async ({ page }) => {
  await open(page, 'x = 2; f = x * 3')
  await number(page, 'value of f').focus()
  await page.evaluate(() => history.replaceState(null, '', '#x=5;f=x*3'))
  await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')))
  await expect(number(page, 'value of f')).toHaveText('15')
  await expect(number(page, 'value of f')).toBeFocused()
})

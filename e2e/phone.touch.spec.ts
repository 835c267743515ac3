import { expect, test } from '@playwright/test'
import { answer, number, open, picture, textOf, wire } from './helpers/app'

test('a tap on a number explains it', async ({ page }) => {
  await open(page)
  await number(page, 'gradient on q').tap()
  await expect(answer(page)).toContainText('1 · (−4) = −4')
})

test('picture, inputs and editor are all in reach, one below the other', async ({ page }) => {
  await open(page)
  const top = async (name: string) =>
    (await page.getByRole('region', { name, exact: true }).boundingBox())?.y ?? 0
  expect(await top('Circuit')).toBeLessThan(await top('Program'))
  const entry = page.getByRole('textbox', { name: 'x', exact: true })
  await entry.scrollIntoViewIfNeeded()
  await entry.fill('4')
  await entry.press('Enter')
  expect(await textOf(page)).toContain('x = 4;')
})

test('buttons and fields are large enough for a finger', async ({ page }) => {
  await open(page)
  const small = await page.locator('button:visible, select:visible, input:visible').evaluateAll((elements) =>
    elements
      .map((element) => ({
        name: element.getAttribute('aria-label') ?? element.textContent,
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height < 43.5)
      .map(({ name, box }) => `${name}: ${box.height}`),
  )
  expect(small).toEqual([])
})

test('one finger pans the picture', async ({ page }) => {
  await open(page)
  const before = await wire(page, 'x').boundingBox()
  const box = await picture(page).boundingBox()
  if (!box) throw new Error('no picture')
  const touch = await page.context().newCDPSession(page)
  const at = (x: number, y: number) => ({ touchPoints: [{ x: box.x + x, y: box.y + y }] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(40, box.height - 20) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(90, box.height - 40) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(120, box.height - 60) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  expect((await wire(page, 'x').boundingBox())?.x).not.toBe(before?.x)
})

test('a scroll that begins on a slider moves no slider', async ({ page }) => {
  await open(page)
  const slider = page.getByRole('slider', { name: 'y', exact: true })
  await slider.scrollIntoViewIfNeeded()
  const before = await page.locator('.side').evaluate((sheet) => sheet.scrollTop)
  const box = await slider.boundingBox()
  if (!box) throw new Error('no slider')
  const touch = await page.context().newCDPSession(page)
  const at = (dy: number) => ({
    touchPoints: [{ x: box.x + box.width * 0.2, y: box.y + box.height / 2 + dy }],
  })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(0) })
  for (const dy of [-20, -60, -120, -180])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(dy) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(() => page.locator('.side').evaluate((sheet) => sheet.scrollTop)).toBeGreaterThan(before)
  await expect(wire(page, 'y')).toHaveAttribute('data-value', '5')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

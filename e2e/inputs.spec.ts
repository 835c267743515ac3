import { expect, test } from '@playwright/test'
import { button, open, textOf, wire } from './helpers/app'

test('dragging a slider rewrites the literal and the picture follows; one drag is one undo entry', async ({
  page,
}) => {
  await open(page, 'x = -2.50; y = 5; f = x * y')
  const slider = page.getByRole('slider', { name: 'x', exact: true })
  const box = await slider.boundingBox()
  if (!box) throw new Error('no slider')
  const middle = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.37, middle)
  await page.mouse.down()
  for (const share of [0.5, 0.6, 0.7, 0.8]) await page.mouse.move(box.x + box.width * share, middle)
  await page.mouse.up()
  const text = await textOf(page)
  expect(text).toMatch(/^x = \d\.\d\d; y = 5; f = x \* y$/)
  const value = Number(/^x = ([\d.]+)/.exec(text)?.[1])
  await expect(wire(page, 'f')).toHaveAttribute('data-value', String(value * 5))
  await button(page, 'Undo').click()
  expect(await textOf(page)).toBe('x = -2.50; y = 5; f = x * y')
  await expect(button(page, 'Undo')).toBeDisabled()
})

test('Escape takes a drag back', async ({ page }) => {
  await open(page, 'x = 1; f = x * 2')
  const box = await page.getByRole('slider', { name: 'x', exact: true }).boundingBox()
  if (!box) throw new Error('no slider')
  await page.mouse.move(box.x + box.width * 0.55, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2)
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value', '2')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await textOf(page)).toBe('x = 1; f = x * 2')
})

test('a typed number takes effect on Enter; what is none is refused and says so', async ({ page }) => {
  await open(page, 'x = 1; f = x * 2')
  const entry = page.getByRole('textbox', { name: 'x', exact: true })
  await entry.fill('2.5')
  await entry.press('Enter')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '5')
  await entry.fill('two')
  await entry.press('Enter')
  await expect(page.getByRole('alert')).toContainText('is not a number')
  expect(await textOf(page)).toBe('x = 2.5; f = x * 2')
})

test('a run of arrow keys on a slider is one undo entry', async ({ page }) => {
  await open(page, 'x = 1; f = x * 2')
  const slider = page.getByRole('slider', { name: 'x', exact: true })
  await slider.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '8')
  await slider.blur()
  await button(page, 'Undo').click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '2')
})

test('an input that no line assigns is offered, and its first change writes the line', async ({ page }) => {
  await open(page, 'f = x * 2')
  await expect(page.getByText('no line sets this')).toBeVisible()
  const entry = page.getByRole('textbox', { name: 'x', exact: true })
  await entry.fill('3')
  await entry.press('Enter')
  expect(await textOf(page)).toBe('x = 3; f = x * 2')
})

test('dragging moves no gate', async ({ page }) => {
  await open(page, 'x = 1; y = 2; f = exp(x) * y')
  const places = () =>
    page
      .locator('[data-gate] .outline')
      .evaluateAll((outlines) => outlines.map((each) => [each.getAttribute('x'), each.getAttribute('y')]))
  const before = await places()
  await page.getByRole('slider', { name: 'x', exact: true }).focus()
  await page.keyboard.press('Home')
  await expect(wire(page, 'x')).toHaveAttribute('data-value', '-10')
  expect(await places()).toEqual(before)
})

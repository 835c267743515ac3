import { expect, test } from '@playwright/test'
import { randomText } from '../src/program/large-programs'
import { button, editor, open, picture, problems, textOf, wire } from './helpers/app'

test('every example of the gallery opens from its card and is drawn', async ({ page }) => {
  await open(page)
  const { gallery } = await import('../src/program/gallery')
  for (const { title, source } of gallery) {
    await button(page, 'Gallery').click()
    const dialog = page.getByRole('dialog', { name: 'Gallery' })
    const card = dialog
      .getByRole('button')
      .filter({ has: page.getByText(source.split('\n').at(-1) as string) })
    await card.filter({ hasText: title }).first().click()
    await expect(dialog).toBeHidden()
    await expect(picture(page).locator('[data-gate]').first()).toBeVisible()
    await expect(problems(page)).toHaveCount(0)
    expect(await textOf(page)).toBe(source)
  }
})

test('choosing an example is one undo entry, and Escape closes the gallery without choosing', async ({
  page,
}) => {
  await open(page, 'x = 1; f = x + 41')
  await button(page, 'Gallery').click()
  await page.keyboard.press('Escape')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '42')
  await button(page, 'Gallery').click()
  await page.getByRole('button', { name: /^Circuit 1/ }).click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await button(page, 'Undo').click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '42')
})

test('a program that is opened is seen from its first line, wherever the one before was left', async ({
  page,
}) => {
  await open(page, randomText(90))
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  const first = () =>
    page.locator('.cm-scroller').evaluate((field) => Math.round((field as HTMLElement).scrollTop))
  await expect.poll(first, 'at the end of a long text').toBeGreaterThan(100)
  await button(page, 'Gallery').click()
  await page.getByRole('button', { name: /^Multilayer perceptron/ }).click()
  await expect(picture(page).locator('[data-wire^="w1_"]').first()).toBeVisible()
  await expect.poll(first).toBeLessThan(12)
})

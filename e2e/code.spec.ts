import { expect, type Page, test } from '@playwright/test'
import { button, circuit1, editor, example, number, open, picture, wire } from './helpers/app'
import { violations } from './helpers/axe'

const code = (page: Page) => page.getByRole('region', { name: 'Code' })
const now = async (page: Page): Promise<readonly string[]> =>
  (await code(page).locator('[data-stands="now"]').allTextContents()).map((text) => text.trim())

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

test('the code goes along with the circuit, forward and back', async ({ page }) => {
  await open(page, circuit1, '&step=0')
  await button(page, 'Code').click()
  expect(await now(page)).toEqual([])
  const seen = []
  for (let step = 1; step <= 5; step++) {
    await page.keyboard.press('PageDown')
    seen.push(await now(page))
  }
  expect(seen).toEqual([
    ['q = x + y  #(1)'],
    ['f = q * z  #(2)'],
    ['dfdf = 1.0'],
    ['dfdq = z * dfdf    #(2)', 'dfdz = q * dfdf    #(2)'],
    ['dfdx = 1.0 * dfdq  #(1)', 'dfdy = 1.0 * dfdq  #(1)'],
  ])
  await page.keyboard.press('PageUp')
  expect(await now(page)).toEqual(seen[3])
  await code(page).getByRole('button', { name: 'q = x + y' }).click()
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
  await expect(wire(page, 'q')).toHaveAttribute('data-value', '3')
  expect(await violations(page)).toEqual([])
})

test('a line lights its gate, a wire its variable and its gradient’s', async ({ page }) => {
  await open(page, circuit1)
  await button(page, 'Code').click()
  await code(page).getByRole('button', { name: 'f = q * z' }).hover()
  await expect(picture(page).locator('[data-gate="mul"] .body')).toHaveAttribute('data-tone', 'lit')
  await number(page, 'value of q').hover()
  const words = code(page).locator('.word-asked')
  expect([...new Set(await words.allTextContents())]).toEqual(['q', 'dfdq'])
  await code(page).getByRole('combobox', { name: 'Names of gradients in the code' }).selectOption('dq')
  await number(page, 'value of q').hover()
  expect([...new Set(await words.allTextContents())]).toEqual(['q', 'dq'])
  await code(page).getByRole('combobox', { name: 'Language of the code' }).selectOption('torch')
  await expect(code(page)).toContainText('f.backward()')
  await page.keyboard.press('Escape')
  await button(page, 'Code').click()
  await expect(editor(page)).toBeVisible()
})

test('backward lines by hand are marked in the margin, and a difference is explained', async ({ page }) => {
  await open(page, `${circuit1}\ndfdz = q\ndfdq = -z\ndfdx = 1.0 * dfdq`)
  const byHand = page.getByRole('region', { name: 'Backward lines by hand' })
  await expect(byHand).toContainText('Your backward lines: 1 right, 2 not.')
  await expect(byHand).toContainText('✗ dfdq = 4: The gradient is −4. Its sign is the other way round.')
  await expect(byHand).toContainText(
    '✗ dfdx = 4: The gradient is −4. This line is right; one that it builds on is not.',
  )
  await expect(page.locator('.cm-verdicts .verdict')).toHaveText(['✓', '✗', '✗'])
  expect(await violations(page)).toEqual([])
  await byHand.getByRole('button', { name: 'Line 5, dfdq: show it in the program' }).click()
  await page.keyboard.press('End')
  for (let i = 0; i < 2; i++) await page.keyboard.press('Backspace')
  await page.keyboard.type('z')
  await expect(byHand).toContainText('Your backward lines: 3 right.')
  await expect(page.locator('.cm-verdicts .verdict')).toHaveText(['✓', '✓', '✓'])
  // A number that is changed changes both sides.
  await number(page, 'value of x').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(byHand).toContainText('Your backward lines: 3 right.')
})

test('= where += is meant is found out', async ({ page }) => {
  await open(page, `${example('staged')}\ndx = 1.0\ndx = 2.0`)
  await expect(page.getByRole('region', { name: 'Backward lines by hand' })).toContainText(
    'The gradient is 2.05956…',
  )
})

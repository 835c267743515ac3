import { expect, test } from '@playwright/test'
import { open, picture, problems, textOf, turnTo, type, wire } from './helpers/app'

const broken: readonly (readonly [string, string])[] = [
  ['f=(x+y*', 'never closed'],
  ['x y', 'a sign is missing'],
  ['5 = x', 'Only a name can stand left'],
  ['f == x', 'compares'],
  ['f = g(x)', 'is not a gate I know'],
  ['sigmod(x)', 'Did you mean'],
  ['f = max(x)', 'two inputs or more'],
  ['x = x + 1', 'no value yet'],
  ['f = x 🙂', 'U+1F642'],
  ['f = ３ + 1', 'full-width digit'],
  ['с = 1', 'U+0441'],
  ['f = 1e400', 'too large'],
  ['W = [[1, 2], [3, 4]]', 'not drawn yet'],
  ['for i in x', 'word of Python'],
  [`f = ${'('.repeat(300)}x${')'.repeat(300)}`, 'nested more than 200'],
]

test('every broken text opens in the editor as it is, with its problem named', async ({ page }) => {
  await open(page)
  for (const [program, words] of broken)
    await test.step(program.slice(0, 24), async () => {
      await turnTo(page, { source: program })
      await expect(problems(page).first()).toContainText(words)
    })
})

const flowing: readonly (readonly [string, string, string])[] = [
  ['f = 1/0', 'f', 'Infinity'],
  ['f = log(-1)', 'f', 'NaN'],
  ['z = 0; f = z * (1/0)', 'f', 'NaN'],
  ['x = 2; y = 2; f = max(x, y)', 'f', '2'],
  ['x = 0; f = relu(x)', 'f', '0'],
  ['x = -0; f = x + 1', 'f', '1'],
  ['constructor = 2; __proto__ = 3; toString = 4; f = constructor * __proto__ * toString', 'f', '24'],
  ['a − b × 2', 'a - b * 2', '-1'],
  [`x = 1.5${'; x = x*x'.repeat(60)}`, 'x', 'Infinity'],
]

test('what computes to anything is drawn, NaN and ∞ too, whatever the names', async ({ page }) => {
  await open(page)
  for (const [program, name, value] of flowing)
    await test.step(program.slice(0, 40), async () => {
      await turnTo(page, { source: program })
      await expect(problems(page)).toHaveCount(0)
      await expect(wire(page, name)).toHaveAttribute('data-value', value)
    })
})

test('CRLF ends a line once', async ({ page }) => {
  await open(page, 'x = 2\r\ny = 3\r\nf = x * y')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '6')
  expect(await textOf(page)).toBe('x = 2\ny = 3\nf = x * y')
})

test('a pasted text of more than 8,000,000 characters is refused in a sentence and kept', async ({
  page,
}) => {
  await open(page)
  await type(page, 'x = 1; f = x + 0')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', `; y = 1\n${`# ${'so it goes on '.repeat(7)}\n`.repeat(80_000)}`)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(problems(page)).toContainText('up to 8,000,000 are read', {
    timeout: 20_000,
  })
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '1')
})

test('kinks and trouble are marked at their gate and explained there', async ({ page }) => {
  await open(page, 'x = 2; y = 2; m = max(x, y); g = log(m - 3); f = g + 1')
  await expect(picture(page).locator('[data-gate="max"] .badge')).toHaveCount(1)
  await expect(picture(page).locator('[data-gate="log"] .badge')).toHaveCount(1)
  await expect(picture(page).locator('.badge')).toHaveCount(2)
  await picture(page).locator('[data-gate="log"]').getByRole('button').click()
  await expect(page.getByRole('region', { name: 'Circuit' })).toContainText('no real logarithm')
})

import { expect, type Page, test } from '@playwright/test'
import {
  answer,
  button,
  circuit1,
  example,
  leaveFields,
  number,
  open,
  picture,
  setting,
  textOf,
  wire,
} from './helpers/app'

const staged = example('staged')

const beside = (page: Page) => page.getByRole('region', { name: 'Beside the answer' })
const choose = (page: Page, name: string) => beside(page).getByRole('button', { name }).click()

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

test('through the lens a gate knows only what is at its own ports', async ({ page }) => {
  await open(page, circuit1, '&step=2')
  await picture(page).locator('[data-gate="add"] .body').click()
  const card = picture(page).locator('.meeting')
  await expect(card).toContainText('(−2) + 5 = 3')
  await expect(card).toContainText('x: local 1')
  await expect(wire(page, 'z')).not.toHaveAttribute('data-value')
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
  for (let i = 0; i < 2; i++) await button(page, 'Next step').click()
  await expect(card).toContainText('x: (−4) · 1 = −4')
  await expect(wire(page, 'z')).not.toHaveAttribute('data-value')
  await page.keyboard.press('Escape')
  await expect(wire(page, 'z')).toHaveAttribute('data-value', '-4')
})

test('wishes are arrows, and spoken', async ({ page }) => {
  await open(page)
  await (await setting(page, 'Wishes')).selectOption('shown')
  await expect(number(page, 'gradient on q')).toHaveAccessibleName(
    'gradient on q: −4, wants lower, with force 4',
  )
  await expect(number(page, 'gradient on z')).toHaveAccessibleName(
    'gradient on z: 3, wants higher, with force 3',
  )
  await expect(picture(page).locator('.want')).toHaveCount(5)
})

test('every path to the output is listed, lit, and they add up', async ({ page }) => {
  await open(page, staged)
  await number(page, 'gradient on x').click()
  await choose(page, 'Paths')
  const paths = beside(page).locator('.path')
  await expect(paths).toHaveCount(3)
  await expect(beside(page)).toContainText(
    '1.58318… + (−0.0357615…) + 0.512144… = 2.05956…, the gradient on x',
  )
  await paths.first().hover()
  await expect(picture(page).locator('.gate:not(.dim)')).toHaveCount(5)
  await expect(wire(page, 'sigy')).toHaveClass(/dim/)
  await expect(wire(page, 'xpy')).not.toHaveClass(/dim/)
  await page.mouse.move(5, 5)
  await expect(picture(page).locator('.dim')).toHaveCount(0)
})

test('the chain rule is typeset, and a factor lights its number', async ({ page }) => {
  await open(page)
  await number(page, 'gradient on x').click()
  const formula = beside(page).getByRole('figure')
  await expect(formula).toHaveAccessibleName('∂f/∂x = ∂f/∂q · ∂q/∂x = (−4) · 1 = −4')
  await expect(formula.locator('.katex')).toBeVisible()
  await formula.locator('[data-factor="0"]').first().hover()
  await expect(number(page, 'gradient on q')).toHaveAttribute('data-tone', 'lit')
  await expect(answer(page)).toContainText('gradient on x = (−4) · 1 = −4')
  await page.mouse.move(5, 5)
  await expect(number(page, 'gradient on x')).toHaveAttribute('data-tone', 'lit')
})

const nudges = [
  { h: '1', x: ['−15', '−3', '−3'], y: ['−8', '4', '4'], both: ['−10', '2', '1'] },
  { h: '0.1', x: ['−12.3', '−0.3', '−3'], y: ['−11.6', '0.4', '4'], both: ['−11.89', '0.11', '0.1'] },
  {
    h: '0.01',
    x: ['−12.03', '−0.03', '−3'],
    y: ['−11.96', '0.04', '4'],
    both: ['−11.9899', '0.0101', '0.01'],
  },
]

test('and if it were a little more? One input, the other, and both', async ({ page }) => {
  await open(page, 'x = 4; y = -3; f = x * y')
  await choose(page, 'A little more?')
  const tool = beside(page).locator('.nudge')
  const effects = tool.locator('.effects dd')
  const size = tool.getByRole('slider', { name: 'By how much' })
  const tick = (name: string, on: boolean) => tool.getByRole('checkbox', { name, exact: true }).setChecked(on)
  for (const { h, x, y, both } of nudges) {
    await size.focus()
    await page.keyboard.press('Home')
    for (let i = 0; i < 12 && (await size.getAttribute('aria-valuetext')) !== h; i++)
      await page.keyboard.press('ArrowRight')
    await tick('x', true)
    await tick('y', false)
    await expect(effects).toHaveText([`from −12 to ${x[0]}`, String(x[1]), String(x[1]), String(x[2])])
    await tick('y', true)
    await expect(effects).toHaveText([`from −12 to ${both[0]}`, String(both[1]), String(both[2])])
    await tick('x', false)
    await expect(effects).toHaveText([`from −12 to ${y[0]}`, String(y[1]), String(y[1]), String(y[2])])
    await expect(tool).toContainText('✓ They agree')
  }
})

test('an inner wire is nudged too, and at a kink the check says that it is not reliable', async ({
  page,
}) => {
  await open(page)
  await number(page, 'gradient on q').click()
  await leaveFields(page)
  await page.keyboard.press('n')
  await expect(beside(page).locator('.effects dd')).toHaveText(['from −12 to −12.4', '−0.4', '−0.4', '−4'])
  await open(page, 'x = 2; y = 2; f = max(x, y)')
  await choose(page, 'A little more?')
  await expect(beside(page)).toContainText('The check is not reliable here. The gate max has a kink')
})

test('all wishes followed: with the data locked the loss falls from 9 to 5.76, and undo takes it back', async ({
  page,
}) => {
  const loss = 'w = 2; x = 3; b = 1; t = 10\nL = (w*x + b - t)^2'
  await open(page, loss)
  for (const name of ['x', 't']) await button(page, `Lock ${name} as data`).click()
  const wishes = page.getByRole('region', { name: 'Follow all wishes' })
  await wishes.getByRole('combobox', { name: 'Aim' }).selectOption('lower')
  await expect(wishes).toContainText('from 9 to 5.76, a change of −3.24; the gradients promise −3.6.')
  await wishes.getByRole('button', { name: 'Follow all wishes' }).click()
  expect(await textOf(page)).toBe('w = 2.18; x = 3; b = 1.06; t = 10\nL = (w*x + b - t)^2')
  expect(Number(await wire(page, 'L').getAttribute('data-value'))).toBeCloseTo(5.76, 10)
  await button(page, 'Undo').click()
  expect(await textOf(page)).toBe(loss)
})

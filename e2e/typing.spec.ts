import { expect, test } from '@playwright/test'
import { mlp } from '../src/program/mlp'
import { pack } from '../src/share/frame'
import { plainView } from '../src/share/query'
import { button, editor, open, picture, problems, textOf, type, visit, wire } from './helpers/app'

test('a first visit shows circuit-1 complete', async ({ page }) => {
  await visit(page)
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await expect(wire(page, 'x')).toHaveAttribute('data-gradient', '-4')
  await expect(problems(page)).toHaveCount(0)
})

test('the circuit follows every key', async ({ page }) => {
  await open(page)
  await type(page, 'x = -2; y = 5; z = -4; f = (x + y) * z')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await expect(picture(page).locator('[data-gate]')).toHaveCount(2)
  await page.keyboard.type(' + x')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-14')
  await expect(wire(page, 'x')).toHaveAttribute('data-gradient', '-3')
})

test('while the text is broken the last whole picture stays, and so does the text', async ({ page }) => {
  await open(page)
  await type(page, 'x = 3; f = (x + 1')
  await expect(problems(page)).toHaveCount(1)
  await expect(problems(page)).toContainText('never closed')
  await expect(page.getByText('The picture shows the last text that was whole')).toBeVisible()
  await expect(picture(page).locator('[data-wire]').first()).toBeVisible()
  expect(await textOf(page)).toBe('x = 3; f = (x + 1')
  await page.keyboard.type(')')
  await expect(problems(page)).toHaveCount(0)
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '4')
})

test('every problem shows at once, each with its place, and its fix mends it', async ({ page }) => {
  await open(page, 'x = 2\nq = sigmod(x)\nf = 5 q x')
  await expect(problems(page)).toHaveCount(2)
  await expect(problems(page).nth(0)).toContainText('2:5')
  await expect(problems(page).nth(0)).toContainText('is not a gate I know')
  await button(page, 'Write sigmoid').click()
  await expect(problems(page)).toHaveCount(1)
  await button(page, 'Multiply: q * x').click()
  await expect(problems(page)).toHaveCount(0)
  expect(await textOf(page)).toBe('x = 2\nq = sigmoid(x)\nf = 5 q * x')
})

test('problems are underlined in the text', async ({ page }) => {
  await open(page, 'f = sigmod(x)')
  await expect(editor(page).locator('.cm-lintRange')).toHaveText('sigmod')
})

test('undo and redo step through the text, by button and by key', async ({ page }) => {
  await open(page, 'x = 1; f = x * 2')
  await type(page, 'x = 7; f = x * 2')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '14')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '2')
  await button(page, 'Redo').click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '14')
  await button(page, 'Undo').click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '2')
  expect(await textOf(page)).toBe('x = 1; f = x * 2')
})

test('an empty text says what to type, and offers examples', async ({ page }) => {
  await open(page)
  await type(page, ' ')
  await page.keyboard.press('Backspace')
  const region = page.getByRole('region', { name: 'Circuit' })
  await expect(picture(page)).toHaveCount(0)
  await region.getByRole('button').first().click()
  await expect(picture(page).locator('[data-gate]').first()).toBeVisible()
})

test('an edit at one end keeps the elements of the other', async ({ page }) => {
  await open(page, 'x = 1; q = exp(x); f = q * 2')
  const gate = picture(page).locator('[data-gate="exp"]')
  await gate.evaluate((element) => element.setAttribute('data-seen', 'yes'))
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' + 1')
  await expect(picture(page).locator('[data-gate]')).toHaveCount(3)
  await expect(gate).toHaveAttribute('data-seen', 'yes')
})

test('backward lines written by hand are set aside, and compared', async ({ page }) => {
  await open(
    page,
    'x = -2; y = 5; z = -4\nq = x + y\nf = q * z\ndfdz = q\ndfdq = z\ndfdx = 1.0 * dfdq\ndfdy = 1.0 * dfdq',
  )
  await expect(wire(page, 'f')).toHaveAttribute('data-gradient', '1')
  await expect(wire(page, 'dfdx')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Program' })).toContainText('Your backward lines: 4 right.')
})

test('a long program that a link opens is written on from its beginning, where the caret is', async ({
  page,
}) => {
  await page.goto(`./#${pack({ source: mlp(), ...plainView })}`)
  await editor(page).focus()
  await page.keyboard.type('# ')
  await expect(editor(page).locator('.cm-line').first()).toContainText('# # A perceptron')
})

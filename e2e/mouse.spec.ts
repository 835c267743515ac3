import { expect, type Locator, type Page, test } from '@playwright/test'
import {
  answer,
  button,
  circuit1,
  editor,
  linked,
  number,
  open,
  picture,
  setting,
  textOf,
  wire,
} from './helpers/app'
import { violations } from './helpers/axe'
import { places } from './helpers/screens'

const middleOf = async (target: Locator) => {
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to take in hand')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Takes hold of something and moves, the button still down. */
const pull = async (page: Page, target: Locator, by: { readonly x: number; readonly y: number }) => {
  const from = await middleOf(target)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 })
}

const selected = (page: Page) => page.evaluate(() => getSelection()?.toString())

for (const { screen, width, height, theme } of places)
  test.describe(`by mouse on a ${screen}, ${theme}`, () => {
    test.use({ viewport: { width, height }, colorScheme: theme })

    test('numbers are dragged and typed on the picture', async ({ page }) => {
      await open(page, circuit1)
      await pull(page, number(page, 'value of x'), { x: 0, y: -44 })
      expect(await textOf(page)).toBe('x = 3; y = 5; z = -4\nq = x + y\nf = q * z')
      await expect(wire(page, 'f')).toHaveAttribute('data-value', '-32')
      await expect(number(page, 'gradient on z')).toHaveText('8')
      await expect(answer(page)).toContainText('x = 3, an input')
      expect(await violations(page)).toEqual([])
      await page.mouse.up()
      await expect(page.getByRole('slider', { name: 'x', exact: true })).toHaveValue('3')
      await expect.poll(() => linked(page)?.source).toContain('x = 3;')
      await button(page, 'Undo').click()
      expect(await textOf(page)).toBe(circuit1)
      await expect(button(page, 'Undo')).toBeDisabled()

      // To the right as well; the gradient is a handle too; Escape gives it up.
      await pull(page, number(page, 'gradient on y'), { x: 20, y: 0 })
      await expect(wire(page, 'y')).toHaveAttribute('data-value', '7')
      await page.keyboard.press('Escape')
      await expect(wire(page, 'y')).toHaveAttribute('data-value', '5')
      await page.mouse.move(10, 10)
      await page.mouse.up()
      expect(await textOf(page)).toBe(circuit1)
      await expect(button(page, 'Undo')).toBeDisabled()

      // A quick hand: its first move is already over the editor or the sheet, where it lets go.
      const hold = await middleOf(number(page, 'value of z'))
      const aside = await middleOf(page.getByRole('region', { name: 'Program' }))
      await page.mouse.move(hold.x, hold.y)
      await page.mouse.down()
      await page.mouse.move(aside.x, aside.y)
      await page.mouse.up()
      await expect(wire(page, 'z')).not.toHaveAttribute('data-value', '-4')
      await button(page, 'Undo').click()
      expect(await textOf(page)).toBe(circuit1)

      // Shift is finer, Alt coarser.
      await page.keyboard.down('Shift')
      await pull(page, number(page, 'value of x'), { x: 0, y: -44 })
      await page.mouse.up()
      await page.keyboard.up('Shift')
      await expect(wire(page, 'x')).toHaveAttribute('data-value', '-1.5')
      await page.keyboard.down('Alt')
      await pull(page, number(page, 'value of z'), { x: 0, y: 12 })
      await page.mouse.up()
      await page.keyboard.up('Alt')
      await expect(wire(page, 'z')).toHaveAttribute('data-value', '-14')

      await number(page, 'value of y').dblclick()
      const field = page.getByRole('textbox', { name: 'New number for y' })
      await expect(field).toBeFocused()
      expect(await violations(page)).toEqual([])
      await page.keyboard.type('two')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).toContainText('is not a number')
      await field.fill('1/4')
      await page.keyboard.press('Enter')
      await expect(field).toHaveCount(0)
      await expect(wire(page, 'y')).toHaveAttribute('data-value', '0.25')
      await expect(number(page, 'value of y')).toBeFocused()
    })

    test('picture and text light each other', async ({ page }) => {
      await open(page, circuit1)
      const gate = picture(page).locator('[data-gate="add"] .body')
      const lit = editor(page).locator('.text-lit')
      await gate.hover()
      await expect(lit).toHaveText(['x + y'])
      await number(page, 'value of z').hover()
      await expect(lit).toHaveText(['z', '-4'])
      await gate.click()
      await editor(page).focus()
      expect(await selected(page)).toBe('x + y')
      await editor(page).getByText('q * z').click()
      await expect(picture(page).locator('[data-gate].pointed')).toHaveAttribute('data-gate', 'mul')
      for (const [name, role] of [
        ['x', 'input'],
        ['q', 'wire'],
        ['f', 'output'],
      ] as const)
        await expect(editor(page).locator(`.role-${role}`).first()).toHaveText(name)
      expect(await violations(page)).toEqual([])
    })

    test('gates are put in, wires renamed, the text formatted', async ({ page }) => {
      await open(page, 'x=2;y=3\nq=x+y\nf=q*y')
      await button(page, 'Format').click()
      await expect.poll(() => textOf(page)).toBe('x = 2; y = 3\nq = x + y\nf = q * y')
      await editor(page).getByText('x + y').click()
      await picture(page).locator('[data-gate="add"] .body').click()
      await button(page, 'Put in a gate').click()
      expect(await violations(page)).toEqual([])
      await page
        .getByRole('dialog')
        .getByRole('option', { name: /^sigmoid/ })
        .click()
      await expect.poll(() => textOf(page)).toBe('x = 2; y = 3\nq = sigmoid(x + y)\nf = q * y')
      await button(page, 'Rename').click()
      const dialog = page.getByRole('dialog', { name: 'Rename' })
      await dialog.getByRole('combobox', { name: 'Rename' }).selectOption('y')
      await dialog.getByRole('textbox', { name: 'to' }).fill('q')
      await button(page, 'Rename everywhere').click()
      await expect(dialog.getByRole('alert')).toBeVisible()
      expect(await violations(page)).toEqual([])
      await dialog.getByRole('textbox', { name: 'to' }).fill('rate')
      await button(page, 'Rename everywhere').click()
      expect(await textOf(page)).toBe('x = 2; rate = 3\nq = sigmoid(x + rate)\nf = q * rate')
      await expect(number(page, 'value of rate')).toHaveText('3.00')
    })

    test('settings, commands and keys are a click away, and what is chosen is remembered', async ({
      page,
    }) => {
      await open(page, circuit1)
      await (await setting(page, 'Digits')).selectOption('3')
      await (await setting(page, 'Motion')).selectOption('none')
      expect(await violations(page)).toEqual([])
      await expect(number(page, 'value of x')).toHaveText('−2.000')
      await page.goto('about:blank')
      await page.goto('./')
      await expect(number(page, 'value of x')).toHaveText('−2.000')
      await expect(page.locator('html')).toHaveAttribute('data-motion', 'none')
      await button(page, 'Commands').click()
      expect(await violations(page)).toEqual([])
      await page.getByRole('combobox', { name: 'Command' }).fill('circuit 2')
      await page.getByRole('listbox').getByRole('option').first().click()
      await expect(wire(page, 'x0')).toBeVisible()
      await expect(number(page, 'value of x0')).toHaveText('−1.000')
      await button(page, 'Commands').click()
      await page.getByRole('combobox', { name: 'Command' }).fill('keys')
      await page.getByRole('listbox').getByRole('option').first().click()
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  })

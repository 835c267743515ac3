import { expect, type Page, test } from '@playwright/test'
import {
  answer,
  choose,
  circuit1,
  command,
  editor,
  number,
  open,
  picture,
  problems,
  textOf,
  visit,
  wire,
} from './helpers/app'
import { violations } from './helpers/axe'
import { places } from './helpers/screens'

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Tab, until it stands there. */
const tabTo = async (page: Page, inside: string) => {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((where) => document.activeElement?.closest(where) != null, inside)) return
  }
  throw new Error(`Tab never came to ${inside}`)
}

for (const { screen, width, height, theme } of places)
  test.describe(`by keyboard on a ${screen}, ${theme}`, () => {
    test.use({ viewport: { width, height }, colorScheme: theme })

    test('the picture is walked, explained, changed and zoomed', async ({ page }) => {
      await open(page, circuit1)
      await tabTo(page, '.stage')
      await expect(number(page, 'value of x')).toBeFocused()
      // Along the wire on the side of the values, then back on that of the gradients.
      await press(page, 'ArrowRight')
      await expect(page.locator(':focus')).toHaveAttribute('aria-label', 'plus gate of x and y, makes q')
      await press(page, 'ArrowRight')
      await expect(number(page, 'value of q')).toBeFocused()
      await press(page, 'ArrowDown')
      await expect(number(page, 'gradient on q')).toBeFocused()
      await press(page, 'ArrowLeft', 'ArrowLeft')
      await expect(number(page, 'gradient on x')).toBeFocused()
      await press(page, 'End')
      await expect(number(page, 'gradient on f')).toBeFocused()
      await press(page, 'Home', 'ArrowUp')
      await expect(number(page, 'value of x')).toBeFocused()
      await press(page, 'ArrowDown', 'ArrowDown')
      await expect(number(page, 'value of y')).toBeFocused()

      await press(page, 'Space')
      await expect(answer(page)).toContainText('y = 5, an input')
      await page.keyboard.down('Alt')
      await press(page, 'ArrowUp', 'ArrowUp')
      await page.keyboard.up('Alt')
      await expect(wire(page, 'f')).toHaveAttribute('data-value', '-20')
      await expect(number(page, 'value of y')).toBeFocused()
      await press(page, 'ControlOrMeta+Z')
      expect(await textOf(page)).toBe(circuit1)

      await press(page, 'Enter')
      await expect(page.getByRole('textbox', { name: 'New number for y' })).toBeFocused()
      await press(page, '9', 'Escape')
      expect(await textOf(page)).toBe(circuit1)
      await expect(number(page, 'value of y')).toBeFocused()
      await press(page, 'Enter', '8', 'Enter')
      await expect(wire(page, 'q')).toHaveAttribute('data-value', '6')
      expect(await violations(page)).toEqual([])

      const scale = () =>
        picture(page).evaluate((svg) => (svg.querySelector('.camera') as SVGGElement).getCTM()?.a ?? 0)
      const before = await scale()
      await press(page, '+')
      await expect.poll(scale).toBeGreaterThan(before)
      await press(page, '-', '-')
      await expect.poll(scale).toBeLessThan(before)
      await press(page, '0')
      await expect(picture(page)).toHaveAttribute('data-beyond', '')
    })

    test('the text is completed, renamed and formatted, and Tab leaves it', async ({ page }) => {
      await open(page, 'rate=2\nf=rate*3')
      await editor(page).focus()
      await press(page, 'ControlOrMeta+End')
      await page.keyboard.type('+ sigm')
      const list = page.getByRole('listbox')
      await expect(list.getByRole('option')).toContainText(['sigmoid'])
      await expect(list).toContainText('out * (1 - out)')
      await press(page, 'ArrowDown')
      expect(await violations(page)).toEqual([])
      await press(page, 'Enter')
      await page.keyboard.type('ra')
      await expect(list.getByRole('option').first()).toContainText('rate')
      await press(page, 'ArrowDown', 'Enter')
      await page.keyboard.type(')')
      await expect(editor(page).locator('.cm-matchingBracket')).toHaveCount(2)
      await expect(problems(page)).toHaveCount(0)
      await press(page, 'Shift+Alt+F')
      await expect.poll(() => textOf(page)).toBe('rate = 2\nf = rate * 3 + sigmoid(rate)')
      await press(page, 'ControlOrMeta+Home', 'F2')
      await page.keyboard.type('r')
      await press(page, 'Enter')
      await expect.poll(() => textOf(page)).toBe('r = 2\nf = r * 3 + sigmoid(r)')
      await expect(editor(page)).toBeFocused()
      await press(page, 'Tab')
      await expect(editor(page)).not.toBeFocused()
    })

    test('the list of commands does anything, and ? shows the keys', async ({ page }) => {
      await open(page, circuit1)
      await tabTo(page, '.stage')
      await press(page, '?')
      const sheet = page.getByRole('dialog', { name: 'Keys' })
      await expect(sheet).toContainText('Find anything that can be done')
      expect(await violations(page)).toEqual([])
      await press(page, 'Escape')
      await expect(sheet).toBeHidden()
      await expect(number(page, 'value of x')).toBeFocused()
      await command(page, 'digits 4')
      await expect(number(page, 'value of x')).toHaveText('−2.0000')
      await press(page, 'ControlOrMeta+K')
      await page.keyboard.type('put in exp')
      expect(await violations(page)).toEqual([])
      await press(page, 'Enter')
      await expect(editor(page)).toBeFocused()
      await expect.poll(() => textOf(page)).toContain('exp(')
      await press(page, 'ControlOrMeta+Z')
      expect(await textOf(page)).toBe(circuit1)
    })
  })

test('a whole lesson by keyboard alone: open, type, fix, drag, explain, undo, gallery', async ({ page }) => {
  await visit(page)
  await tabTo(page, '.editor')
  await press(page, 'ControlOrMeta+A')
  await page.keyboard.type('x = 2; f = sigmod(x) * 3')
  await press(page, 'Escape')
  await expect(problems(page)).toHaveCount(1)
  await tabTo(page, '.fix')
  await press(page, 'Enter')
  await expect(problems(page)).toHaveCount(0)
  expect(await textOf(page)).toBe('x = 2; f = sigmoid(x) * 3')
  await command(page, 'go to the picture')
  await expect(number(page, 'value of x')).toBeFocused()
  await page.keyboard.down('Alt')
  await press(page, 'ArrowDown', 'ArrowDown')
  await page.keyboard.up('Alt')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '1.5')
  await press(page, 'End', 'Enter')
  await expect(answer(page)).toContainText('f =')
  await press(page, 'Escape', 'ControlOrMeta+Z')
  expect(await textOf(page)).toBe('x = 2; f = sigmoid(x) * 3')
  await command(page, 'open the gallery')
  const dialog = page.getByRole('dialog', { name: 'Gallery' })
  await expect(dialog).toBeVisible()
  await press(page, 'Tab', 'Enter')
  await expect(dialog).toBeHidden()
  await expect(wire(page, 'x0')).toBeVisible()
})

test('below a dialog no key does anything', async ({ page }) => {
  await open(page, 'x = 1; f = x * 2')
  await number(page, 'value of x').focus()
  await press(page, 'Alt+ArrowUp', '?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByText('Leave the editor').click()
  await press(page, 'ControlOrMeta+Z', 'F2', 'ControlOrMeta+K')
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(wire(page, 'x')).toHaveAttribute('data-value', '2')
})

test('wherever a deed leads, the focus is somewhere', async ({ page }) => {
  await open(page)
  const isLost = () => page.evaluate(() => document.activeElement === document.body)
  await number(page, 'value of z').focus()
  await press(page, 'ControlOrMeta+K')
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused()
  await page.keyboard.type('open: loss')
  await page.keyboard.press('Escape')
  expect(await isLost()).toBe(false)
  for (const words of ['open the gallery', 'begin with an empty']) {
    await command(page, words)
    await press(page, 'Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect.poll(isLost).toBe(false)
  }
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await page.getByRole('region', { name: 'Circuit' }).getByRole('button').first().press('Enter')
  await expect(picture(page)).toBeVisible()
  await expect.poll(isLost).toBe(false)
})

test('where the caret stands at no name, which one is renamed is asked first', async ({ page }) => {
  await open(page, 's(t) = t * 2\nx = 3; t = 1\nf = s(x) * t')
  await editor(page).focus()
  await press(page, 'ControlOrMeta+Home', 'ArrowRight', 'ArrowRight', 'F2')
  const dialog = page.getByRole('dialog', { name: 'Rename' })
  await expect(dialog.getByRole('combobox', { name: 'Rename' })).toBeFocused()
  await expect(dialog.getByRole('textbox', { name: 'to' })).toHaveValue('')
  await press(page, 'Escape')
  // Inside its gate `t` is no input of the program, and does not look like one.
  await expect(editor(page).locator('.cm-line').first().locator('.role-input')).toHaveCount(0)
  await expect(editor(page).locator('.cm-line').nth(1).locator('.role-input')).toHaveText(['x', 't'])
})

test('the gates are found by typing, and go where they leave the text whole', async ({ page }) => {
  await open(page, 'x = 2; y = 3\nf = x*y + x')
  // Nobody has been in the text: the gate goes round the output.
  await command(page, 'put in a gate')
  await choose(page, 'Put in a gate', 'tanh')
  await expect.poll(() => textOf(page)).toBe('x = 2; y = 3\nf = tanh(x*y + x)')
  await expect(problems(page)).toHaveCount(0)
})

test('every mark speaks for itself', async ({ page }) => {
  await open(page, 'x = -2; y = 5; q = x + y; f = max(0, q) * 2')
  const spoken = await picture(page)
    .locator('[data-wire]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')))
  expect(spoken).toContain('q: value 3, gradient 2, output of the plus gate of x and y')
  expect(spoken).toContain('x: value −2, gradient 2, an input')
  expect(spoken).toContain('f: value 6, gradient 1, output of the scaling gate *2 of max(0, q)')
})

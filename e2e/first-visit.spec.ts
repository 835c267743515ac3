import { expect, test } from '@playwright/test'
import { answer, button, circuit1, editor, number, open, picture, type, visit, wire } from './helpers/app'
import { violations } from './helpers/axe'

test('a first visit is led by what it touches, once', async ({ page }) => {
  await visit(page)
  await expect(answer(page)).toContainText('drag it up or down')
  const beckons = () =>
    number(page, 'value of x').evaluate(
      (element) => getComputedStyle(element.querySelector('.ring') as Element).stroke !== 'none',
    )
  expect(await beckons()).toBe(true)
  expect(await violations(page)).toEqual([])
  // Who looks at something else first is still shown it.
  await number(page, 'gradient on q').focus()
  await number(page, 'gradient on q').blur()
  expect(await beckons()).toBe(true)

  const box = await number(page, 'value of x').boundingBox()
  if (!box) throw new Error('no number')
  await page.mouse.move(box.x + 10, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 10, box.y - 40, { steps: 5 })
  await page.mouse.up()
  expect(await beckons()).toBe(false)
  await page.getByRole('banner').hover()
  await page.keyboard.press('Escape')
  await editor(page).focus()
  await expect(answer(page)).toContainText('tap or click any number')

  await number(page, 'gradient on q').click()
  await page.keyboard.press('Escape')
  await page.getByRole('banner').hover()
  await editor(page).focus()
  await expect(answer(page)).toContainText('Change a line of the program')

  await type(page, 'x = 1; f = x * 2')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '2')
  await expect(answer(page)).toContainText('Point at')
  await page.goto('about:blank')
  await visit(page)
  await expect(answer(page)).toContainText('Point at')
})

test('who opens somebody’s circuit is not led about', async ({ page }) => {
  await open(page, circuit1)
  await expect(answer(page)).toContainText('Point at')
})

test('where the browser keeps nothing, everything works but the memory', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await visit(page)
  await number(page, 'value of x').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-16')
})

test('until the script has come the page says so', async ({ page }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.goto('./')
  await expect(page.getByText('Backflow is on its way')).toBeVisible()
  await expect(picture(page)).toHaveCount(0)
})

test('where a part of the page cannot be fetched, it says which, and the rest works', async ({ page }) => {
  await page.route('**/assets/Dialogs-*.js', (route) => route.abort())
  await open(page)
  await expect(page.getByRole('status')).toContainText('gallery and commands need it')
  await button(page, 'Gallery').click()
  await number(page, 'value of x').focus()
  await page.keyboard.press('?')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(wire(page, 'x')).toHaveAttribute('data-value', '-1')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(wire(page, 'x')).toHaveAttribute('data-value', '-2')
})

import { expect, type Locator, type Page, test } from '@playwright/test'
import {
  answer,
  button,
  circuit1,
  editor,
  number,
  open,
  picture,
  problems,
  textOf,
  type,
  wire,
} from './helpers/app'
import { violations } from './helpers/axe'
import { dragFinger, pinch, twoFingerPan } from './helpers/fingers'
import { places, screens } from './helpers/screens'

const middleOf = async (target: Locator) => {
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to touch')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const view = (page: Page) =>
  picture(page).evaluate((svg) => {
    const { a, e, f } = (svg.querySelector('.camera') as SVGGElement).getCTM() as DOMMatrix
    return { scale: a, x: e, y: f }
  })

for (const { screen, width, height, theme } of places)
  test.describe(`by touch on a ${screen}, ${theme}`, () => {
    test.use({
      viewport: { width, height },
      colorScheme: theme,
      deviceScaleFactor: screen === 'phone' ? 2 : 1,
    })

    test('numbers are dragged, typed and explained by a finger', async ({ page }) => {
      await open(page, circuit1)
      const from = await middleOf(number(page, 'value of x'))
      const before = await view(page)
      await dragFinger(page, from, { x: from.x, y: from.y - 46 }, 8)
      await expect(wire(page, 'x')).not.toHaveAttribute('data-value', '-2')
      expect(await view(page), 'nothing moves under the finger').toEqual(before)
      const x = Number(await wire(page, 'x').getAttribute('data-value'))
      expect(x).toBeGreaterThan(0)
      await expect(wire(page, 'f')).toHaveAttribute('data-value', String((x + 5) * -4))
      await expect(answer(page)).toContainText(`x = ${x}, an input`)
      await expect.poll(() => textOf(page)).toBe(circuit1.replace('-2', String(x)))
      await button(page, 'Undo').tap()
      await expect.poll(() => textOf(page)).toBe(circuit1)
      await expect(button(page, 'Undo')).toBeDisabled()

      await number(page, 'gradient on q').tap()
      await expect(answer(page)).toContainText('1 · (−4) = −4')
      await expect(editor(page).locator('.text-lit')).toHaveText(['x + y'])
      expect(await violations(page)).toEqual([])

      const y = await middleOf(number(page, 'value of y'))
      await page.touchscreen.tap(y.x, y.y)
      await page.touchscreen.tap(y.x, y.y)
      const field = page.getByRole('textbox', { name: 'New number for y' })
      await expect(field).toBeFocused()
      await field.fill('7')
      await page.keyboard.press('Enter')
      await expect(wire(page, 'q')).toHaveAttribute('data-value', '5')
    })

    test('two fingers pinch and pan, also where they begin on a number; one finger pans the ground', async ({
      page,
    }) => {
      await open(page, circuit1)
      const first = await view(page)
      const box = await picture(page).boundingBox()
      if (!box) throw new Error('no picture')
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      await pinch(page, centre, 60, 180)
      const near = await view(page)
      expect(near.scale).toBeGreaterThan(first.scale * 1.5)
      await twoFingerPan(page, centre, { x: centre.x + 40, y: centre.y + 30 })
      const panned = await view(page)
      expect(panned.scale).toBeCloseTo(near.scale, 1)
      expect([Math.round(panned.x - near.x), Math.round(panned.y - near.y)]).toEqual([40, 30])
      await button(page, 'Fit').tap()
      await pinch(page, await middleOf(number(page, 'value of x')), 20, 160)
      await button(page, 'Fit').tap()
      // The first finger on the ground, the second on a number.
      const on = await middleOf(number(page, 'value of x'))
      await pinch(page, { x: on.x - 30, y: on.y }, 60, 120)
      expect(await textOf(page)).toBe(circuit1)
      await expect(button(page, 'Undo')).toBeDisabled()
      await button(page, 'Fit').tap()
      const fitted = await view(page)
      const corner = { x: box.x + 30, y: box.y + 30 }
      await dragFinger(page, corner, { x: corner.x + 50, y: corner.y + 20 }, 6)
      expect((await view(page)).x).toBeGreaterThan(fitted.x)
    })

    test('the help with writing is a tap away', async ({ page }) => {
      await open(page, 'x=2\nf=x*3')
      await button(page, 'Format').tap()
      await expect.poll(() => textOf(page)).toBe('x = 2\nf = x * 3')
      await editor(page).getByText('x * 3').tap()
      await button(page, 'Put in a gate').tap()
      await page.getByRole('dialog').getByRole('option', { name: /^exp/ }).tap()
      await expect.poll(() => textOf(page)).toContain('exp(')
      await button(page, 'Undo').tap()
      await button(page, 'Rename').tap()
      const dialog = page.getByRole('dialog', { name: 'Rename' })
      await dialog.getByRole('combobox', { name: 'Rename' }).selectOption('x')
      await dialog.getByRole('textbox', { name: 'to' }).fill('rate')
      await button(page, 'Rename everywhere').tap()
      await expect.poll(() => textOf(page)).toBe('rate = 2\nf = rate * 3')
      await button(page, 'Commands').tap()
      await page.getByRole('combobox', { name: 'Command' }).fill('circuit 3')
      expect(await violations(page)).toEqual([])
      await page.getByRole('listbox').getByRole('option').first().tap()
      await expect(picture(page).locator('[data-gate="max"]')).toBeVisible()
    })
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('above its keyboard both the picture and the line that is typed are in sight', async ({ page }) => {
    const lines = Array.from({ length: 14 }, (_, i) => `a${i} = ${i}`)
    await open(page, `${lines.join('\n')}\nf = a0 * a1`)
    await editor(page).tap()
    await page.keyboard.press('ControlOrMeta+End')
    // A keyboard that comes up leaves the page so much.
    await page.setViewportSize({ width: 390, height: 480 })
    await page.keyboard.type(' + a2')
    const caret = editor(page).locator('.cm-line').last()
    await expect(caret).toBeInViewport({ ratio: 1 })
    const line = await caret.boundingBox()
    const stage = await picture(page).boundingBox()
    expect(stage?.height).toBeGreaterThan(100)
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(480)
    expect((stage?.y ?? 0) + (stage?.height ?? 0)).toBeLessThanOrEqual(line?.y ?? 0)
  })

  test('turned on its side it keeps what stood in the middle, the text and the answer', async ({ page }) => {
    await open(page)
    const gate = picture(page).locator('[data-gate="mul"] .body')
    await number(page, 'gradient on q').tap()
    const box = await picture(page).boundingBox()
    if (!box) throw new Error('no picture')
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await pinch(page, centre, 60, 150)
    const offCentre = async () => {
      const [at, frame] = [await middleOf(gate), await middleOf(picture(page))]
      return { x: at.x - frame.x, y: at.y - frame.y }
    }
    const before = await offCentre()
    await page.setViewportSize({ width: 844, height: 390 })
    await expect.poll(async () => Math.abs((await offCentre()).x - before.x)).toBeLessThan(2)
    expect(Math.abs((await offCentre()).y - before.y)).toBeLessThan(2)
    await expect(answer(page)).toContainText('1 · (−4) = −4')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(844)
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(async () => Math.abs((await offCentre()).x - before.x)).toBeLessThan(2)
  })

  test('the picture stays in sight however far the sheet below is scrolled', async ({ page }) => {
    await open(page)
    await page.getByRole('slider').last().scrollIntoViewIfNeeded()
    await expect(picture(page)).toBeInViewport({ ratio: 0.99 })
  })

  test('where a keyboard covers the page, the page makes itself smaller above it', async ({ page }) => {
    // As Safari does it: the page keeps its height, what is seen of it shrinks and is panned.
    await page.addInitScript(() => {
      const seen = Object.assign(new EventTarget(), { width: 390, height: 844, scale: 1, offsetTop: 0 })
      Object.defineProperty(window, 'visualViewport', { value: seen })
    })
    await open(page)
    await editor(page).tap()
    await page.evaluate(() => {
      Object.assign(visualViewport as object, { height: 470, offsetTop: 200 })
      visualViewport?.dispatchEvent(new Event('resize'))
    })
    const bottom = async (box: Locator) => {
      const { y = 0, height = 0 } = (await box.boundingBox()) ?? {}
      return y + height
    }
    await expect.poll(() => bottom(page.locator('.side'))).toBeLessThanOrEqual(470)
    await expect(picture(page)).toBeInViewport({ ratio: 0.9 })
    expect(await bottom(editor(page).getByText('q * z'))).toBeLessThanOrEqual(470)
    await page.evaluate(() => {
      Object.assign(visualViewport as object, { height: 844, offsetTop: 0 })
      visualViewport?.dispatchEvent(new Event('resize'))
    })
    await expect(page.getByRole('banner')).toBeVisible()
  })

  for (const [width, height] of [
    [320, 568],
    [667, 375],
    [320, 180],
  ] as const)
    test(`at ${width}×${height} everything can still be reached, and a number explains itself`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await open(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await number(page, 'gradient on x').tap()
      await answer(page).scrollIntoViewIfNeeded()
      await expect(answer(page)).toContainText('(−4) · 1 = −4')
      for (const name of ['Gallery', 'Undo', 'Commands', 'Display']) {
        await button(page, name).scrollIntoViewIfNeeded()
        await expect(button(page, name)).toBeInViewport({ ratio: 0.95 })
      }
    })
})

for (const { screen, width, height } of screens)
  test(`what can be taken in hand on a ${screen} is large enough for it`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await open(page, 'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = w0*x0 + w1*x1 + w2')
    const sizes = await page.locator('.grip').evaluateAll((grips) =>
      grips.map((grip) => {
        const { width, height } = grip.getBoundingClientRect()
        return Math.min(width, height)
      }),
    )
    expect(sizes).toHaveLength(5)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
    await type(page, 'f = sigmod(2)')
    await expect(problems(page)).toHaveCount(1)
    const small = () =>
      page
        .locator('button:visible, select:visible, input:visible, [role="option"]:visible')
        .evaluateAll((elements) =>
          elements
            .filter((element) => element.getBoundingClientRect().height < 43.5)
            .map((element) => element.outerHTML),
        )
    // The list of completions comes and goes meanwhile.
    await expect.poll(small).toEqual([])
  })

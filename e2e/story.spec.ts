import { expect, type Page, test } from '@playwright/test'
import {
  answer,
  button,
  circuit1,
  example,
  leaveFields,
  linked,
  number,
  open,
  picture,
  wire,
} from './helpers/app'

const staged = example('staged')
const circuit2 = example('circuit-2')

const stepName = (page: Page) =>
  page.getByRole('slider', { name: 'Step', exact: true }).getAttribute('aria-valuetext')

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

/** Known values of this circuit, computed apart from this project. */
test('the staged example adds up x from three shares and y from two', async ({ page }) => {
  await open(page, staged, '&step=0')
  await leaveFields(page)
  await page.keyboard.press('g')
  const seen = { x: [] as string[], y: [] as string[] }
  const totals = { x: [] as number[], y: [] as number[] }
  for (let step = 0; step < 40; step++) {
    for (const name of ['x', 'y'] as const) {
      const { label, gradient } = await wire(page, name).evaluate((mark) => ({
        label: mark.querySelector('.gradient')?.getAttribute('aria-label'),
        gradient: mark.getAttribute('data-gradient'),
      }))
      if (label && label !== seen[name].at(-1)) {
        seen[name].push(label)
        totals[name].push(Number(gradient))
      }
    }
    if ((await stepName(page)) === 'All done') break
    await page.keyboard.press('PageDown')
  }
  expect(totals.x.map((total) => total.toFixed(4))).toEqual(['1.5832', '1.5474', '2.0596'])
  expect(totals.y.map((total) => total.toFixed(4))).toEqual(['1.5832', '1.5922'])
  expect(seen.x).toEqual([
    'gradient on x: 1.58 so far, from 1 of 3 branches',
    'gradient on x: 1.55 so far, from 2 of 3 branches',
    'gradient on x: 2.06',
  ])
})

test('circuit-2’s printed 0.39 explains itself', async ({ page }) => {
  await open(page, circuit2, '&step=17')
  await expect(answer(page)).toContainText('0.196611… · 2 = 0.393223…')
  await expect(answer(page)).toContainText(
    'Rounded, it would look like 0.20 · 2.00 = 0.40; unrounded it is 0.39.',
  )
  await expect(picture(page).locator('.meeting')).toContainText('x0: 0.1966 · 2.00 = 0.3932')
})

test('the place is in the link, at both grains, and a link opens there', async ({ page }) => {
  await open(page, circuit1, '&step=3.1')
  expect(await stepName(page)).toBe('Step 4 of 5, backward, share 1')
  await expect(wire(page, 'q')).toHaveAttribute('data-gradient', '-4')
  await expect(wire(page, 'z')).not.toHaveAttribute('data-gradient')
  await leaveFields(page)
  await page.keyboard.press('PageDown')
  await expect.poll(() => linked(page)?.place).toEqual({ step: 4, share: 0 })
  await page.keyboard.press('End')
  await expect.poll(() => linked(page)?.place).toBeNull()
  await page.evaluate(() => {
    location.hash = `${location.hash}&step=1`
  })
  await expect(wire(page, 'f')).not.toHaveAttribute('data-value')
  await expect(wire(page, 'q')).toHaveAttribute('data-value', '3')
})

test('it plays by itself, at the pace that was chosen, and stops at the end', async ({ page }) => {
  await page.clock.install()
  await open(page)
  await button(page, 'Play').click()
  expect(await stepName(page)).toBe('Before step 1 of 5')
  await page.clock.runFor(2300)
  expect(await stepName(page)).toBe('Step 1 of 5, forward')
  await button(page, 'Pause').click()
  await page.clock.runFor(10_000)
  expect(await stepName(page)).toBe('Step 1 of 5, forward')
  await button(page, 'Pace').click()
  await page.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('4')
  await page.keyboard.press('Escape')
  await button(page, 'Play').click()
  await page.clock.runFor(600)
  expect(await stepName(page)).toBe('Step 2 of 5, forward')
  await page.clock.runFor(10_000)
  expect(await stepName(page)).toBe('All done')
  await expect(button(page, 'Play')).toBeVisible()
})

test('forward only it ends with all values, backward only it begins with them', async ({ page }) => {
  await open(page)
  const passes = async (part: string) => {
    await button(page, 'Pace').click()
    await page.getByRole('combobox', { name: 'Passes', exact: true }).selectOption(part)
    await page.keyboard.press('Escape')
  }
  await passes('forward')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await expect(picture(page).locator('.gradient')).toHaveCount(0)
  await passes('backward')
  expect(await stepName(page)).toBe('Step 2 of 5, forward')
  await button(page, 'Next step').click()
  expect(await stepName(page)).toBe('Step 3 of 5, the seed')
})

test('a step travels where motion is wanted, and leaves nothing behind', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.clock.install()
  await open(page, circuit1, '&step=3')
  await page.clock.pauseAt(Date.now() + 60_000)
  const tokens = picture(page).locator('.travels .token')
  const before = await picture(page).evaluate((svg) => svg.querySelectorAll('*').length)
  await button(page, 'Next step').click()
  await page.clock.runFor(100)
  await expect(tokens).not.toHaveCount(0)
  // What is known is there at once, whether or not anybody watches.
  await expect(wire(page, 'q')).toHaveAttribute('data-gradient', '-4')
  // The next step, taken before this one has arrived, has its whole time.
  await page.clock.runFor(300)
  await button(page, 'Next step').click()
  await page.clock.runFor(400)
  await expect(tokens).not.toHaveCount(0)
  await page.clock.runFor(400)
  await expect(tokens).toHaveCount(0)
  await expect(picture(page).locator('.coming')).toHaveCount(0)
  await button(page, 'Step back').click()
  await button(page, 'Step back').click()
  await expect(tokens).toHaveCount(0)
  await page.clock.resume()
  await expect(picture(page).locator('.meeting')).toHaveCount(0)
  await expect
    .poll(() => picture(page).evaluate((svg) => svg.querySelectorAll('*:not(.leaving, .leaving *)').length))
    .toBe(before)
})

test('without motion nothing travels, and the step is the same', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, circuit1, '&step=3')
  const born = await picture(page).evaluate((svg) => {
    const seen: string[] = []
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element) seen.push(node.getAttribute('class') ?? '')
    }).observe(svg, { subtree: true, childList: true })
    Object.assign(window, { seen })
    return seen.length
  })
  expect(born).toBe(0)
  await button(page, 'Next step').click()
  await expect(wire(page, 'q')).toHaveAttribute('data-gradient', '-4')
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join())).not.toContain(
    'travels',
  )
})

test('what is not known yet is not told', async ({ page }) => {
  await open(page, staged, '&step=20')
  await number(page, 'gradient on x').hover()
  await expect(answer(page)).toContainText('gradient on x so far = 1.58318…')
  await open(page, circuit1, '&step=0')
  await picture(page).locator('[data-gate="mul"] .body').hover()
  await expect(answer(page)).toContainText('f: not computed yet')
})

test('an input is dragged in the middle of the story, and the place is kept', async ({ page }) => {
  await open(page, circuit1, '&step=4')
  await number(page, 'value of x').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-16')
  await expect(wire(page, 'z')).toHaveAttribute('data-gradient', '4')
  await expect(wire(page, 'x')).not.toHaveAttribute('data-gradient')
  expect(await stepName(page)).toBe('Step 4 of 5, backward')
})

test('arrows walk along the wires where a number has the focus, and step elsewhere', async ({ page }) => {
  await open(page, circuit1, '&step=1')
  await leaveFields(page)
  await page.keyboard.press('ArrowRight')
  expect(await stepName(page)).toBe('Step 2 of 5, forward')
  await number(page, 'value of x').focus()
  await page.keyboard.press('ArrowRight')
  expect(await stepName(page)).toBe('Step 2 of 5, forward')
  // A gradient that is not known yet is passed by.
  await page.keyboard.press('ArrowRight')
  await expect(number(page, 'value of q')).toBeFocused()
})

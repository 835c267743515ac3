import { expect, type Page, test } from '@playwright/test'
import { answer, button, circuit1, number, open, picture, setting, textOf, wire } from './helpers/app'

const staged = [
  'x = 3',
  'y = -4',
  'sigy = 1.0 / (1 + math.exp(-y))  #(1)',
  'num = x + sigy                   #(2)',
  'sigx = 1.0 / (1 + math.exp(-x))  #(3)',
  'xpy = x + y                      #(4)',
  'xpysqr = xpy**2                  #(5)',
  'den = sigx + xpysqr              #(6)',
  'invden = 1.0 / den               #(7)',
  'f = num * invden                 #(8)',
].join('\n')
const circuit2 = 'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))'

const beside = (page: Page) => page.getByRole('region', { name: 'Beside the answer' })
const stepName = (page: Page) =>
  page.getByRole('slider', { name: 'Step', exact: true }).getAttribute('aria-valuetext')
const choose = (page: Page, name: string) => beside(page).getByRole('button', { name }).click()
const leaveFields = (page: Page) =>
  page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())

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
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('&step=4')
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('step')
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
  await open(page, circuit1, '&step=3')
  const tokens = picture(page).locator('.travels .token')
  const before = await picture(page).evaluate((svg) => svg.querySelectorAll('*').length)
  await button(page, 'Next step').click()
  await expect(tokens.first()).toBeVisible()
  // What is known is there at once, whether or not anybody watches.
  await expect(wire(page, 'q')).toHaveAttribute('data-gradient', '-4')
  await expect(tokens).toHaveCount(0)
  await expect(picture(page).locator('.coming')).toHaveCount(0)
  await button(page, 'Step back').click()
  await expect(tokens).toHaveCount(0)
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

/** f = x·y at (4, −3), worked out by hand: the output, the change, the change per unit of the nudge. */
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

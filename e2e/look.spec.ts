import { expect, type Page, test } from '@playwright/test'
import { button, number, open, picture, setting, turnTo, wire } from './helpers/app'
import { violations } from './helpers/axe'

for (const theme of ['light', 'dark', 'lecture'])
  test(`axe finds nothing where the theme is ${theme}, also with an answer, a problem, a kink and the gallery open`, async ({
    page,
  }) => {
    await open(page, 'x = 2; y = 2; f = max(x, y) * exp(x) + x', `&theme=${theme}`)
    expect(await violations(page)).toEqual([])
    await number(page, 'gradient on x').click()
    expect(await violations(page)).toEqual([])
    await button(page, 'Gallery').click()
    await expect(page.getByRole('dialog', { name: 'Gallery' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await open(page, 'x = 1\nf = sigmod(x', `&theme=${theme}`)
    expect(await violations(page)).toEqual([])
  })

test('the system’s preference is followed until a theme is chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await ground()
  await (await setting(page, 'Theme')).selectOption({ label: 'Light' })
  expect(await ground()).not.toBe(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  await (await setting(page, 'Theme')).selectOption({ label: 'Dark' })
  expect(await ground()).toBe(dark)
})

test('values and gradients wear the colours of their theme', async ({ page }) => {
  const colours = async () => [
    await number(page, 'value of q').evaluate(
      (element) => getComputedStyle(element.querySelector('text') ?? element).fill,
    ),
    await number(page, 'gradient on q').evaluate(
      (element) => getComputedStyle(element.querySelector('text') ?? element).fill,
    ),
  ]
  await open(page)
  expect(await colours()).toEqual(['rgb(0, 90, 181)', 'rgb(196, 60, 0)'])
  await (await setting(page, 'Theme')).selectOption({ label: 'Dark' })
  expect(await colours()).toEqual(['rgb(94, 200, 242)', 'rgb(255, 164, 92)'])
  await (await setting(page, 'Theme')).selectOption({ label: 'Lecture colours' })
  expect(await colours()).toEqual(['rgb(0, 128, 0)', 'rgb(224, 0, 0)'])
})

const scaleOf = (page: Page) =>
  picture(page).evaluate((svg) => (svg.querySelector('.camera') as SVGGElement).getCTM()?.a ?? 0)

test('the picture zooms by wheel and button, pans by drag, and fits again', async ({ page }) => {
  await open(page)
  const fitted = await scaleOf(page)
  await button(page, 'Zoom in').click()
  await expect.poll(() => scaleOf(page)).toBeGreaterThan(fitted)
  await button(page, 'Fit').click()
  await expect.poll(() => scaleOf(page)).toBeCloseTo(fitted, 5)
  const gate = picture(page).locator('[data-gate="add"]')
  const before = await gate.boundingBox()
  await picture(page).hover({ position: { x: 20, y: 20 } })
  await page.mouse.down()
  await page.mouse.move(600, 300)
  await page.mouse.up()
  expect((await gate.boundingBox())?.x).not.toBe(before?.x)
  await picture(page).hover({ position: { x: 200, y: 200 } })
  await page.mouse.wheel(0, -400)
  await expect.poll(() => scaleOf(page)).toBeGreaterThan(fitted)
})

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [390, 844],
] as const)
  test(`at ${width}×${height} nothing is under 12 px at first sight and the page does not scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    const { gallery } = await import('../src/program/gallery')
    await open(page)
    for (const { id, ...example } of gallery.slice(0, 7)) {
      await turnTo(page, example)
      const smallest = await picture(page).evaluate((svg) => {
        const scale = (svg.querySelector('.camera') as SVGGElement).getCTM()?.a ?? 0
        return Math.min(
          ...[...svg.querySelectorAll('text')].map(
            (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
          ),
        )
      })
      expect(smallest, id).toBeGreaterThanOrEqual(11.99)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(width)
    }
  })

for (const [motion, glides] of [
  ['reduce', false],
  ['no-preference', true],
] as const)
  test(`where a person asks for ${motion}, a gate that moves ${glides ? 'glides' : 'jumps'}`, async ({
    page,
  }) => {
    await page.clock.install()
    await page.emulateMedia({ reducedMotion: motion })
    await open(page, 'x = 1; f = exp(x)')
    // Time stands still, however busy the machine is, and goes on a little at a time.
    await page.clock.pauseAt(new Date(Date.now() + 60_000))
    const height = () =>
      picture(page).locator('[data-gate="exp"] .outline').last().getAttribute('y').then(Number)
    const seen = [await height()]
    await page.evaluate(() => {
      location.hash = '#x=1;y=2;a=exp(y);f=exp(x)*a'
    })
    await expect(wire(page, 'y')).toBeVisible()
    for (let i = 0; i < 8; i++) {
      await page.clock.runFor(50)
      seen.push(await height())
    }
    const places = new Set(seen).size
    if (glides) expect(places).toBeGreaterThan(3)
    else expect(places).toBeLessThanOrEqual(2)
  })

test('what goes on beyond an edge is marked there, and Fit shows the whole', async ({ page }) => {
  const { gallery } = await import('../src/program/gallery')
  await open(page, gallery.find(({ id }) => id === 'staged')?.source ?? '')
  await expect(picture(page)).toHaveAttribute('data-beyond', 'right')
  await button(page, 'Fit').click()
  await expect(picture(page)).toHaveAttribute('data-beyond', '')
  const [output, stage] = [await wire(page, 'f').boundingBox(), await picture(page).boundingBox()]
  if (!output || !stage) throw new Error('no picture')
  expect(output.x + output.width).toBeLessThanOrEqual(stage.x + stage.width)
})

test('another program is seen from its own first sight, however the last one was moved', async ({ page }) => {
  await open(page, 'x = 1; y = 2; f = x * y')
  const first = await scaleOf(page)
  for (let i = 0; i < 4; i++) await button(page, 'Zoom out').click()
  expect(await scaleOf(page)).toBeLessThan(first)
  await page.evaluate(() => {
    location.hash = '#x=1;b=2;g=x*b'
  })
  await expect(wire(page, 'g')).toBeVisible()
  await expect.poll(() => scaleOf(page)).toBeCloseTo(first, 5)
})

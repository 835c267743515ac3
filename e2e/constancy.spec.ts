import { expect, type Page, test } from '@playwright/test'
import { button, circuit1, editor, linked, number, open, picture, textOf, wire } from './helpers/app'

/** Marks elements, to see later which of them are still the same. */
const tag = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => {
    for (const element of elements) Object.assign(element, { seen: true })
    return elements.length
  })
const tagged = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => elements.filter((element) => 'seen' in element).length)

test('typing at one end keeps every element of the other, and they glide', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await open(page, 'x = 1; y = 2\nq = exp(x)\nf = q * y')
  const kept = '[data-gate="exp"] .body, [data-wire="x"] .value, [data-wire="q"] .gradient'
  expect(await tag(page, kept)).toBe(3)
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' + tanh(y)')
  await expect(picture(page).locator('[data-gate="tanh"]')).toBeVisible()
  expect(await tagged(page, kept)).toBe(3)
  // In the middle of a word the text is broken; the picture stays all the same.
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 10; i++) await page.keyboard.press('Backspace')
  await expect(picture(page).locator('[data-gate="tanh"]')).toHaveCount(0)
  expect(await tagged(page, kept)).toBe(3)
})

test('dragging changes numbers and nothing else', async ({ page }) => {
  await open(page, circuit1)
  const all = '.stage *'
  const count = await tag(page, all)
  const box = await number(page, 'value of x').boundingBox()
  if (!box) throw new Error('no number')
  await page.mouse.move(box.x + 8, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 8, box.y - 60, { steps: 10 })
  await expect(wire(page, 'x')).not.toHaveAttribute('data-value', '-2')
  await page.mouse.up()
  // The frame round the number that is asked about comes and goes.
  expect(await tagged(page, all)).toBeGreaterThanOrEqual(count - 4)
})

test('from one circuit of the gallery to another, what has the same name in both stays', async ({ page }) => {
  await open(page, circuit1)
  const x = '[data-wire="x"]'
  await tag(page, x)
  await button(page, 'Gallery').click()
  await page.getByRole('button', { name: /^Circuit 3/ }).click()
  await expect(picture(page).locator('[data-gate="max"]')).toBeVisible()
  expect(await tagged(page, x)).toBe(1)
})

test('ten seconds of dragging leak nothing and spare the address bar', async ({ page }) => {
  test.setTimeout(60_000)
  await page.addInitScript(() => {
    const calls: number[] = []
    const replace = history.replaceState.bind(history)
    history.replaceState = (...args) => {
      calls.push(performance.now())
      replace(...args)
    }
    Object.assign(window, { calls })
  })
  await open(page, 'w0 = 2.00; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const weigh = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') }
  }
  const box = await number(page, 'value of w0').boundingBox()
  if (!box) throw new Error('no number')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  /** A move a frame, for so many milliseconds of the page's own clock. */
  const drag = async (milliseconds: number) => {
    const start = await page.evaluate(() => performance.now())
    for (let i = 0; (await page.evaluate(() => performance.now())) - start < milliseconds; i++) {
      await page.mouse.move(x, y + 60 * Math.sin(i / 10))
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }
  await drag(1000)
  const before = await weigh()
  const elements = await page.locator('*').count()
  await drag(10_000)
  const after = await weigh()
  expect(await page.locator('*').count()).toBe(elements)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 50)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2)
  await page.mouse.up()
  const calls = await page.evaluate(() => (window as unknown as { calls: number[] }).calls)
  const busiest = Math.max(
    ...calls.map((at) => calls.filter((time) => time >= at && time < at + 10_000).length),
  )
  expect(calls.length, 'the address follows at all').toBeGreaterThan(5)
  expect(busiest, 'calls in any ten seconds').toBeLessThanOrEqual(25)
  await expect.poll(() => linked(page)?.source).toBe(await textOf(page))
})

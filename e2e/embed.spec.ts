import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { circuit1, example } from './helpers/app'
import { violations } from './helpers/axe'

const number = (frame: Page | FrameLocator, wire: string) =>
  frame.locator(`svg[role="group"] [data-wire="${wire}"]`)
const hash = '#x=-2;y=5;z=-4;q=x+y;f=q*z'

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

test('the circuit alone weighs at most 150 kB compressed, and is one classic script', () => {
  const weights = ['embed.js', 'embed.css'].map((file) => gzipSync(readFileSync(`dist/${file}`)).length)
  // With its style sheet, which holds the typeface.
  expect(weights[0] as number).toBeGreaterThan(20_000)
  expect(weights.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(150_000)
  const page = readFileSync('dist/embed.html', 'utf8')
  expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="./embed.js" defer>'])
  expect(readFileSync('dist/embed.js', 'utf8')).not.toContain('codemirror')
})

test('it has the circuit, its steps and the way to the whole app, and axe finds nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 420 })
  await page.goto(`./embed.html${hash}&step=3`)
  await expect(number(page, 'f')).toHaveAttribute('data-gradient', '1')
  await expect(number(page, 'q')).not.toHaveAttribute('data-gradient')
  await page.keyboard.press('PageDown')
  await expect(number(page, 'q')).toHaveAttribute('data-gradient', '-4')
  await expect(page.getByText('A product swaps')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  const whole = page.getByRole('link', { name: 'Open in Backflow' })
  const [opened] = await Promise.all([page.waitForEvent('popup'), whole.click()])
  await expect(opened.getByRole('textbox', { name: 'Program' })).toBeVisible()
  await expect(number(opened, 'q')).toHaveAttribute('data-gradient', '-4')
  await expect(number(opened, 'x')).not.toHaveAttribute('data-gradient')
})

test('without controls there is the picture alone, and it may play by itself', async ({ page }) => {
  await page.clock.install()
  await page.goto(`./embed.html${hash}&controls=none&autoplay=1&view=embed`)
  await expect(page.getByRole('button', { name: 'Next step' })).toHaveCount(0)
  await expect(number(page, 'q')).not.toHaveAttribute('data-value')
  await page.clock.runFor(2300)
  await expect(number(page, 'q')).toHaveAttribute('data-value', '3')
})

test('a link to the whole page that asks for the circuit alone leads there', async ({ page }) => {
  await page.goto(`./${hash}&view=embed&step=1`)
  await expect(page).toHaveURL(/embed\.html#/)
  await expect(number(page, 'q')).toHaveAttribute('data-value', '3')
})

test('a sandboxed frame of the whole page, which is refused module scripts, finds the circuit alone', async ({
  page,
}) => {
  await page.goto('./examples/page.html')
  await page.evaluate((fragment) => {
    const frame = document.querySelector<HTMLIFrameElement>('#circuit')
    frame?.setAttribute('sandbox', 'allow-scripts')
    frame?.setAttribute('src', `../index.html${fragment}&view=embed&step=1`)
  }, hash)
  await expect(number(page.frameLocator('#circuit'), 'q')).toHaveAttribute('data-value', '3')
})

test('an example page steps it from outside, in a sandbox without storage', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto('./examples/page.html')
  const frame = page.frameLocator('#circuit')
  const state = page.locator('#state')
  await expect(state).toHaveText('step 0 of 5')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(state).toHaveText('step 1 of 5')
  await expect(number(frame, 'q')).toHaveAttribute('data-value', '3')
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(state).toHaveText('step 0 of 5')
  await page.getByRole('button', { name: 'Another program' }).click()
  await expect(state).toHaveText('step 0 of 3')
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Next' }).click()
  await expect(state).toHaveText('all 3 steps')
  await expect(number(frame, 'x')).toHaveAttribute('data-gradient', '6')
  expect(faults).toEqual([])
})

test('the wheel scrolls the page around it; with Ctrl it zooms the picture', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 400 })
  await page.goto('./examples/page.html')
  const frame = page.frameLocator('#circuit')
  await expect(number(frame, 'x')).toBeVisible()
  const camera = frame.locator('.camera')
  const before = await camera.getAttribute('transform')
  await number(frame, 'x').hover()
  await page.mouse.wheel(0, 60)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  expect(await camera.getAttribute('transform')).toBe(before)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(() => camera.getAttribute('transform')).not.toBe(before)
})

test('messages from others, or that are none, change nothing', async ({ page }) => {
  await page.goto('./examples/page.html')
  const frame = page.frameLocator('#circuit')
  await expect(number(frame, 'x')).toBeVisible()
  await page.evaluate(() => {
    const target = document.querySelector<HTMLIFrameElement>('#circuit')?.contentWindow
    for (const message of [
      null,
      'next',
      { type: 'backflow:step', step: -1 },
      { type: 'backflow:program', source: 5 },
    ])
      target?.postMessage(message, '*')
    const stranger = document.body.appendChild(document.createElement('iframe'))
    stranger.srcdoc = '<script>parent.frames[0].postMessage({ type: "backflow:next" }, "*")</scr' + 'ipt>'
  })
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)))
  await expect(page.locator('#state')).toHaveText('step 0 of 5')
})

test('in reveal.js a clicker goes through the circuit, then on to the next slide', async ({ page }) => {
  await page.route('https://cdn.jsdelivr.net/npm/reveal.js@6.0.2/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/npm/reveal.js@6.0.2/', '')
    return route.fulfill({ path: `node_modules/reveal.js/${path}` })
  })
  await page.goto('./examples/slides.html')
  const shown = () => page.locator('.slides > section.present').evaluate((slide) => slide.textContent?.trim())
  await expect.poll(shown).toBe('Before the circuit')
  await page.keyboard.press('PageDown')
  const frame = page.frameLocator('iframe.backflow')
  await expect(number(frame, 'q')).not.toHaveAttribute('data-value')
  for (let i = 0; i < 6; i++) await page.keyboard.press('PageDown')
  await expect(number(frame, 'x')).toHaveAttribute('data-gradient', '-4')
  await page.keyboard.press('PageDown')
  await expect.poll(shown).toBe('After the circuit')
})

test('a program that is broken says so, and the frame lives on', async ({ page }) => {
  await page.goto('./embed.html#f=(x+')
  await expect(page.getByText('not a circuit yet')).toBeVisible()
  await page.evaluate((source) => postMessage({ type: 'backflow:program', source }, '*'), circuit1)
  await page.goto(`./embed.html#${encodeURIComponent(example('staged'))}&step=0`)
  await expect(number(page, 'x')).toBeVisible()
})

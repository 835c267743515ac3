import { expect, type Page, test } from '@playwright/test'
import { button, editor, linked, open, picture, problems, setting, textOf, type, wire } from './helpers/app'
import { filesNeededBy } from './helpers/built'

test('a link written by hand opens its circuit, with its settings', async ({ page }) => {
  await page.goto('./#x=-2;y=5;z=-4;f=(x+y)*z&digits=2')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await expect(wire(page, 'f')).toContainText('−12.00')
  await expect(await setting(page, 'Digits')).toHaveValue('2')
})

test('changing the hash changes the circuit; undo brings the earlier text back', async ({ page }) => {
  await open(page, 'x=1;f=x*2')
  await page.evaluate(() => {
    location.hash = '#x=5;f=x*2'
  })
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '10')
  await button(page, 'Undo').click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '2')
})

test('the address follows what is typed, and opens the same', async ({ page }) => {
  await open(page)
  await type(page, 'x = 4 # blanks, a comment & an ampersand\nf = x*x')
  await expect.poll(() => linked(page)?.source).toContain('f = x*x')
  await page.reload()
  await expect(editor(page)).toBeVisible()
  expect(await textOf(page)).toBe('x = 4 # blanks, a comment & an ampersand\nf = x*x')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '16')
})

test('a link with a broken program opens in the editor with its problems', async ({ page }) => {
  await open(page, 'f=(x+y*')
  await expect(problems(page)).toContainText('never closed')
  expect(await textOf(page)).toBe('f=(x+y*')
})

test('Back and Forward walk through links', async ({ page }) => {
  await page.goto('./#x=1;f=x+1')
  await page.goto('./#x=2;f=x+1')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '3')
  await page.goBack()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '2')
  await page.goForward()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '3')
})

test('a link that cannot be read says so and opens nothing else in its name', async ({ page }) => {
  await page.goto('./#1AbCdEf')
  await expect(page.getByRole('status')).toContainText('cut or changed on the way')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
  await button(page, 'Close').click()
  await expect(page.getByText('cut or changed on the way')).toHaveCount(0)
  await page.evaluate(() => {
    location.hash = '#hello'
  })
  await expect(page.getByRole('status')).toContainText('cut or changed on the way')
})

/** Opens a fragment while the page's own script is still on its way; `asked` is what is asked for meanwhile. */
const holding = async (page: Page, fragment: string) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(/assets\/[^/]*\.js$/.exec(request.url())?.[0] ?? ''))
  let release = () => {}
  const held = new Promise<void>((go) => {
    release = go
  })
  await page.route('**/assets/index-*.js', (route) => held.then(() => route.continue()))
  const ahead = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/ahead.js'))
  await page.goto(`./${fragment}`, { waitUntil: 'commit' })
  await ahead
  return { asked, release }
}

for (const [kind, fragment, module] of [
  ['a link', '#x=1;f=x+1', 'src/share/address.ts'],
  ['a long one', `#${'x=1;'.repeat(600)}f=x+1`, 'src/app/large.ts'],
] as const)
  test(`what ${kind} needs is fetched beside the page’s script, not after it`, async ({ page }) => {
    const start = filesNeededBy('index.html')
    const files = [...filesNeededBy(module)].filter((file) => !start.has(file))
    expect(files.length).toBeGreaterThan(0)
    const { asked, release } = await holding(page, fragment)
    await expect.poll(() => files.filter((file) => !asked.has(file))).toEqual([])
    release()
    await expect(picture(page).locator('.wire').first()).toBeAttached({ timeout: 20_000 })
  })

test('who comes without a link waits for nothing of it', async ({ page }) => {
  const { asked, release } = await holding(page, '')
  // What it asks for, it asks for at once: a frame later it would have.
  await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))))
  expect([...asked].filter((file) => file !== '' && !file.includes('/index-'))).toEqual([])
  release()
  await expect(picture(page).locator('.wire').first()).toBeAttached({ timeout: 20_000 })
})

import { expect, type Page, test } from '@playwright/test'
import { button, editor, linked, open, picture, problems, setting, textOf, type, wire } from './helpers/app'

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

/** Of what is asked for while the page's own script is still on its way. */
const askedAhead = async (page: Page, fragment: string): Promise<readonly string[]> => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(/assets\/(\w+)-[^/]*\.js$/.exec(request.url())?.[1] ?? ''))
  let release = () => {}
  const held = new Promise<void>((go) => {
    release = go
  })
  await page.route('**/assets/index-*.js', (route) => held.then(() => route.continue()))
  await page.goto(`./${fragment}`, { waitUntil: 'commit' })
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/ahead.js')),
  )
  await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))))
  const early = asked.filter((name) => name !== '' && name !== 'index')
  release()
  await expect(picture(page).locator('.wire').first()).toBeAttached()
  return early.toSorted()
}

test('what reads a link is fetched beside the page’s script, not after it', async ({ page }) => {
  const early = await askedAhead(page, '#x=1;f=x+1')
  expect(early).toEqual(['address', 'frame', 'link', 'query'])
})

test('for a long link what large circuits take is, too', async ({ page }) => {
  const long = `${'x=1;'.repeat(600)}f=x+1`
  const early = await askedAhead(page, `#${long}`)
  expect(early).toEqual(expect.arrayContaining(['address', 'large']))
})

test('who comes without a link waits for nothing of it', async ({ page }) => {
  expect(await askedAhead(page, '')).toEqual([])
})

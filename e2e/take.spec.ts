import { readFileSync } from 'node:fs'
import { type Download, expect, type Page, test } from '@playwright/test'
import { chainText, randomText } from '../src/program/large-programs'
import { programIn } from '../src/take/program-in'
import { button, circuit1, editor, example, kept, open, picture, textOf, visit, wire } from './helpers/app'
import { violations } from './helpers/axe'
import { bring } from './helpers/large'

const take = async (page: Page, name: string): Promise<Download> => {
  await button(page, 'Take along').click()
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  await page.keyboard.press('Escape')
  return file
}
const textIn = async (file: Download): Promise<string> => readFileSync(await file.path(), 'utf8')

test('an SVG file holds the picture at this step, as text, and opens again when it is dropped', async ({
  page,
}) => {
  await open(page, circuit1, '&step=4')
  const file = await take(page, 'SVG')
  expect(file.suggestedFilename()).toBe('f.svg')
  const svg = await textIn(file)
  expect(programIn(svg)).toBe(circuit1)
  expect(svg).toMatch(/<title>[^<]*Backflow<\/title><desc>Circuit of 3 inputs and 2 gates/)
  for (const number of ['−2', '−12', '3', ' · (−4) = ']) expect(svg).toContain(number)
  expect(svg).toContain('font-family="&quot;Source Sans 3')
  expect(svg).not.toMatch(/ class=| style=|var\(|role="button"|tabindex/)
  // What has stepped back is a mixed colour on the page; in the file it is one that every reader knows.
  expect(svg).toMatch(/stroke="rgb\(1\d\d, 1\d\d, 1\d\d\)"/)
  expect(svg).not.toContain('color(')
  // It is drawn as it is, without the page's style sheets: the wire of q has its colour and width.
  await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`)
  const drawn = await page.evaluate(() => ({
    texts: [...document.querySelectorAll('text')].map((text) => text.textContent),
    fault: document.querySelector('parsererror')?.textContent ?? null,
  }))
  expect(drawn.fault).toBeNull()
  expect(drawn.texts).toEqual(expect.arrayContaining(['−2', '5', '−4', '3', '−12', 'q', 'f']))

  await visit(page)
  await kept(page)
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text.replaceAll('q * z', 'q * z * 2')], 'f.svg', { type: 'image/svg+xml' }))
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
  }, svg)
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-24')
})

test('a PNG file is as large as it is asked to be, with ground or without', async ({ page }) => {
  await open(page, circuit1)
  const pixels = async (name: string) => {
    const file = await take(page, name)
    const data = readFileSync(await file.path()).toString('base64')
    return page.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: image.width, height: image.height })
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      const inked = data.filter((value, i) => i % 4 === 3 && value > 0).length
      return { width: image.width, corner: data[3], inked: inked / (image.width * image.height) }
    }, data)
  }
  const [one, four] = [await pixels('PNG 1×'), await pixels('PNG 4×')]
  expect(Math.abs(four.width - 4 * one.width)).toBeLessThanOrEqual(4)
  expect(one).toMatchObject({ corner: 255, inked: 1 })
  await button(page, 'Take along').click()
  await page.getByLabel('transparent ground').check()
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'PNG 2×').click()])
  const bytes = readFileSync(await file.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(await violations(page)).toEqual([])
})

test('a picture is put on the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, circuit1)
  await button(page, 'Take along').click()
  await button(page, 'Copy').click()
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types])),
    )
    .toContain('image/png')
})

test('TikZ, Beamer, Graphviz and code are saved as files', async ({ page }) => {
  await open(page, example('staged'))
  const tikz = await textIn(await take(page, 'TikZ'))
  expect(tikz).toContain('\\documentclass[border=4pt]{standalone}')
  expect(tikz).toContain('invden')
  const beamer = await textIn(await take(page, 'Beamer, an overlay each'))
  expect(beamer.match(/\\only</g)?.length).toBeGreaterThan(20)
  expect(await textIn(await take(page, 'Graphviz'))).toContain('digraph backflow')
  const file = await take(page, 'Save the code')
  expect(file.suggestedFilename()).toBe('f.py')
  expect(await textIn(file)).toMatch(/dfdx = 1\.0 \* dfdxpy +#\(4\)[\s\S]*dfdx \+= 1\.0 \* dfdnum +#\(2\)/)
  expect(await textOf(page)).toBe(example('staged'))
})

test('a circuit that is seen through a window goes into files and onto pages number by number', async ({
  page,
}) => {
  const program = randomText(180)
  await open(page, program)
  await expect(page.locator('.minimap')).toBeVisible()
  const inSight = await picture(page).locator('.wire').count()
  const names = [...program.matchAll(/^([gx]\d+) = /gm)].map(([, name]) => name as string)
  expect(inSight).toBeLessThan(names.length / 2)
  const tikz = await textIn(await take(page, 'TikZ'))
  const svg = await textIn(await take(page, 'SVG'))
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(tikz))).toEqual([])
  expect(names.filter((name) => !svg.includes(`>${name}<`))).toEqual([])
})

test('all steps are printed, a page each; a worksheet has blanks and its solution none', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () =>
      Object.assign(window, { printed: document.querySelectorAll('.pages section').length })
  })
  await open(page, circuit1)
  const printed = () => page.evaluate(() => (window as unknown as { printed?: number }).printed)
  await button(page, 'Take along').click()
  await button(page, 'Print, a page each').click()
  await expect.poll(printed).toBe(6)
  const pages = page.locator('.pages section')
  await expect(pages.nth(0).locator('svg .number.gradient')).toHaveCount(0)
  await expect(pages.nth(5).locator('svg .number.gradient')).toHaveCount(5)
  await expect(pages.nth(4).locator('p')).toContainText('The inputs change places')
  await page.emulateMedia({ media: 'print' })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(6)
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(pages).toHaveCount(0)
  await button(page, 'Worksheet and solution').click()
  await expect(pages).toHaveCount(2)
  await expect(pages.nth(0).locator('svg .number.gradient')).toHaveCount(0)
  await expect(pages.nth(0).locator('pre')).toContainText('dfdq = ________')
  await expect(pages.nth(1).locator('pre')).toContainText('dfdq = z * dfdf')
})

test('where the browser cannot, it says so', async ({ page }) => {
  await page.addInitScript('HTMLCanvasElement.prototype.toBlob = (done) => done(null)')
  await open(page, circuit1)
  await expect(editor(page)).toBeVisible()
  await button(page, 'Take along').click()
  await button(page, 'PNG 4×').click()
  await expect(page.getByRole('alert')).toContainText('That did not work in this browser: too large')
})

test('what takes a moment to be written says so first', async ({ page }) => {
  await bring(page, chainText(20_000))
  await button(page, 'Take along').click()
  await page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    new MutationObserver(() => {
      const now = document.querySelector('.takes [role="status"]')?.textContent ?? ''
      // Words that are taken back before they are painted were never there.
      requestAnimationFrame(() => told.push(now))
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save the code').click()])
  expect((await textIn(file)).split('\n').length).toBeGreaterThan(40_000)
  const status = page.locator('.takes [role="status"]')
  await expect(status).toHaveText('')
  const told = await page.evaluate(() => (window as unknown as { readonly told: readonly string[] }).told)
  expect(told).toContain('Writing 20,001 wires …')
})

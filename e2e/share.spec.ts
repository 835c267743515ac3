import { expect, test } from '@playwright/test'
import jsQR from 'jsqr'
import { readAddress } from '../src/share/address'
import { button, circuit1, editor, example, kept, linked, open, put, textOf, wire } from './helpers/app'
import { violations } from './helpers/axe'

const opens = (link: string) => {
  const reading = readAddress(new URL(link).hash)
  return reading.kind === 'frame' ? reading.opened : null
}

test('the link is copied, and opens the same program at the same step', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, circuit1, '&step=3')
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: 'Share' })
  await expect(dialog.getByText(/\d+ characters: a cut or changed copy is noticed/)).toBeVisible()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Copy Link' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied Link' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(opens(link)).toMatchObject({ source: circuit1, place: { step: 3, share: 0 } })
  await dialog.getByRole('checkbox', { name: 'at this step' }).uncheck()
  expect(
    opens(await dialog.getByRole('textbox', { name: 'Link', exact: true }).inputValue())?.place,
  ).toBeNull()
  const byHand = await dialog.getByRole('textbox', { name: 'As text' }).inputValue()
  expect(byHand).toMatch(/#x=-2;y=5;z=-4;q=x\+y;f=q\*z$/)
  const snippet = await dialog.getByRole('textbox', { name: 'For a page' }).inputValue()
  expect(opens(/src="([^"]+)"/.exec(snippet)?.[1] ?? '')?.embed).toEqual({
    controls: 'steps',
    autoplay: false,
  })
  await page.goto('about:blank')
  await page.goto(link)
  await expect(editor(page)).toBeVisible()
  expect(await textOf(page)).toBe(circuit1)
  await expect(wire(page, 'q')).not.toHaveAttribute('data-gradient')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the code fills the screen, black on white, and an independent reader reads it: ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 640, height: 480 })
    await open(page, example('circuit-2'))
    await button(page, 'Share').click()
    const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue()
    await page.getByText('Show it to the hall').click()
    const shot = (await page.screenshot()).toString('base64')
    const { data, width, height } = await page.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      // Half as large: as many numbers as are handed over in no time.
      const [across, down] = [image.width / 2, image.height / 2]
      Object.assign(canvas, { width: across, height: down })
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      context.drawImage(image, 0, 0, across, down)
      const { data, width, height } = context.getImageData(0, 0, across, down)
      return { data: [...data], width, height }
    }, shot)
    expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(link)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible()
  })

test('a program too long for a link says what to do instead', async ({ page }) => {
  await open(page)
  const noise = Array.from(
    { length: 1500 },
    (_, i) => `# ${((i * 7919) % 99_991).toString(36)}${(i * 31) % 977}`,
  )
  await kept(page)
  await page.evaluate(
    (text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    },
    `x = 1\nf = x\n${noise.join('\n')}`,
  )
  await button(page, 'Share').click()
  await expect(page.getByText('This program is too long for a link.')).toBeVisible()
})

test('fifty times Back and Forward, and the program is always that of the address', async ({ page }) => {
  await page.goto('./#x=1;f=x+1')
  await page.goto('./#x=2;f=x+1')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '3')
  await page.evaluate(async () => {
    const turned = () => new Promise((done) => addEventListener('popstate', done, { once: true }))
    for (let i = 0; i < 50; i++) {
      const done = turned()
      if (i % 2 === 0) history.back()
      else history.forward()
      await done
    }
  })
  await expect.poll(() => linked(page)?.source).toBe('x=2;f=x+1')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '3')
})

test('the address is changed by hand while something is typed: nothing typed is lost', async ({ page }) => {
  await open(page, circuit1)
  await put(page, 'x = 9; f = x * x')
  await page.evaluate(() => {
    location.hash = '#y=5;f=y*2'
  })
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '10')
  await button(page, 'Undo').click()
  expect(await textOf(page)).toBe('x = 9; f = x * x')
  await page.evaluate(() => {
    location.hash = `#1${'A'.repeat(1_000_000)}`
  })
  await expect(page.getByRole('status').first()).toContainText('longer than what a link may be')
  expect(await textOf(page)).toBe('x = 9; f = x * x')
})

for (const [name, hash, says] of [
  ['cut', '#1AbCdEf', 'cut or changed on the way'],
  ['newer', '#7AbCdEfGh', 'newer version'],
  ['no link', '#chapter-2', 'cut or changed on the way'],
] as const)
  test(`a link that is ${name} says so in a sentence`, async ({ page }) => {
    await page.goto(`./${hash}`)
    await expect(page.getByRole('status').first()).toContainText(says)
    await expect(wire(page, 'f')).toHaveAttribute('data-value', '-12')
    expect(new URL(page.url()).hash).toBe(hash)
  })

test('a link that was mended says what was undone', async ({ page }) => {
  await open(page, example('staged'))
  await put(page, 'x = 6; f = x * 7')
  await expect.poll(() => linked(page)?.source).toBe('x = 6; f = x * 7')
  const { hash } = new URL(page.url())
  await page.goto('about:blank')
  await page.goto(`./#<${hash.slice(1, 9)}%0D%0A${hash.slice(9)}>.`)
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '42')
  await expect(page.getByRole('status').first()).toContainText('line breaks in it')
})

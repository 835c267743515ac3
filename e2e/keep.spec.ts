import { expect, type Page, test } from '@playwright/test'
import { button, circuit1, editor, kept, linked, open, put, textOf, type, visit, wire } from './helpers/app'
import { violations } from './helpers/axe'
import { paste } from './helpers/large'

const saved = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('backflow:work:'))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}').source),
  )
const recent = async (page: Page) => {
  await button(page, 'Recent').click()
  return page.getByRole('dialog', { name: 'Recent' })
}

test('what was written is there again without an address, and its step', async ({ page, context }) => {
  await visit(page)
  await put(page, 'x = 4\nf = x * x')
  await button(page, 'Step back').click()
  await expect.poll(() => saved(page)).toEqual(['x = 4\nf = x * x'])
  await page.close()
  const again = await context.newPage()
  await visit(again)
  expect(await textOf(again)).toBe('x = 4\nf = x * x')
  await expect(again.getByRole('slider', { name: 'Step', exact: true })).not.toHaveAttribute(
    'aria-valuetext',
    'All done',
  )
  // Whoever copies the address now shares this program.
  await expect.poll(() => linked(again)?.source).toBe('x = 4\nf = x * x')
})

test('a page that is killed loses less than a second of typing', async ({ page }) => {
  await page.clock.install()
  await visit(page)
  await page.clock.runFor(1000)
  await type(page, 'x = 5\nf = x * 7')
  await page.clock.runFor(1000)
  // Nothing is told to the page before it dies: what is in the storage now is what is left.
  expect(await saved(page)).toEqual(['x = 5\nf = x * 7'])
})

test('two pages at once keep both works, and a third finds them', async ({ page, context }) => {
  const other = await context.newPage()
  await visit(page)
  await visit(other)
  await put(page, 'x = 1\nf = x + 1')
  await put(other, 'x = 2\nf = x + 2')
  await put(page, 'x = 1\nf = x + 1 + 1')
  await expect
    .poll(async () => [...(await saved(page))].sort())
    .toEqual(['x = 1\nf = x + 1 + 1', 'x = 2\nf = x + 2'])
  const third = await context.newPage()
  await visit(third)
  const dialog = await recent(third)
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  expect(await violations(third)).toEqual([])
  await dialog
    .getByRole('button', { name: /f = x \+ 2/ })
    .first()
    .click()
  await expect(wire(third, 'f')).toHaveAttribute('data-value', '4')
})

test('opening a link or an example puts away what was there', async ({ page }) => {
  await open(page, 'x = 7; f = x * 11')
  await page.evaluate(() => {
    location.hash = '#x=1;f=x*2'
  })
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '2')
  await expect.poll(() => saved(page)).toEqual(['x = 7; f = x * 11'])
  const dialog = await recent(page)
  await dialog.getByRole('button', { name: 'Forget x = 7; f = x * 11' }).click()
  await expect(dialog.getByText('Nothing has been changed here yet.')).toBeVisible()
  expect(await saved(page)).toEqual([])
})

test('a program that is written over, or deleted, is still among the recent ones', async ({ page }) => {
  await visit(page)
  await put(page, 'x = 4\nf = x * x + 1')
  await expect.poll(() => saved(page)).toEqual(['x = 4\nf = x * x + 1'])
  await put(page, 'y = 5\ng = y * 3 + 2')
  await expect
    .poll(async () => [...(await saved(page))].sort())
    .toEqual(['x = 4\nf = x * x + 1', 'y = 5\ng = y * 3 + 2'])
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  const dialog = await recent(page)
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
})

test('another link that was opened over somebody’s work is that link again after a reload', async ({
  page,
}) => {
  await open(page, 'x = 1; f = x * 2')
  await put(page, 'x = 7; f = x * 11')
  await expect.poll(() => saved(page)).toEqual(['x = 7; f = x * 11'])
  await page.evaluate(() => {
    location.hash = '#x=1;f=x*3'
  })
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '3')
  await page.reload()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '3')
  await expect(page.getByText('You had gone on from this link')).toHaveCount(0)
})

test('work that is newer than its link is opened; Undo brings the link’s own text', async ({ page }) => {
  await open(page, 'x = 1; f = x * 2')
  await put(page, 'x = 1; f = x * 2 + 40')
  await expect.poll(() => linked(page)?.source).toBe('x = 1; f = x * 2 + 40')
  // As if the page had been killed after a save, before the address followed.
  await page.evaluate(() => {
    const [key = ''] = Object.keys(localStorage).filter((each) => each.startsWith('backflow:work:'))
    const work = JSON.parse(localStorage.getItem(key) ?? '{}')
    work.source = 'x = 1; f = x * 2 + 400'
    work.address = location.hash
    localStorage.setItem(key, JSON.stringify(work))
  })
  await page.reload()
  await expect(editor(page)).toBeVisible()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '402')
  await expect(page.getByRole('status').first()).toContainText('You had gone on from this link')
  await button(page, 'Undo').click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '42')
})

for (const [name, spoil] of [
  ['throws', 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }'],
  [
    'is absent',
    'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })',
  ],
  ['forgets', 'Storage.prototype.setItem = () => undefined'],
] as const)
  test(`where storage ${name} everything works, and the page says that nothing is saved`, async ({
    page,
  }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.addInitScript(spoil)
    await visit(page)
    await put(page, 'x = 3\nf = x * 3')
    await expect(wire(page, 'f')).toHaveAttribute('data-value', '9')
    await expect(page.getByText('not saved in this browser')).toBeVisible()
    await expect.poll(() => linked(page)?.source).toBe('x = 3\nf = x * 3')
    await recent(page)
    expect(faults).toEqual([])
  })

test('a program is opened from a file, dropped or chosen, and saved as one', async ({ page }) => {
  await visit(page)
  await kept(page)
  const dialog = await recent(page)
  await dialog.getByLabel('File to open').setInputFiles({
    name: 'mine.py',
    mimeType: 'text/x-python',
    buffer: Buffer.from('\uFEFFx = 6\r\nf = x * x\r\n'),
  })
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '36')
  await button(page, 'Undo').click()
  expect(await textOf(page)).toBe(circuit1)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['x = 8; f = x + 1'], 'a.txt'))
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
  })
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '9')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array([0, 1, 2, 3])], 'a.zip'))
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
  })
  await expect(page.getByRole('status').first()).toContainText('“a.zip” is no text.')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '9')
  await recent(page)
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').click()])
  expect(file.suggestedFilename()).toBe('f.txt')
})

test('a program or a link that is pasted on the page is opened', async ({ page }) => {
  await visit(page)
  await kept(page)
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    }, text)
  await paste('x = 2; f = x * 50')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '100')
  await paste('see https://a.example/x and nothing else')
  await button(page, 'Undo').click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '100')
  await paste('https://a.example/app/#x=2;f=x*51')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '102')
})

test('where the picture fails, the text can be copied and saved, and the page lives on', async ({ page }) => {
  await open(page, circuit1)
  await page.evaluate(() => {
    const sound = Number.prototype.toFixed
    Object.assign(window, { sound })
    Number.prototype.toFixed = () => {
      throw new Error('broken')
    }
  })
  await editor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' + 1')
  await expect(page.getByText('The picture has failed; your text is whole').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your text' }).first()).toHaveValue(`${circuit1} + 1`)
  await page.evaluate(() => {
    Number.prototype.toFixed = (window as unknown as { sound: typeof Number.prototype.toFixed }).sound
  })
  await button(page, 'Try again').first().click()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '-11')
})

test('what is too long to be kept is not lost without a question', async ({ page }) => {
  await open(page)
  await paste(page, `x = 2; f = x * x # ${'long '.repeat(450_000)}`)
  await expect(page.getByText('not saved in this browser')).toBeVisible()
  const asked = page.waitForEvent('dialog')
  const reloaded = page.reload()
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.accept()
  await reloaded
  await expect(wire(page, 'q')).toBeVisible()

  // What is kept goes without one.
  await type(page, 'x = 5; f = x + 1')
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '6')
  const questions: string[] = []
  page.on('dialog', (dialog) => {
    questions.push(dialog.type())
    dialog.accept().catch(() => undefined)
  })
  await page.reload()
  await expect(wire(page, 'f')).toHaveAttribute('data-value', '6')
  expect(questions).toEqual([])
})

test('once what could not be kept is gone, nothing is said of it', async ({ page }) => {
  await open(page)
  await paste(page, `x = 2; f = x * x # ${'long '.repeat(450_000)}`)
  const told = page.getByText('not saved in this browser')
  await expect(told).toBeVisible()
  await button(page, 'Undo').click()
  await expect(wire(page, 'q')).toBeVisible()
  await expect(told).toBeHidden()
})

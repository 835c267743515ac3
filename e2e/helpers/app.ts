import { expect, type Locator, type Page } from '@playwright/test'
import { gallery } from '../../src/program/gallery'
import { readAddress } from '../../src/share/address'
import { writeLink } from '../../src/share/link'
import { type Opened, plainView } from '../../src/share/query'

/** The text of an example in the gallery. */
export const example = (id: string): string => {
  const found = gallery.find((each) => each.id === id)
  if (!found) throw new Error(`the gallery has no ${id}`)
  return found.source
}

export const circuit1 = 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z'

/** Opens a program behind the hash and waits for the editor, the last thing to arrive. */
export const open = async (page: Page, program = circuit1, settings = ''): Promise<void> => {
  const hash = `${writeLink({ source: program, ...plainView })}${settings}`
  // A fresh document: going to another hash of the same page would not load it anew.
  await page.goto('about:blank')
  await page.goto(`./${hash}`)
  await whole(page)
}

/** The address without a circuit, as somebody comes for the first time. */
export const visit = async (page: Page): Promise<void> => {
  await page.goto('./')
  await whole(page)
}

/** The page as a person waits for it: the editor is there, and what comes after the first picture, keys among it. */
const whole = async (page: Page): Promise<void> => {
  await expect(editor(page)).toBeVisible()
  await expect(page.locator('.program-tools button').first()).toBeAttached()
}

/** Finds a command by its words, and does it. */
export const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+K')
  await choose(page, 'What do you want to do?', words)
}

/** What the words name in a dialog that was asked for, once it is there. */
export const choose = async (page: Page, dialog: string, words: string): Promise<void> => {
  await expect(page.getByRole('dialog', { name: dialog }).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** One of the settings behind the Display button. */
export const setting = async (
  page: Page,
  name: 'Theme' | 'Digits' | 'Motion' | 'Wishes',
): Promise<Locator> => {
  const select = page.getByRole('combobox', { name, exact: true })
  if (!(await select.isVisible())) await button(page, 'Display').click()
  return select
}

/** CodeMirror's field, not the plain one that stands in until it has arrived. */
export const editor = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Program', exact: true }).and(page.locator('[contenteditable="true"]'))
export const picture = (page: Page): Locator =>
  page.getByRole('region', { name: 'Circuit' }).locator('svg[role="group"]')
export const wire = (page: Page, name: string): Locator => picture(page).locator(`[data-wire="${name}"]`)
export const problems = (page: Page): Locator =>
  page.getByRole('list', { name: 'Problems' }).getByRole('listitem')
export const answer = (page: Page): Locator =>
  page.getByRole('region', { name: 'Circuit' }).locator('.explain')
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

/** Replaces the whole text as a person would: select all, type. */
export const type = async (page: Page, text: string): Promise<void> => {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** The same at once, as it is pasted. */
export const put = async (page: Page, text: string): Promise<void> => {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** The text in the editor, line by line. */
export const textOf = async (page: Page): Promise<string> =>
  (await editor(page).locator('.cm-line').allTextContents()).join('\n')

/** Every wire's name with its full value and gradient. */
export const numbers = (page: Page): Promise<readonly (readonly [string, number, number])[]> =>
  picture(page)
    .locator('[data-wire]')
    .evaluateAll((wires) =>
      wires.map((wire) => [
        wire.getAttribute('data-wire') ?? '',
        Number(wire.getAttribute('data-value')),
        Number(wire.getAttribute('data-gradient')),
      ]),
    )

/** A number on the picture by what a screen reader calls it: `gradient on q`. */
export const number = (page: Page, label: string): Locator =>
  picture(page).getByRole('button', { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:`) })

/** Another program and theme on the page that is open: drawn to the end at once, its typeface there. */
export const turnTo = async (
  page: Page,
  { source, digits, step }: { readonly source: string; readonly digits?: number; readonly step?: number },
  theme: 'light' | 'dark' | 'lecture' = 'light',
): Promise<void> => {
  const place = step === undefined ? null : { step, share: 0 }
  const settings = { digits: digits ?? ('auto' as const), theme }
  const link = writeLink({ ...plainView, source, settings, place }) ?? '#'
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate((hash) => {
    location.hash = hash
  }, link)
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  await expect.poll(() => textOf(page)).toBe(source)
  await page.evaluate(async () => {
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
}

/** What comes after the first picture, and takes files and what is pasted, is there. */
export const kept = async (page: Page): Promise<void> => {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /assets\/keeping-/.test(name)),
  )
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
}

/** What the address would open. */
export const linked = (page: Page): Opened | null => {
  const reading = readAddress(new URL(page.url()).hash)
  return reading.kind === 'frame' ? reading.opened : null
}

/** The focus is nowhere: on the page itself. */
export const leaveFields = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())

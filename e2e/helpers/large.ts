import { expect, type Page } from '@playwright/test'
import { editor, open, picture } from './app'

/** At once, as it is pasted: typing so much would be another test. */
export const paste = async (page: Page, source: string): Promise<void> => {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+A')
  await editor(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, source)
}

export const bring = async (page: Page, source: string): Promise<void> => {
  await open(page)
  await paste(page, source)
  await expect(page.locator('.minimap')).toBeVisible({ timeout: 20_000 })
}

/** What workers are asked is kept back from `hold` until `release`. */
export const holdingWorkers = async (page: Page): Promise<(what: 'hold' | 'release') => Promise<void>> => {
  await page.addInitScript(() => {
    const real = Worker.prototype.postMessage
    const kept: (() => void)[] = []
    let holds = false
    Object.assign(window, {
      hold: () => {
        holds = true
      },
      release: () => {
        holds = false
        for (const send of kept.splice(0)) send()
      },
    })
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      const send = () => Reflect.apply(real, this, args)
      if (holds) kept.push(send)
      else send()
    } as typeof real
  })
  return (what) => page.evaluate((name) => (window as unknown as Record<string, () => void>)[name]?.(), what)
}

export const drawn = (page: Page) =>
  picture(page).evaluate((svg) => ({
    marks: svg.querySelectorAll('.wire, .gate, .branch').length,
    masses: svg.querySelectorAll('.mass').length,
    scale: Number(
      /scale\(([^)]+)\)/.exec(svg.querySelector('.camera')?.getAttribute('transform') ?? '')?.[1],
    ),
  }))

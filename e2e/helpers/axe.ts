import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
/** What axe finds on the page as it stands, in the light and in the dark theme of the system. Evaluated by the browser's tools, which the page's policy does not bind. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const before = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await page.evaluate(axe)
  const found: string[] = []
  for (const colorScheme of before ? (['light', 'dark'] as const) : (['dark', 'light'] as const)) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violationsNow(page)).map((violation) => `${colorScheme}: ${violation}`))
  }
  return found
}

const violationsNow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })

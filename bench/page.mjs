// A browser with the built page, and how numbers are told: as shares of one 60 Hz frame.
import { chromium } from 'playwright'
import { preview } from 'vite'
import { findBrowser } from '../scripts/browser.mjs'

export const frame = 1000 / 60

/**
 * The built page in a browser of its own: `go` opens a program, `devtools` asks the browser itself; `visitor` is somebody
 * who has never been here, for as long as it is not closed.
 */
export const open = async (context = {}) => {
  const server = await preview({ logLevel: 'error', preview: { port: 4319, host: '127.0.0.1' } })
  const address = server.resolvedUrls?.local[0]
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  })
  const screen = { viewport: { width: 1280, height: 720 }, ...context }
  const page = await browser.newPage(screen)
  const devtools = await page.context().newCDPSession(page)
  const go = async (source) => {
    await page.goto('about:blank')
    await page.goto(`${address}#${source}`)
    await page.locator('.steps').waitFor()
  }
  return {
    page: Object.assign(page, { go, address }),
    devtools,
    visitor: () => browser.newContext(screen),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

export const quantile = (numbers, q) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(q * (numbers.length - 1))]

export const row = (label, numbers) => {
  const [median, p95] = [quantile(numbers, 0.5), quantile(numbers, 0.95)]
  const shares = [median, p95].map((ms) => `${ms.toFixed(2)} ms = ${(ms / frame).toFixed(2)} frames`)
  console.log(`${label.padEnd(44)} median ${shares[0]}   p95 ${shares[1]}`)
}

import { type AddressInfo, createServer } from 'node:net'
import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

/** A port that is free now: the tests then never meet another build's server. Workers inherit the choice. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
process.env['BROWSER_TEST_PORT'] ??= String(await freePort())

const address = { host: '127.0.0.1', port: Number(process.env['BROWSER_TEST_PORT']) }
const url = `http://${address.host}:${address.port}/`
const ci = Boolean(process.env['CI'])
const reports = process.env['REPORTS']
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: ci,
  retries: 0,
  workers: 3,
  timeout: 60_000, // of a test that hangs; a busy machine takes half of it for the longest
  reporter: reports ? [['list'], ['json', { outputFile: `${reports}/browser.json` }]] : 'list',
  use: {
    baseURL: url,
    // Recording every step of every test takes as long as the tests; `TRACE=1` does it where one is looked into.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none', // text as wide on every machine
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: '**/*.touch.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 720 } },
    },
    {
      name: 'touch',
      testMatch: '**/*.touch.spec.ts',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `npx vite preview --host ${address.host} --port ${address.port} --strictPort`,
    url,
    reuseExistingServer: false,
  },
})

// Finds a Chromium for the browser tests, or fetches one. `node scripts/browser.mjs` says which.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const cache = resolve('node_modules/.cache/chromium')
const launcher = `${cache}/launch.sh`

/** First the one without a window's furniture: it opens a page in half the time. */
const installed = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const run = (command, args, stdio) =>
  spawnSync(command, args, { stdio, timeout: 300_000, shell: process.platform === 'win32' }).status === 0
const loud = ['ignore', 'inherit', 'inherit']

/** A file is not yet a browser: some systems keep a placeholder there that only says what to install. */
const works = (path) =>
  existsSync(path) && (process.platform === 'win32' || run(path, ['--version'], 'ignore'))

/** The browser to launch; undefined stands for Playwright's own. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`)
  return named || [...installed, launcher].find(works)
}

const playwrightHasOne = async () => {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

/** The system's fonts where it has any, and the one in the package. */
const fontSettings = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${cache}/fonts</dir>
  <cachedir>${cache}/fonts-cache</cachedir>
</fontconfig>
`

/** The package carries the browser, its libraries and a font, so it needs neither root nor a CDN. */
const unpackFromNpm = async () => {
  if (!run('npm', ['install', '--no-save', '@sparticuz/chromium@147.0.0'], loud)) return false
  mkdirSync(cache, { recursive: true })
  process.env.TMPDIR = cache // where it unpacks to
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x' // without it the libraries stay packed
  const { default: packed } = await import('@sparticuz/chromium')
  const path = await packed.executablePath()
  writeFileSync(`${cache}/fonts/fonts.conf`, fontSettings)
  // The import has set the path of the libraries for this process only; the tests launch from another.
  const settings = `LD_LIBRARY_PATH='${process.env.LD_LIBRARY_PATH}' FONTCONFIG_PATH='${cache}/fonts'`
  writeFileSync(launcher, `#!/bin/sh\n${settings} exec '${path}' "$@"\n`, { mode: 0o755 })
  return works(launcher)
}

async function ensureBrowser() {
  if (findBrowser() || (await playwrightHasOne())) return
  console.log('No browser found: asking Playwright for its own…')
  if (run('npx', ['playwright', 'install', '--with-deps', 'chromium'], loud)) return
  console.log('That download failed: taking the Chromium inside an npm package…')
  if (process.platform === 'linux' && (await unpackFromNpm())) return
  throw new Error('No browser could be had. Install Chrome or Chromium, or set CHROMIUM_PATH.')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureBrowser()
  console.log(`Browser for the tests: ${findBrowser() ?? 'Playwright’s own Chromium'}`)
}

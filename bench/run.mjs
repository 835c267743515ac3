// All benchmarks, or those named: `node bench/run.mjs [--quick] [parse] [engine] [layout] [frames]`. Writes RESULTS.md
// when all were run.
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'
import { markdown, print } from './report.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
if (!existsSync(here('node_modules')))
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: here('.'), stdio: 'inherit' })

const suites = {
  parse: async (quick) => [(await import('./parse.mjs')).parsing(quick)],
  engine: async (quick) => [(await import('./engine.mjs')).engine(quick)],
  layout: async (quick) => (await import('./layout.mjs')).layouts(quick),
  frames: async (quick) => (await import('./frames.mjs')).frames(quick),
}

const words = process.argv.slice(2)
const quick = words.includes('--quick')
const named = words.filter((word) => word in suites)
await bundle()
const tables = []
for (const [name, suite] of Object.entries(suites)) {
  if (named.length > 0 && !named.includes(name)) continue
  const found = await suite(quick)
  found.forEach(print)
  tables.push(...found)
}
if (named.length === 0 && !quick) {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}`
  const short = tables.flatMap(({ title, rows }) =>
    rows
      .filter(({ verdict }) => verdict === 'falls short')
      .map(({ against, ratio, aim }) => `- ${title}, ${against}: ${ratio} (${aim})`),
  )
  const head = `# Results\n\nWritten by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}. Ratios are what counts; times are this machine's.\n\n`
  const missing = short.length > 0 ? `What falls short:\n\n${short.join('\n')}\n\n` : ''
  writeFileSync(here('RESULTS.md'), `${head}${missing}${tables.map(markdown).join('\n')}`)
}

// What a minute of playing leaves behind: nodes, listeners and timers before and after, counted by the browser itself
// after a collection. The staged example, with motion. `npm run bench`.
import { open } from './page.mjs'

const minute = 60_000
const staged = [
  'x=3',
  'y=-4',
  'sigy=1.0/(1+math.exp(-y))',
  'num=x+sigy',
  'sigx=1.0/(1+math.exp(-x))',
  'xpy=x+y',
  'xpysqr=xpy**2',
  'den=sigx+xpysqr',
  'invden=1.0/den',
  'f=num*invden',
].join(';')

const { page, devtools, close } = await open()

/** Timers that wait, counted in the page; everything else by the browser. */
const count = async () => {
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name) => metrics.find((metric) => metric.name === name)?.value
  const timers = await page.evaluate(() => window.waiting.size)
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), timers }
}

const countTimers = () => {
  window.waiting = new Set()
  const { setTimeout: set, clearTimeout: clear } = window
  window.setTimeout = (run, ...rest) => {
    const id = set(
      () => {
        window.waiting.delete(id)
        run()
      },
      ...rest,
    )
    window.waiting.add(id)
    return id
  }
  window.clearTimeout = (id) => {
    window.waiting.delete(id)
    clear(id)
  }
}

try {
  await devtools.send('Performance.enable')
  await page.addInitScript(countTimers)
  await page.go(staged)
  const speed = async (value) => {
    await page.getByRole('button', { name: 'Pace', exact: true }).click()
    await page.getByRole('combobox', { name: 'Speed' }).selectOption(value)
    await page.keyboard.press('Escape')
  }
  await speed('4')
  // Once through first: what is made once stays.
  const playThrough = async () => {
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor({ timeout: minute })
    await page.waitForTimeout(1000)
  }
  await playThrough()
  const before = await count()
  const start = Date.now()
  let rounds = 0
  while (Date.now() - start < minute) {
    await playThrough()
    rounds++
  }
  const after = await count()
  console.log(`the staged example played ${rounds} times, ${Math.round((Date.now() - start) / 1000)} s:`)
  for (const kind of ['nodes', 'listeners', 'timers'])
    console.log(`  ${kind.padEnd(10)} ${before[kind]} → ${after[kind]}`)
} finally {
  await close()
}

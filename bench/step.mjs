// How long a step takes from the key to the last attribute that changes, on a circuit of 300 gates with motion off,
// against one 60 Hz frame; and what a minute of playing leaves behind. `npm run bench`.
import { frame, open, row } from './page.mjs'

const gates = 300

/** Chains that fork and meet again: 300 gates over ten inputs, most wires used twice. */
const program = () => {
  const names = Array.from({ length: 10 }, (_, i) => `x${i}`)
  const lines = names.map((name, i) => `${name}=${(i % 5) - 2 || 3}`)
  for (let i = 0; i < gates; i++) {
    const [a, b] = [names.at(-1 - (i % 7)), names.at(-1 - ((i * 3) % 10))]
    lines.push(`g${i}=${i % 3 === 2 ? `tanh(${a})` : `${a}${i % 2 ? '+' : '-'}${b}`}`)
    names.push(`g${i}`)
  }
  return lines.join(';')
}

/** Runs in the page: steps by key; the last mutation of the picture or the step bar ends a step. */
const walk = async ({ key, count }) => {
  let last = 0
  const observer = new MutationObserver(() => {
    last = performance.now()
  })
  const watched = { subtree: true, attributes: true, childList: true, characterData: true }
  for (const part of document.querySelectorAll('.circuit, .steps')) observer.observe(part, watched)
  const took = []
  for (let i = 0; i < count; i++) {
    await new Promise((done) => requestAnimationFrame(done))
    const start = performance.now()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await new Promise((done) => setTimeout(done, 0))
    took.push(last - start)
  }
  observer.disconnect()
  return took
}

const { page, devtools, close } = await open({ reducedMotion: 'reduce' })
try {
  await page.go(program())
  await page.evaluate(() => document.activeElement?.blur?.())
  await page.keyboard.press('Home')
  const marks = await page.locator('.wire, .gate, .branch').count()
  console.log(`a step on a circuit of ${gates} gates (${marks} marks), key → last changed attribute:`)
  for (const slowdown of [1, 4]) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.evaluate(walk, { key: 'ArrowRight', count: 40 })
    await page.evaluate(walk, { key: 'ArrowLeft', count: 40 })
    row(
      `  forward, processor slowed ${slowdown}×`,
      await page.evaluate(walk, { key: 'ArrowRight', count: 250 }),
    )
    row(`  back, processor slowed ${slowdown}×`, await page.evaluate(walk, { key: 'ArrowLeft', count: 250 }))
  }
  console.log(`one frame is ${frame.toFixed(1)} ms`)
} finally {
  await close()
}

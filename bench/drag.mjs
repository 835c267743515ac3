// How long a drag takes from the slider's event to the painted picture, in a real browser, against one 60 Hz frame
// and against a frame in which nothing changes. `npm run bench`.
import { open, row } from './page.mjs'

const moves = 300
const circuit2 = 'w0=2.0;x0=-1;w1=-3;x1=-2;w2=-3;f=1/(1+exp(-(w0*x0+w1*x1+w2)))'

const { page, devtools, close } = await open()

/** Runs in the page: one change a frame; a message posted from a frame arrives when that frame has been painted. */
const measure = async ({ moves, changes }) => {
  const slider = document.querySelector('.inputs input[type=range]')
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const painted = new MessageChannel()
  const took = { script: [], painted: [] }
  slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  for (let i = 0; i < moves; i++) {
    await new Promise((done) => {
      requestAnimationFrame(() => {
        const start = performance.now()
        if (changes) {
          write.call(slider, String(((i * 7) % 100) / 10 - 5))
          slider.dispatchEvent(new Event('input', { bubbles: true }))
        }
        took.script.push(performance.now() - start)
        painted.port1.onmessage = () => {
          took.painted.push(performance.now() - start)
          done()
        }
        painted.port2.postMessage(null)
      })
    })
  }
  slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
  return took
}

try {
  for (const slowdown of [1, 4]) {
    await page.go(circuit2)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.evaluate(measure, { moves: 60, changes: true })
    const idle = await page.evaluate(measure, { moves, changes: false })
    const drag = await page.evaluate(measure, { moves, changes: true })
    const value = await page.locator('[data-wire=w0]').getAttribute('data-value')
    if (value === '2') throw new Error('the drag did not reach the picture')
    console.log(`circuit-2, one input dragged ${moves} times, processor slowed ${slowdown}×:`)
    row('  text → scene → elements (script)', drag.script)
    row('  the same, until painted', drag.painted)
    row('  a frame in which nothing changes', idle.painted)
  }
} finally {
  await close()
}

// In reveal.js a clicker goes through the circuit first, then to the next slide.
const reveal = new window.Reveal(document.querySelector('.reveal'), { hash: false })
const frameOn = (slide) => slide?.querySelector('iframe.backflow')
const states = new Map()
const send = (frame, message) => frame.contentWindow.postMessage(message, '*')

addEventListener('message', ({ source, data }) => {
  const frame = [...document.querySelectorAll('iframe.backflow')].find(
    (each) => each.contentWindow === source,
  )
  if (!frame) return
  if (data?.type === 'backflow:state') states.set(frame, data)
  // Its keys at the ends of the story are the slides'.
  if (data?.type === 'backflow:leave') data.to === 'next' ? reveal.next() : reveal.prev()
})

const step = (to) => () => {
  const frame = frameOn(reveal.getCurrentSlide())
  const state = frame && states.get(frame)
  const isOver = to === 'next' ? state?.step === null : state?.step === 0
  if (!state || isOver) return to === 'next' ? reveal.next() : reveal.prev()
  send(frame, { type: `backflow:${to}` })
}

reveal.initialize().then(() => {
  // Page Down and Page Up, as clickers send them, and the arrows.
  for (const code of [34, 39]) reveal.addKeyBinding(code, step('next'))
  for (const code of [33, 37]) reveal.addKeyBinding(code, step('back'))
  for (const frame of document.querySelectorAll('iframe.backflow')) send(frame, { type: 'backflow:tell' })
})

// A page around an embedded circuit: it asks by messages, and listens to that one frame only.
const frame = document.querySelector('#circuit')
const state = document.querySelector('#state')
const send = (message) => frame.contentWindow.postMessage(message, '*')

document.querySelector('#next').addEventListener('click', () => send({ type: 'backflow:next' }))
document.querySelector('#back').addEventListener('click', () => send({ type: 'backflow:back' }))
document
  .querySelector('#other')
  .addEventListener('click', () => send({ type: 'backflow:program', source: 'x = 3; f = x * x', step: 0 }))

addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.type !== 'backflow:state') return
  state.textContent = data.step === null ? `all ${data.steps} steps` : `step ${data.step} of ${data.steps}`
  frame.style.height = `${data.height}px`
})
// What was told before this page listened is told again.
send({ type: 'backflow:tell' })

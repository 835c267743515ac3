// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Chain } from '../scene/chain'
import type { Subject } from '../scene/scene'
import { Formula } from './Formula'

// As it is loaded, KaTeX refuses a page without a doctype, and happy-dom's has none.
vi.hoisted(() => Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' }))

const upstream: Subject = { about: 'gradient', wire: 'q' }
const local: Subject = { about: 'gate', wire: 'q' }
const chain: Chain = {
  latex: '\\frac{\\partial f}{\\partial x} = \\htmlData{factor=0}{-4} \\cdot \\htmlData{factor=1}{1} = -4',
  plain: '∂f/∂x = (−4) · 1 = −4',
  factors: [
    { id: '0', name: 'gradient on q, upstream', subject: upstream },
    { id: '1', name: 'local gradient of the gate q', subject: local },
  ],
  where: [{ letter: 'u', text: 'w0 · x0' }],
}

const world = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
beforeEach(() => {
  world.IS_REACT_ACT_ENVIRONMENT = true
})
afterEach(() => {
  world.IS_REACT_ACT_ENVIRONMENT = false
  document.body.replaceChildren()
})

const show = (shown: Chain) => {
  const lit: (Subject | null)[] = []
  const picked: Subject[] = []
  const onFactor = (subject: Subject | null) => lit.push(subject)
  const onPick = (subject: Subject) => picked.push(subject)
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  act(() => root.render(<Formula chain={shown} onFactor={onFactor} onPick={onPick} />))
  return { host, lit, picked, leave: () => act(() => root.unmount()) }
}

test('a formula is typeset; what it says is its label, so that it is not read twice', () => {
  const { host } = show(chain)
  expect(host.querySelector('.katex')).not.toBeNull()
  expect(host.querySelector('figure')?.getAttribute('aria-label')).toBe(chain.plain)
  expect(host.querySelector('.typeset')?.getAttribute('aria-hidden')).toBe('true')
  expect(host.querySelector('figcaption')?.textContent).toBe('u stands for w0 · x0')
})

test('a factor that is clicked or pressed is asked about', () => {
  const { host, picked } = show(chain)
  act(() => host.querySelector<HTMLElement>('[data-factor]')?.click())
  act(() => host.querySelector<HTMLElement>('.factors button')?.click())
  const [first] = chain.factors
  expect(picked).toEqual([first?.subject, first?.subject])
})

test('a factor under the pointer says which number it is, and says goodbye', () => {
  const { host, lit, leave } = show(chain)
  const part = host.querySelector('[data-factor="0"]')
  part?.dispatchEvent(new PointerEvent('pointerenter'))
  part?.dispatchEvent(new PointerEvent('pointerleave'))
  host.querySelector('[data-factor="1"]')?.dispatchEvent(new PointerEvent('pointerenter'))
  leave()
  expect(lit).toEqual([upstream, null, local, null])
})

test('every factor has a name and answers to the keyboard', () => {
  const { host, lit } = show(chain)
  const buttons = [...host.querySelectorAll('button')]
  expect(buttons.map(({ textContent }) => textContent)).toEqual(chain.factors.map(({ name }) => name))
  act(() => buttons[1]?.focus())
  act(() => buttons[1]?.blur())
  expect(lit).toEqual([local, null])
})

test.each([
  ['what is no LaTeX', '\\frac{1'],
  ['an unknown command', '\\nothing'],
  ['a power to a power', '10^{2}^{3}'],
])('%s is shown as plain text', (_, latex) => {
  const { host } = show({ ...chain, latex })
  expect(host.querySelector('.typeset')?.textContent).toBe(chain.plain)
  expect(host.querySelector('.katex, .katex-error')).toBeNull()
})

test('a command that could reach beyond the formula is not trusted', () => {
  const { host } = show({ ...chain, latex: '\\href{https://example.org}{x} \\htmlData{factor=0}{y}' })
  expect(host.querySelector('a')).toBeNull()
  expect(host.querySelectorAll('[data-factor]')).toHaveLength(1)
})

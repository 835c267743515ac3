// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { useStore } from '../state/store'
import type { Deed, Scope } from './deed'
import { listen } from './shortcuts'

const done: string[] = []
const undo = {
  press: { where: 'everywhere', when: ({ key }: KeyboardEvent) => key === 'z' },
  run: () => done.push('undo'),
} as unknown as Deed
const close = {
  press: { where: 'everywhere', when: ({ key }: KeyboardEvent) => key === 'Escape' },
  run: () => done.push('escape'),
} as unknown as Deed

const press = (key: string): void => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}
let stop = () => {}

afterEach(() => {
  stop()
  document.body.replaceChildren()
  useStore.getState().do.show(null)
  done.length = 0
})

test('below a dialog that is on its way no key does anything, and Escape calls it off', () => {
  stop = listen(window, [undo, close], () => ({}) as Scope)
  useStore.getState().do.show('gallery')
  press('z')
  expect(done).toEqual([])
  press('Escape')
  expect(useStore.getState().session.dialog).toBeNull()
  press('z')
  press('Escape')
  expect(done).toEqual(['undo', 'escape'])
})

test('Escape on a dialog that is open is left to the browser', () => {
  stop = listen(window, [undo, close], () => ({}) as Scope)
  useStore.getState().do.show('gallery')
  const dialog = document.createElement('dialog')
  dialog.setAttribute('open', '')
  document.body.append(dialog)
  press('Escape')
  press('z')
  expect(useStore.getState().session.dialog).toBe('gallery')
  expect(done).toEqual([])
})

// @vitest-environment happy-dom
import { act, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Scene } from '../scene/scene'
import { CircuitView } from './CircuitView'

const world = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
beforeEach(() => {
  world.IS_REACT_ACT_ENVIRONMENT = true
})
afterEach(() => {
  world.IS_REACT_ACT_ENVIRONMENT = false
})

const empty = (label: string): Scene => ({
  marks: [],
  all: [],
  focus: null,
  meeting: null,
  masses: [],
  vista: null,
  overview: () => [],
  travel: null,
  bounds: { x: 0, y: 0, width: 1, height: 1 },
  ends: { home: [], end: [] },
  label,
  silent: label,
})

test('mounted twice, as strict mode does, it holds one picture; unmounted, none', () => {
  const host = document.createElement('div')
  const root = createRoot(host)
  const show = (scene: Scene) =>
    act(() =>
      root.render(
        <StrictMode>
          <CircuitView
            hall={false}
            scene={scene}
            opened={0}
            tempo={{ gesture: null, motion: 'none' }}
            camera={null}
            hands={null}
            watcher={watcher}
          />
        </StrictMode>,
      ),
    )
  show(empty('one'))
  const svg = host.querySelector('svg')
  expect(svg?.querySelectorAll('.camera')).toHaveLength(1)
  show(empty('two'))
  expect(svg?.getAttribute('aria-label')).toBe('two')
  act(() => root.unmount())
  expect(host.textContent).toBe('')
  expect(svg?.childElementCount).toBe(0)
})

const nothing = () => undefined
const watcher = {
  onAsk: nothing,
  onPin: nothing,
  onGrab: nothing,
  onPull: nothing,
  onDrop: nothing,
  onCancel: nothing,
  onWrite: nothing,
  onView: nothing,
}

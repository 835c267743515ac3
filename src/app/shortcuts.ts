import { turnOf } from '../panels/keys'
import { useStore } from '../state/store'
import type { CameraHandle } from '../view/CircuitView'

type Scope = {
  readonly act: ReturnType<typeof useStore.getState>['do']
  readonly camera: CameraHandle | null
}

type Shortcut = {
  /** Where it works: `picture` needs the focus in the picture, `page` anywhere but in a field for text. */
  readonly where: 'page' | 'picture'
  readonly when: (event: KeyboardEvent) => boolean
  readonly run: (scope: Scope) => void
}

const plain = (...keys: readonly string[]) => {
  const wanted = new Set(keys)
  return ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
    wanted.has(key) && !ctrlKey && !metaKey && !altKey
}

export const shortcuts: readonly Shortcut[] = [
  { where: 'page', when: (event) => turnOf(event) === 'undo', run: ({ act }) => act.undo() },
  { where: 'page', when: (event) => turnOf(event) === 'redo', run: ({ act }) => act.redo() },
  { where: 'page', when: plain('Escape'), run: ({ act }) => act.pin(null) },
  { where: 'picture', when: plain('+', '='), run: ({ camera }) => camera?.zoomBy(1.25) },
  { where: 'picture', when: plain('-', '−'), run: ({ camera }) => camera?.zoomBy(0.8) },
  { where: 'picture', when: plain('0'), run: ({ camera }) => camera?.fit() },
]

/** Keys of the whole page; what an element has already answered is left alone. */
export const listen = (page: Window, camera: () => CameraHandle | null): (() => void) => {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return
    const place = placeOf(event.target)
    const shortcut = shortcuts.find(({ where, when }) => place.has(where) && when(event))
    if (!shortcut) return
    shortcut.run({ act: useStore.getState().do, camera: camera() })
    if (event.key !== 'Escape') event.preventDefault()
  }
  page.addEventListener('keydown', press)
  return () => page.removeEventListener('keydown', press)
}

const fields = 'textarea, [contenteditable="true"], input:not([type="range"]), dialog'

const placeOf = (target: Element): ReadonlySet<Shortcut['where']> => {
  if (target.closest(fields)) return new Set()
  return new Set(target.closest('.circuit') ? ['page', 'picture'] : ['page'])
}

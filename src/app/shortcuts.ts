import { useStore } from '../state/store'
import { isBelowDialog } from './below'
import type { Deed, Scope, Where } from './deed'

/** Keys of the whole page; what an element has already answered is left alone. */
export const listen = (page: Window, deeds: readonly Deed[], scope: () => Scope): (() => void) => {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return
    const place = placeOf(event.target)
    const deed = deeds.find(({ press }) => press && place.has(press.where) && press.when(event))
    if (!deed) return
    const isBelow = isBelowDialog()
    // An open dialog is closed by the browser; one that has not come, or has failed, is not waited for any more.
    if (isBelow && event.key === 'Escape') {
      if (!page.document.querySelector('dialog[open]')) useStore.getState().do.show(null)
      return
    }
    if (event.key !== 'Escape') event.preventDefault()
    if (!isBelow) deed.run(scope())
  }
  page.addEventListener('keydown', press)
  return () => page.removeEventListener('keydown', press)
}

const fields = 'textarea, [contenteditable="true"], input:not([type="range"]), select'

const placeOf = (target: Element): ReadonlySet<Where> => {
  if (target.closest(fields)) return new Set(['everywhere'])
  return new Set(target.closest('.circuit') ? ['everywhere', 'page', 'picture'] : ['everywhere', 'page'])
}

import { deeds, type Scope, type Where } from './deeds'

/** Keys of the whole page; what an element has already answered is left alone. */
export const listen = (page: Window, scope: () => Scope): (() => void) => {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return
    const place = placeOf(event.target)
    const deed = deeds.find(({ press }) => press && place.has(press.where) && press.when(event))
    if (!deed) return
    if (event.key !== 'Escape') event.preventDefault()
    deed.run(scope())
  }
  page.addEventListener('keydown', press)
  return () => page.removeEventListener('keydown', press)
}

const fields = 'textarea, [contenteditable="true"], input:not([type="range"]), select'

const placeOf = (target: Element): ReadonlySet<Where> => {
  if (target.closest('dialog')) return new Set()
  if (target.closest(fields))
    return new Set(target.closest('.editor') ? ['everywhere', 'editor'] : ['everywhere'])
  return new Set(target.closest('.circuit') ? ['everywhere', 'page', 'picture'] : ['everywhere', 'page'])
}

import { drawable, unread } from '../program/drawable'

/** Whether two texts have a wire in common. */
export const shareWires = (before: string | null, after: string | null): boolean => {
  const [old, now] = [before, after].map((text) => (text === null ? null : drawable(text)))
  if (!old?.ok || !now?.ok) return false
  const keys = new Set(old.value.circuit.wires.map(({ key }) => key))
  return now.value.circuit.wires.some(({ key }) => keys.has(key))
}

/** Whether a whole text has a wire of this key. */
export const isThere = (wire: string, whole: string | null): boolean => {
  const program = whole === null ? null : drawable(whole)
  return program?.ok === true && program.value.circuit.wires.some(({ key }) => key === wire)
}

/** What is said of a text that is to be read in slices; null of one that was read. */
export const unreadOf = (source: string): { readonly done: number; readonly off: boolean } | null =>
  drawable(source) === unread ? { done: 0, off: false } : null

import { changeBetween } from '../lib/change'
import { drawable, unread } from '../program/drawable'
import type { Course } from './course'

/** One character typed, deleted or overwritten; what is pasted or cut is an entry of its own. */
export const isKeystroke = (before: string, after: string): boolean => {
  const change = changeBetween(before, after)
  return change !== null && change.insert.length <= 1 && change.to - change.from <= 1
}

/** Whether two texts have a wire in common; so it is where there was none before. */
export const shareWires = (before: string | null, after: string | null): boolean => {
  if (before === null) return true
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

/** A text that is read in slices: so much of it already, from 0 to 1; `off`: not until it is asked for. */
export type Unread = {
  readonly done: number
  readonly off: boolean
  /** It is another program that was opened, and is seen so once it was read. */
  readonly opens: Course | null
}

/** Null of a text that was read. */
export const unreadOf = (source: string): Unread | null =>
  drawable(source) === unread ? { done: 0, off: false, opens: null } : null

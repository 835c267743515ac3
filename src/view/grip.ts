import { partOf } from './parts'

/** The wire of the input that an event is at: everything of an input is its handle. */
export const gripAt = (target: EventTarget | null): string | null => {
  if (!(target instanceof Element)) return null
  const grip = target.closest('.grip')
  if (grip) return partOf(grip).key
  const wire = target.closest('[data-role="input"]')
  return wire ? partOf(wire).key : null
}

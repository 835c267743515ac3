import { budget } from '../lib/budget'
import { keptWith } from '../lib/remember'
import type { Result } from '../lib/result'
import { compile, knownOf, type Program } from './derive'
import { tooMany } from './too-many'

/** Of a long text that is still to be read: no program yet, and nothing wrong that is known. */
export const unread: Result<never> = { ok: false, problems: [] }

let isReadInSlices = false

/** From now on somebody reads long texts in slices and keeps what is found; else they are read at once. Returns the way back. */
export const expectSlices = (): (() => void) => {
  isReadInSlices = true
  return () => {
    isReadInSlices = false
  }
}

/** A program that can also be drawn: one with more gates than a picture holds is a problem, not a frozen page. */
export const drawable = (source: string): Result<Program> =>
  checked(isReadInSlices && source.length > budget.atOnce ? (knownOf(source) ?? unread) : compile(source))

const checked = keptWith((compiled: Result<Program>): Result<Program> => {
  const problem = compiled.ok ? tooMany(compiled.value.circuit, budget.drawn, 'drawn') : null
  return problem ? { ok: false, problems: [problem] } : compiled
})

/** The program of a text that is whole; null for any other, or none. */
export const programOf = (source: string | null): Program | null => {
  const compiled = source === null ? null : drawable(source)
  return compiled?.ok ? compiled.value : null
}

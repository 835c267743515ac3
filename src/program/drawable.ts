import { budget } from '../lib/budget'
import { remember } from '../lib/remember'
import type { Result } from '../lib/result'
import { compile, type Program } from './derive'
import { tooMany } from './too-many'

/** A program that can also be drawn: one with more gates than a picture holds is a problem, not a frozen page. */
export const drawable = remember((source: string): Result<Program> => {
  const compiled = compile(source)
  const problem = compiled.ok ? tooMany(compiled.value.circuit, budget.drawn, 'drawn') : null
  return problem ? { ok: false, problems: [problem] } : compiled
})

/** The program of a text that is whole; null for any other, or none. */
export const programOf = (source: string | null): Program | null => {
  const compiled = source === null ? null : drawable(source)
  return compiled?.ok ? compiled.value : null
}

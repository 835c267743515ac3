import { budget } from '../lib/budget'
import { remember } from '../lib/remember'
import type { Result } from '../lib/result'
import { compile, type Program } from './derive'

const grouped = new Intl.NumberFormat('en')

/** A program that can also be drawn: one with more wires than a picture holds is a problem, not a frozen page. */
export const drawable = remember((source: string): Result<Program> => {
  const compiled = compile(source)
  const wires = compiled.ok ? compiled.value.circuit.wires : []
  const first = wires[budget.drawn]
  if (!first) return compiled
  const problem = {
    message: `This circuit has ${grouped.format(wires.length)} wires; up to ${grouped.format(budget.drawn)} are drawn.`,
    span: first.span,
    hint: 'Leave out what comes from here on, or make a gate of your own of a part that repeats.',
  }
  return { ok: false, problems: [problem] }
})

/** The program of a text that is whole; null for any other, or none. */
export const programOf = (source: string | null): Program | null => {
  const compiled = source === null ? null : drawable(source)
  return compiled?.ok ? compiled.value : null
}

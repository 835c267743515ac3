import type { Wire } from '../circuit/circuit'
import { budget } from '../lib/budget'
import { remember } from '../lib/remember'
import type { Result } from '../lib/result'
import { compile, type Program } from './derive'

const grouped = new Intl.NumberFormat('en')

const isGate = ({ maker }: Wire): boolean => maker.kind === 'gate'
const gatesOf = ({ circuit }: Program): number => circuit.wires.filter(isGate).length

/** The first gate of more than are drawn. */
const firstTooMany = ({ circuit }: Program): Wire | undefined => {
  if (circuit.wires.length <= budget.drawn) return undefined
  let gates = 0
  return circuit.wires.find((wire) => isGate(wire) && ++gates > budget.drawn)
}

/** A program that can also be drawn: one with more gates than a picture holds is a problem, not a frozen page. */
export const drawable = remember((source: string): Result<Program> => {
  const compiled = compile(source)
  const first = compiled.ok ? firstTooMany(compiled.value) : undefined
  if (!compiled.ok || !first) return compiled
  const problem = {
    message: `This circuit has ${grouped.format(gatesOf(compiled.value))} gates; up to ${grouped.format(budget.drawn)} are drawn.`,
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

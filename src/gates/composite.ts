import type { Expr } from '../language/expr'
import { indefinite } from './elementwise'
import type { Gate, Instruction, Operands } from './gate'
import { slopeAt } from './local'
import { type Own, prepare, run, valuesAt } from './run'

type Body = readonly Instruction[]

/**
 * ∂whole/∂port for a gate made of gates: the chain rule over its body, from the output back, adding up where a
 * port is used more than once.
 */
const slopeThrough = (body: Body, port: number, given: Operands): number => {
  const values = run(body, given)
  const upstream = new Float64Array(body.length)
  upstream[body.length - 1] = 1
  let total = 0
  for (let i = body.length - 1; i >= 0; i--) {
    const instruction = body[i] as Instruction
    const arrives = upstream[i] as number
    if (instruction.kind === 'given' && instruction.place === port) total += arrives
    if (instruction.kind !== 'gate') continue
    const { gate, constant, operands } = instruction
    const stand = { operands: valuesAt(operands, values), constant, out: values[i] as number }
    operands.forEach((at, inner) => {
      upstream[at] = (upstream[at] as number) + arrives * slopeAt(gate, inner, stand)
    })
  }
  return total
}

/** The first thing that a gate inside the body has to say at this point. */
const firstInside = (
  body: Body,
  given: Operands,
  say: (gate: Gate, operands: Operands, at: { constant: number; out: number }) => string | null,
): string | null => {
  const values = run(body, given)
  for (const [i, instruction] of body.entries()) {
    if (instruction.kind !== 'gate') continue
    const { gate, constant, operands } = instruction
    const said = say(gate, valuesAt(operands, values), { constant, out: values[i] as number })
    if (said !== null) return said
  }
  return null
}

/** A gate of the user's own, `s(t) = 1 / (1 + exp(-t))`: one gate, whose numbers are those of its body. */
export const composite = (
  name: string,
  { ports, body: tree, own }: { readonly ports: readonly string[]; readonly body: Expr; readonly own: Own },
): Gate => {
  const body = prepare(tree, { names: ports, own })
  return {
    name,
    spoken: name,
    ports,
    syntax: [],
    formula: `${name}(${ports.join(', ')})`,
    value: (operands) => run(body, operands).at(-1) ?? Number.NaN,
    locals: ports.map((port, i) => ({
      kind: 'rule',
      says: `the slope of ${name} along ${port}`,
      latex: `\\frac{\\partial\\,\\mathrm{${name}}}{\\partial ${port}}`,
      number: (operands) => slopeThrough(body, i, operands),
    })),
    body,
    sign: () => name,
    story: `${name} is a gate of several: inside, local slopes multiply along each path and add up over paths.`,
    why: 'Inside, slopes multiply along each path and add up over paths; outside, nothing changes.',
    tale: null,
    kink: (operands) =>
      firstInside(body, operands, (gate, inputs, { constant }) => gate.kink(inputs, constant)),
    trouble: (operands) =>
      firstInside(body, operands, (gate, inputs, { constant, out }) =>
        Number.isFinite(out) ? null : gate.trouble(inputs, constant),
      ) ?? indefinite,
    folds: { left: null, right: null },
  }
}

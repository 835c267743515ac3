import type { Expr } from '../language/expr'
import { indefinite } from './elementwise'
import type { Gate, Instruction, Operands } from './gate'
import { type Own, prepare, run, valuesAt } from './run'

type Body = readonly Instruction[]

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
    locals: ports.map((port) => ({
      kind: 'body',
      says: `the slope of ${name} along ${port}`,
      latex: `\\frac{\\partial\\,\\mathrm{${name}}}{\\partial ${port}}`,
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

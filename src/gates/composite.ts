import { type Expr, operandsOf } from '../language/expr'
import { overflow } from './elementwise'
import type { Gate, Operands } from './gate'
import { slopeAt } from './local'
import { type Own, operatorOf, result, run } from './run'

type Body = { readonly ports: readonly string[]; readonly body: Expr; readonly own: Own }

const numbersAt = (ports: readonly string[], operands: Operands): ReadonlyMap<string, number> =>
  new Map(ports.map((port, i) => [port, operands[i] as number]))

/**
 * ∂whole/∂port for a gate made of gates: the chain rule over its body, from the output back, adding up where a
 * port is used more than once.
 */
const slopeThrough = ({ ports, body, own }: Body, port: number, operands: Operands): number => {
  const values = run(body, numbersAt(ports, operands), own)
  const upstream = new Float64Array(body.length)
  upstream[body.length - 1] = 1
  let total = 0
  for (let i = body.length - 1; i >= 0; i--) {
    const node = body[i] as Expr[number]
    const arrives = upstream[i] as number
    if (node.kind === 'name' && node.name === ports[port]) total += arrives
    const operator = operatorOf(node, own)
    if (!operator) continue
    const inputs = operandsOf(node)
    const stand = {
      operands: inputs.map((at) => values[at] as number),
      constant: operator.constant ?? 0,
      out: values[i] as number,
    }
    inputs.forEach((at, inner) => {
      upstream[at] = (upstream[at] as number) + arrives * slopeAt(operator.gate, inner, stand)
    })
  }
  return total
}

/** The first thing that a gate inside the body has to say at this point. */
const firstInside = (
  { ports, body, own }: Body,
  operands: Operands,
  say: (gate: Gate, inputs: Operands, at: { constant: number; out: number }) => string | null,
): string | null => {
  const values = run(body, numbersAt(ports, operands), own)
  for (const [i, node] of body.entries()) {
    const operator = operatorOf(node, own)
    if (!operator) continue
    const inputs = operandsOf(node).map((at) => values[at] as number)
    const said = say(operator.gate, inputs, { constant: operator.constant ?? 0, out: values[i] as number })
    if (said !== null) return said
  }
  return null
}

/** A gate of the user's own, `s(t) = 1 / (1 + exp(-t))`: one gate, whose numbers are those of its body. */
export const composite = (name: string, inside: Body): Gate => ({
  name,
  ports: inside.ports,
  syntax: [],
  formula: `${name}(${inside.ports.join(', ')})`,
  value: (operands) => result(inside.body, numbersAt(inside.ports, operands), inside.own),
  locals: inside.ports.map((port, i) => ({
    kind: 'rule',
    says: `the slope of ${name} along ${port}`,
    latex: `\\frac{\\partial\\,\\mathrm{${name}}}{\\partial ${port}}`,
    number: (operands) => slopeThrough(inside, i, operands),
  })),
  sign: () => name,
  story: `${name} is a gate of several: inside, local slopes multiply along each path and add up over paths.`,
  kink: (operands) =>
    firstInside(inside, operands, (gate, inputs, { constant }) => gate.kink(inputs, constant)),
  trouble: (operands) =>
    firstInside(inside, operands, (gate, inputs, { constant, out }) =>
      Number.isFinite(out) ? null : gate.trouble(inputs, constant),
    ) ?? overflow,
  folds: { left: null, right: null },
})

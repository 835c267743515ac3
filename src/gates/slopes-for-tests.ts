import type { Gate, Instruction, LocalGradient, Operands, Stand } from './gate'
import { formulaTree, prepare, run, valuesAt } from './run'

const noneOwn = new Map<string, Gate>()
const prepared = new WeakMap<LocalGradient, readonly Instruction[]>()

/** The local gradient ∂out/∂port as a number, as the gate's record says: what the loops are held against. */
export const slopeAt = (gate: Gate, port: number, { operands, constant, out }: Stand): number => {
  const local = gate.locals[port]
  if (!local) throw new Error(`${gate.name} has no port ${port}`)
  if (local.kind === 'body') return slopeThrough(gate.body ?? [], port, operands)
  if (local.kind === 'rule') return local.number(operands, constant)
  const decided = local.edge?.(operands, constant)
  if (decided !== null && decided !== undefined) return decided
  const ready =
    prepared.get(local) ??
    prepare(formulaTree(local.formula), { names: [...gate.ports, 'c', 'out'], own: noneOwn })
  prepared.set(local, ready)
  return run(ready, [...Array.from(operands), constant, out]).at(-1) ?? Number.NaN
}

/**
 * ∂whole/∂port for a gate made of gates: the chain rule over its body, from the output back, adding up where a
 * port is used more than once.
 */
const slopeThrough = (body: readonly Instruction[], port: number, given: Operands): number => {
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

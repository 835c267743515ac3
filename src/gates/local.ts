import type { Gate, Instruction, LocalGradient, Operands } from './gate'
import { formulaTree, prepare, run } from './run'

/** Where a gate stands: the numbers at its ports, its constant, and its output. */
export type Stand = { readonly operands: Operands; readonly constant: number; readonly out: number }

const noneOwn = new Map<string, Gate>()
const prepared = new WeakMap<LocalGradient, readonly Instruction[]>()

/** The local gradient ∂out/∂port as a number: what the gate knows by itself, before anything arrives. */
export const slopeAt = (gate: Gate, port: number, { operands, constant, out }: Stand): number => {
  const local = gate.locals[port]
  if (!local) throw new Error(`${gate.name} has no port ${port}`)
  if (local.kind === 'rule') return local.number(operands, constant)
  const decided = local.edge?.(operands, constant)
  if (decided !== null && decided !== undefined) return decided
  const ready =
    prepared.get(local) ??
    prepare(formulaTree(local.formula), { names: [...gate.ports, 'c', 'out'], own: noneOwn })
  prepared.set(local, ready)
  return run(ready, [...Array.from(operands), constant, out]).at(-1) ?? Number.NaN
}

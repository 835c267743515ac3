import type { Gate, Operands } from './gate'
import { formulaTree, result } from './run'

const noneOwn = new Map<string, Gate>()

/** Where a gate stands: the numbers at its ports, its constant, and its output. */
export type Stand = { readonly operands: Operands; readonly constant: number; readonly out: number }

/** The local gradient ∂out/∂port as a number: what the gate knows by itself, before anything arrives. */
export const slopeAt = (gate: Gate, port: number, { operands, constant, out }: Stand): number => {
  const local = gate.locals[port]
  if (!local) throw new Error(`${gate.name} has no port ${port}`)
  if (local.kind === 'rule') return local.number(operands, constant)
  const decided = local.edge?.(operands, constant)
  if (decided !== null && decided !== undefined) return decided
  const numbers = new Map(gate.ports.map((name, i) => [name, operands[i] as number]))
  return result(formulaTree(local.formula), numbers.set('c', constant).set('out', out), noneOwn)
}

import { type Batch, batches, foundLocals, stride } from './batches'
import type { Gate } from './gate'

/** The loop that a gate runs in: of the catalogue, or made for a gate of one's own. */
export const batchOf = (gate: Gate): Batch => batches.get(gate) ?? throughBody(gate)

/** Of how many rows a gate is: one for every two operands. */
export const rowsOf = ({ ports }: Pick<Gate, 'ports'>): number => Math.max(1, Math.ceil(ports.length / 2))

/** Where the place of operand `port` stands, of a gate whose first row begins at `row`. */
export const operandAt = (row: number, port: number): number => row + (port >> 1) * stride + 1 + (port & 1)

/** How many local gradients a gate writes. */
export const writtenBy = (gate: Gate): number => (foundLocals.has(gate) ? 0 : gate.ports.length)

/** Where the local gradient of a port is, of a gate with a given row; 1 is at `ones`, and −1 after it. */
export const localIn = (gate: Gate, port: number, row: ArrayLike<number>, ones: number): number => {
  const found = foundLocals.get(gate)?.[port]
  if (found === undefined) return (row[3] as number) + port
  return found > 0 ? (row[found] as number) : ones - 1 - found
}

/**
 * A gate made of gates: its body runs in their loops, over numbers of its own, and the seed goes back through it. One
 * after the other lie the body's values, its constants, what arrives at either, two local gradients each, 1, −1 and 0.
 */
const throughBody = ({ ports, body = [] }: Gate): Batch => {
  const size = body.length
  const upstream = 2 * size
  const locals = 4 * size
  const ones = 6 * size
  const inner = new Float64Array(ones + 3)
  inner.set([1, -1], ones)
  const table = new Int32Array(size * stride)
  /** Two for each instruction: where its local gradients are; of what it has no input for, a place that is always 0. */
  const slopes = new Int32Array(2 * size).fill(ones + 2)
  /** By instruction: the port whose number it is given, or −1. */
  const given = new Int32Array(size).fill(-1)
  const steps = body.map((instruction, i): Batch | null => {
    if (instruction.kind === 'given') given[i] = instruction.place
    if (instruction.kind === 'number') inner[i] = instruction.value
    if (instruction.kind !== 'gate') return null
    const [a = 0, b = size + i] = instruction.operands
    const row = [i, a, b, locals + 2 * i]
    table.set(row, i * stride)
    inner[size + i] = instruction.constant
    for (let port = 0; port < instruction.gate.ports.length; port++)
      slopes[2 * i + port] = localIn(instruction.gate, port, row, ones)
    return batchOf(instruction.gate)
  })

  const sendBack = (n: Float64Array, edge: number): void => {
    inner[upstream + size - 1] = 1
    for (let i = size - 1; i >= 0; i--) {
      const arrives = inner[upstream + i] as number
      const port = given[i] as number
      if (port >= 0) n[edge + port] = (n[edge + port] as number) + arrives
      if (!steps[i]) continue
      const row = i * stride
      const a = upstream + (table[row + 1] as number)
      const b = upstream + (table[row + 2] as number)
      inner[a] = (inner[a] as number) + arrives * (inner[slopes[2 * i] as number] as number)
      inner[b] = (inner[b] as number) + arrives * (inner[slopes[2 * i + 1] as number] as number)
    }
  }

  // A function of its own, for one that is called for every gate is compiled sooner than a loop that is entered seldom.
  const runGate = (n: Float64Array, rows: Int32Array, row: number): void => {
    for (let i = 0; i < size; i++) {
      const port = given[i] as number
      if (port >= 0) inner[i] = n[rows[operandAt(row, port)] as number] as number
      inner[upstream + i] = 0
      steps[i]?.(inner, table, i * stride, (i + 1) * stride)
    }
    n[rows[row] as number] = inner[size - 1] as number
    const edge = rows[row + 3] as number
    for (let port = 0; port < ports.length; port++) n[edge + port] = 0
    sendBack(n, edge)
  }

  const height = rowsOf({ ports }) * stride
  return (n, rows, from, to) => {
    for (let row = from; row < to; row += height) runGate(n, rows, row)
  }
}

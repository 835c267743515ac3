import type { Gate, Instruction } from '../gates/gate'
import type { Names } from './names'
import { type Dialect, slopeIn, valueIn } from './python'

/**
 * A gate of one's own as two functions: its value, and its slopes by the chain rule over what it is made of, from the
 * output back. Only the value where the library finds the slopes itself.
 */
export const ownGate = (dialect: Dialect, gate: Gate, names: Names): readonly string[] => {
  const body = gate.body ?? []
  const ports = gate.ports.map((_, i) => `p${i + 1}`)
  const forward = body.flatMap((instruction, i) => {
    const line = lineOf(dialect, body, i, ports)
    return instruction.kind === 'given' ? [] : [`    v${i + 1} = ${line}`]
  })
  const out = nameOf(body, body.length - 1, ports)
  const value = [`def ${names.gate(gate)}(${ports.join(', ')}):`, ...forward, `    return ${out}`]
  if (dialect === 'torch') return value
  return [
    ...value,
    '',
    `def ${names.slopes(gate)}(${ports.join(', ')}):`,
    ...forward,
    ...backward(dialect, body, ports),
    `    return ${ports.map((port) => `d${port}`).join(', ')}${ports.length === 1 ? ',' : ''}`,
  ]
}

const nameOf = (body: readonly Instruction[], at: number, ports: readonly string[]): string => {
  const instruction = body[at]
  return instruction?.kind === 'given' ? (ports[instruction.place] ?? '') : `v${at + 1}`
}

const fillingOf = (body: readonly Instruction[], at: number, ports: readonly string[]) => {
  const instruction = body[at]
  if (instruction?.kind !== 'gate') return { operands: [], constant: '0', out: '' }
  return {
    operands: instruction.operands.map((operand) => nameOf(body, operand, ports)),
    constant: numberIn(instruction.constant),
    out: `v${at + 1}`,
  }
}

const lineOf = (
  dialect: Dialect,
  body: readonly Instruction[],
  at: number,
  ports: readonly string[],
): string => {
  const instruction = body[at]
  if (instruction?.kind === 'number')
    return dialect === 'torch'
      ? `torch.tensor(${numberIn(instruction.value)}, dtype=torch.float64)`
      : numberIn(instruction.value)
  return instruction?.kind === 'gate' ? valueIn(dialect, instruction.gate, fillingOf(body, at, ports)) : ''
}

const backward = (
  dialect: Dialect,
  body: readonly Instruction[],
  ports: readonly string[],
): readonly string[] => {
  const lines = [
    ...ports.map((port) => `    d${port} = 0.0`),
    ...body.flatMap(({ kind }, i) => (kind === 'gate' ? [`    dv${i + 1} = 0.0`] : [])),
  ]
  const gradient = (at: number): string => `d${nameOf(body, at, ports)}`
  lines.push(`    ${gradient(body.length - 1)} = 1.0`)
  for (let at = body.length - 1; at >= 0; at--) {
    const instruction = body[at]
    if (instruction?.kind !== 'gate') continue
    instruction.operands.forEach((operand, port) => {
      // A number in the body hears nothing.
      if (body[operand]?.kind === 'number') return
      const slope = slopeIn(dialect, instruction.gate, port, fillingOf(body, at, ports))
      lines.push(`    ${gradient(operand)} += ${slope} * ${gradient(at)}`)
    })
  }
  return lines
}

/** A number as Python writes it. */
export const numberIn = (value: number): string => {
  if (Number.isNaN(value)) return 'float("nan")'
  if (!Number.isFinite(value)) return value > 0 ? 'float("inf")' : '-float("inf")'
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text.replace('e+', 'e')
}

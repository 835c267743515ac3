import type { Circuit, Wire, WireId } from '../circuit/circuit'
import { slopeAt } from '../gates/local'
import { engineOf } from './engine'
import type { Engine } from './machine'

/** A wire that carries so much more than its maker puts on it: how a wire is nudged. */
export type Raised = { readonly wire: WireId; readonly by: number }

/**
 * The forward pass: the value of every wire, by wire id, from the numbers of the inputs, by slot.
 * IEEE arithmetic throughout; nothing throws.
 */
export const forward = (
  circuit: Circuit,
  inputs: ArrayLike<number>,
  raised: readonly Raised[] = [],
): Float64Array => {
  const values = new Float64Array(circuit.wires.length)
  if (raised.length > 0) nudged(circuit, inputs, { raised, values })
  else {
    const engine = engineOf(circuit)
    runGates(circuit, engine, inputs, { values, locals: new Float64Array(engine.edgeOf.at(-1) as number) })
  }
  return values
}

type Results = { readonly values: Float64Array; readonly locals: Float64Array }

/** Every gate once, its local gradients with its value, kind by kind. */
export const runGates = (
  circuit: Circuit,
  engine: Engine,
  inputs: ArrayLike<number>,
  { values, locals }: Results,
): void => {
  const { constants, groups } = engine
  for (let i = 0; i < constants.wires.length; i++)
    values[constants.wires[i] as number] = constants.values[i] as number
  for (let slot = 0; slot < engine.inputs.length; slot++)
    values[engine.inputs[slot] as number] = inputs[slot] ?? Number.NaN
  const run = { ...engine, values, locals }
  for (const { batch, from, to } of groups) {
    if (batch) batch(run, from, to)
    else for (let i = from; i < to; i++) runGate(circuit, engine.out[i] as WireId, engine, run)
  }
}

/** A gate that has no loop of its own, by its record. */
const runGate = (circuit: Circuit, id: WireId, { edgeOf }: Engine, { values, locals }: Results): void => {
  const { maker } = circuit.wires[id] as Wire
  if (maker.kind !== 'gate') return
  const { gate, inputs } = maker
  const operands = operandsAt(inputs, values)
  const constant = maker.constant?.value ?? 0
  const out = gate.value(operands, constant)
  values[id] = out
  const edge = edgeOf[id] as number
  for (let port = 0; port < inputs.length; port++)
    locals[edge + port] = slopeAt(gate, port, { operands, constant, out })
}

type Nudged = { readonly raised: readonly Raised[]; readonly values: Float64Array }

const nudged = (circuit: Circuit, inputs: ArrayLike<number>, { raised, values }: Nudged): void => {
  const more = new Map(raised.map(({ wire, by }) => [wire, by]))
  for (const wire of circuit.wires)
    values[wire.id] = numberOn(wire, inputs, values) + (more.get(wire.id) ?? 0)
}

const numberOn = ({ maker }: Wire, inputs: ArrayLike<number>, values: Float64Array): number => {
  switch (maker.kind) {
    case 'input':
      return inputs[maker.slot] ?? Number.NaN
    case 'constant':
      return maker.constant.value
    case 'gate':
      return maker.gate.value(operandsAt(maker.inputs, values), maker.constant?.value ?? 0)
  }
}

/** The numbers at a gate's ports. */
export const operandsAt = (inputs: readonly WireId[], values: Float64Array): readonly number[] =>
  inputs.map((input) => values[input] as number)

import { type Circuit, inputsOf } from '../circuit/circuit'
import { type Batch, batches, type Run } from '../gates/batches'
import type { Gate } from '../gates/gate'

/** Gates of one kind that wait for nothing but what has run before: places from `from` up to `to` of the schedule. */
type Group = { readonly batch: Batch | null; readonly from: number; readonly to: number }

/**
 * A circuit made ready to run many times. The gates are sorted by level (how far they are from inputs) and kind;
 * what each needs lies in arrays. Edges are those of a pass.
 */
export type Engine = Omit<Run, 'values' | 'locals'> & {
  readonly groups: readonly Group[]
  /** By wire: its gate's first edge; one entry more than wires. */
  readonly edgeOf: Int32Array
  /** Wires whose number is known before any gate runs: constants, with their values; and inputs, by slot. */
  readonly constants: { readonly wires: Int32Array; readonly values: Float64Array }
  readonly inputs: Int32Array
  /** Wires that reach the output, the last first. */
  readonly living: Int32Array
  /** The edges through which wire `w` hears, in order of arrival: `heard[heardAt[w]]` up to `heard[heardAt[w + 1]]`. */
  readonly heardAt: Int32Array
  readonly heard: Int32Array
}

const known = new WeakMap<Circuit, Engine>()

export const engineOf = (circuit: Circuit): Engine => {
  const found = known.get(circuit) ?? prepare(circuit)
  known.set(circuit, found)
  return found
}

const prepare = (circuit: Circuit): Engine => {
  const edgeOf = edgesOf(circuit)
  const constants: number[] = []
  const values: number[] = []
  for (const { id, maker } of circuit.wires) {
    if (maker.kind !== 'constant') continue
    constants.push(id)
    values.push(maker.constant.value)
  }
  return {
    ...scheduleOf(circuit, edgeOf),
    edgeOf,
    constants: { wires: Int32Array.from(constants), values: Float64Array.from(values) },
    inputs: Int32Array.from(circuit.inputs),
    ...hearingOf(circuit, edgeOf),
  }
}

const edgesOf = ({ wires }: Circuit): Int32Array => {
  const edgeOf = new Int32Array(wires.length + 1)
  for (const wire of wires) edgeOf[wire.id + 1] = (edgeOf[wire.id] as number) + inputsOf(wire).length
  return edgeOf
}

/** Level and kind of every gate as one number, by which they are sorted; −1 for what is no gate. */
const ranksOf = ({ wires }: Circuit): { readonly ranks: Float64Array; readonly gates: number } => {
  const kinds = new Map<Gate, number>()
  const levels = new Int32Array(wires.length)
  const ranks = new Float64Array(wires.length).fill(-1)
  let gates = 0
  for (const { maker } of wires)
    if (maker.kind === 'gate' && !kinds.has(maker.gate)) kinds.set(maker.gate, kinds.size)
  for (const { id, maker } of wires) {
    if (maker.kind !== 'gate') continue
    let level = 0
    for (const input of maker.inputs) level = Math.max(level, levels[input] as number)
    levels[id] = level + 1
    ranks[id] = level * kinds.size + (kinds.get(maker.gate) as number)
    gates += 1
  }
  return { ranks, gates }
}

const scheduleOf = (
  circuit: Circuit,
  edgeOf: Int32Array,
): Pick<Engine, 'groups' | 'out' | 'a' | 'b' | 'c' | 'edge'> => {
  const { wires } = circuit
  const { ranks, gates } = ranksOf(circuit)
  // Rank and id are packed into one number, which is sorted without asking back.
  const order = new Float64Array(gates)
  let count = 0
  for (let id = 0; id < wires.length; id++)
    if ((ranks[id] as number) >= 0) order[count++] = (ranks[id] as number) * wires.length + id
  order.sort()
  const ids = () => new Int32Array(gates)
  const schedule = { out: ids(), a: ids(), b: ids(), c: new Float64Array(gates), edge: ids() }
  const groups: { batch: Batch | null; from: number; to: number }[] = []
  let before = -1
  order.forEach((packed, place) => {
    const id = packed % wires.length
    const maker = wires[id]?.maker
    if (maker?.kind !== 'gate') return
    const [first = 0, second = 0] = maker.inputs
    schedule.out[place] = id
    schedule.a[place] = first
    schedule.b[place] = second
    schedule.c[place] = maker.constant?.value ?? 0
    schedule.edge[place] = edgeOf[id] as number
    const last = groups.at(-1)
    if (last && before === ranks[id]) last.to = place + 1
    else groups.push({ batch: batches.get(maker.gate) ?? null, from: place, to: place + 1 })
    before = ranks[id] as number
  })
  return { ...schedule, groups }
}

/** Shares come from the last gate first, and from its ports in their order. */
const hearingOf = ({ wires }: Circuit, edgeOf: Int32Array): Pick<Engine, 'living' | 'heardAt' | 'heard'> => {
  const heardAt = new Int32Array(wires.length + 1)
  let living = 0
  for (const wire of wires) {
    if (!wire.reachesOutput) continue
    living += 1
    for (const input of inputsOf(wire)) heardAt[input + 1] = (heardAt[input + 1] as number) + 1
  }
  for (let id = 0; id < wires.length; id++)
    heardAt[id + 1] = (heardAt[id + 1] as number) + (heardAt[id] as number)
  const heard = new Int32Array(heardAt.at(-1) as number)
  const next = heardAt.slice()
  const order = new Int32Array(living)
  let place = 0
  for (let id = wires.length - 1; id >= 0; id--) {
    const wire = wires[id] as (typeof wires)[number]
    if (!wire.reachesOutput) continue
    order[place++] = id
    inputsOf(wire).forEach((input, port) => {
      const at = next[input] as number
      heard[at] = (edgeOf[id] as number) + port
      next[input] = at + 1
    })
  }
  return { living: order, heardAt, heard }
}

import { type Circuit, inputsOf, type Wire } from '../circuit/circuit'
import { batches } from '../gates/batches'
import type { Gate } from '../gates/gate'
import type { Engine, Group } from './machine'

/** Wires that are scheduled together: so many that their numbers lie near one another in memory. */
const block = 8192

type Schedule = Pick<Engine, 'groups' | 'out' | 'a' | 'b' | 'c' | 'edge'>

/**
 * Block by block of wires, kind after kind: of the kind that has most gates whose operands are there, all run, and
 * those that become ready by it with them, for a loop goes over its gates one after the other. So a long sum is one
 * loop, and few loops are short.
 */
export const scheduleOf = (circuit: Circuit, edgeOf: Int32Array): Schedule => {
  const { wires } = circuit
  const kinds = new Map<Gate, number>()
  const kindOf = new Int32Array(wires.length).fill(-1)
  let gates = 0
  for (const { id, maker } of wires) {
    if (maker.kind !== 'gate') continue
    const kind = kinds.get(maker.gate) ?? kinds.size
    kinds.set(maker.gate, kind)
    kindOf[id] = kind
    gates += 1
  }
  const ids = (): Int32Array => new Int32Array(gates)
  const schedule = { out: ids(), a: ids(), b: ids(), c: new Float64Array(gates), edge: ids() }
  const groups: Group[] = []
  const all = [...kinds.keys()]
  const ready = all.map((): number[] => [])
  /** By wire: how many operands are still to come, of those in its own block. */
  const missing = new Int32Array(wires.length)
  let place = 0

  const take = (id: number): void => {
    const { maker, uses } = wires[id] as Wire
    if (maker.kind !== 'gate') return
    const [first = 0, second = 0] = maker.inputs
    schedule.out[place] = id
    schedule.a[place] = first
    schedule.b[place] = second
    schedule.c[place] = maker.constant?.value ?? 0
    schedule.edge[place] = edgeOf[id] as number
    place += 1
    const end = (Math.floor(id / block) + 1) * block
    for (const { by } of uses) {
      if (by >= end) continue
      const left = (missing[by] as number) - 1
      missing[by] = left
      if (left === 0) ready[kindOf[by] as number]?.push(by)
    }
  }

  for (let from = 0; from < wires.length; from += block) {
    const to = Math.min(wires.length, from + block)
    for (let id = from; id < to; id++) {
      if (kindOf[id] === -1) continue
      let own = 0
      for (const input of inputsOf(wires[id] as Wire)) if (input >= from && kindOf[input] !== -1) own += 1
      missing[id] = own
      if (own === 0) ready[kindOf[id] as number]?.push(id)
    }
    for (let kind = mostReady(ready); kind >= 0; kind = mostReady(ready)) {
      const queue = ready[kind] as number[]
      const start = place
      for (let i = 0; i < queue.length; i++) take(queue[i] as number)
      queue.length = 0
      groups.push({ batch: batches.get(all[kind] as Gate) ?? null, from: start, to: place })
    }
  }
  return { ...schedule, groups }
}

const mostReady = (ready: readonly (readonly number[])[]): number => {
  let [found, most] = [-1, 0]
  ready.forEach(({ length }, kind) => {
    if (length <= most) return
    found = kind
    most = length
  })
  return found
}

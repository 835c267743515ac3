import { type Circuit, inputsOf, type Wire, type WireId } from '../circuit/circuit'
import { keptWith } from '../lib/remember'
import { localAt, type Pass, seed, shareAt } from './backward'
import { engineOf } from './engine'

/** One thing that happens. A share is one multiplication of the chain rule: upstream × local = downstream. */
export type Step =
  | { readonly kind: 'forward'; readonly gate: WireId }
  | { readonly kind: 'seed'; readonly wire: WireId; readonly upstream: number }
  | {
      readonly kind: 'share'
      readonly gate: WireId
      readonly port: number
      readonly into: WireId
      readonly upstream: number
      readonly local: number
      readonly downstream: number
      /** What `into` has heard so far, this share included: its gradient once all have come. */
      readonly total: number
    }

/**
 * In which order everything happens, by the circuit alone: the gates forward in the order of their wires, the seed,
 * then every share of the gates that reach the output, last gate first.
 */
export type Course = {
  /** The gates in the order in which they run. */
  readonly gates: Int32Array
  /** By share, in order: the gate that sends it, and its edge. */
  readonly senders: Int32Array
  readonly edges: Int32Array
  /** How many steps are over with each moment: a gate forward, the seed, or all the shares that a gate sends back. */
  readonly ends: Int32Array
  /** By wire: the step in which its value comes; −1 where it is there from the beginning. */
  readonly valueAt: Int32Array
  /** By edge: the step in which its share is sent; beyond all steps where it never is. */
  readonly sentAt: Int32Array
  readonly length: number
}

const never = 2 ** 31 - 1
export const courseOf = keptWith((circuit: Circuit): Course => {
  const { living, edgeOf } = engineOf(circuit)
  const { wires } = circuit
  const valueAt = new Int32Array(wires.length).fill(-1)
  const gates = new Int32Array(wires.length)
  let forward = 0
  for (const { id, maker } of wires) {
    if (maker.kind !== 'gate') continue
    valueAt[id] = forward
    gates[forward++] = id
  }
  const shares = edgeOf.at(-1) as number
  const sentAt = new Int32Array(shares).fill(never)
  const [senders, edges] = [new Int32Array(shares), new Int32Array(shares)]
  const ends = new Int32Array(forward + 1 + living.length)
  for (let step = 0; step <= forward; step++) ends[step] = step + 1
  let moments = forward + 1
  let sent = 0
  for (const id of living) {
    const first = edgeOf[id] as number
    const end = edgeOf[id + 1] as number
    for (let edge = first; edge < end; edge++, sent++) {
      sentAt[edge] = forward + 1 + sent
      edges[sent] = edge
      senders[sent] = id
    }
    if (end > first) ends[moments++] = forward + 1 + sent
  }
  return {
    gates: gates.slice(0, forward),
    senders: senders.slice(0, sent),
    edges: edges.slice(0, sent),
    ends: ends.slice(0, moments),
    valueAt,
    sentAt,
    length: forward + 1 + sent,
  }
})

/** A step of a pass, read from its arrays as it is asked for. */
export const stepAt = (pass: Pass, step: number): Step => {
  const { circuit } = pass
  const { gates, senders, edges } = courseOf(circuit)
  if (step < gates.length) return { kind: 'forward', gate: gates[step] as WireId }
  if (step === gates.length) return { kind: 'seed', wire: circuit.output, upstream: seed }
  const share = step - gates.length - 1
  const gate = senders[share] as WireId
  const edge = edges[share] as number
  const port = edge - (pass.edgeOf[gate] as number)
  const into = inputsOf(circuit.wires[gate] as Wire)[port] as WireId
  return {
    kind: 'share',
    gate,
    port,
    into,
    upstream: pass.gradients[gate] as number,
    local: localAt(pass, edge),
    downstream: shareAt(pass, edge),
    total: hearing(pass, into, step + 1).total,
  }
}

/** How many shares a wire has heard when so many steps are over, and what they add up to; the seed counts as one. */
export const hearing = (
  pass: Pass,
  wire: WireId,
  done: number,
): { readonly heard: number; readonly total: number } => {
  const { circuit } = pass
  const { heardAt, heard } = engineOf(circuit)
  const course = courseOf(circuit)
  const isSeeded = wire === circuit.output && done > course.gates.length
  let [count, total] = isSeeded ? [1, seed] : [0, 0]
  for (let i = heardAt[wire] as number; i < (heardAt[wire + 1] as number); i++) {
    const edge = heard[i] as number
    if ((course.sentAt[edge] as number) >= done) break
    count += 1
    total += shareAt(pass, edge)
  }
  return { heard: count, total }
}

/** The steps in which a wire has heard its shares, as far as so many steps are over. */
export const sharesInto = (pass: Pass, wire: WireId, done: number): readonly Step[] => {
  const { heardAt, heard } = engineOf(pass.circuit)
  const { sentAt } = courseOf(pass.circuit)
  return Array.from(heard.subarray(heardAt[wire], heardAt[wire + 1]), (edge) => sentAt[edge] as number)
    .filter((step) => step < done)
    .map((step) => stepAt(pass, step))
}

import { inputsOf, type WireId } from '../circuit/circuit'
import { edgeAt, type Pass, seed } from './backward'

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

/** The gates in the order in which they run; the backward pass visits those that reach the output, last first. */
const gatesOf = ({ circuit }: Pass): readonly WireId[] =>
  circuit.wires.filter((wire) => wire.maker.kind === 'gate').map((wire) => wire.id)

/** All steps of a pass, read from its arrays as they are asked for: forward gates, the seed, then every share. */
export function* stepsOf(pass: Pass): Generator<Step> {
  const gates = gatesOf(pass)
  for (const gate of gates) yield { kind: 'forward', gate }
  yield { kind: 'seed', wire: pass.circuit.output, upstream: seed }
  const heard = new Float64Array(pass.gradients.length)
  for (const gate of gates.toReversed()) {
    const wire = pass.circuit.wires[gate]
    if (wire?.reachesOutput) yield* sharesOf(pass, gate, heard)
  }
}

function* sharesOf(pass: Pass, gate: WireId, heard: Float64Array): Generator<Step> {
  const wire = pass.circuit.wires[gate]
  if (!wire) return
  for (const [port, into] of inputsOf(wire).entries()) {
    const edge = edgeAt(pass, gate, port)
    const downstream = pass.shares[edge] as number
    const total = (heard[into] as number) + downstream
    heard[into] = total
    const [upstream, local] = [pass.gradients[gate] as number, pass.locals[edge] as number]
    yield { kind: 'share', gate, port, into, upstream, local, downstream, total }
  }
}

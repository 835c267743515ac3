import { asTheyAnswer, inputsOf, type WireId } from '../circuit/circuit'
import { edgeAt, localAt, type Pass } from './backward'

/** One way from a wire to the output: through which gates, by which of their ports, and the product of the slopes. */
export type Path = {
  readonly edges: readonly PathEdge[]
  readonly product: number
}
export type PathEdge = { readonly gate: WireId; readonly port: number; readonly local: number }

/** All ways from a wire to the output: how many there are, some of them, and what all of them add up to. */
export type Paths = {
  /** Exact up to 2^53; there may be more ways than can be counted. */
  readonly count: number
  readonly paths: readonly Path[]
  /** The gradient: the chain rule summed over all paths (Bauer, *Computational graphs and rounding error*, 1974). */
  readonly sum: number
}

/** At most `most` paths are spelled out, those first whose shares come first in the backward pass; all are counted. */
export const pathsOf = (pass: Pass, from: WireId, most = 12): Paths => {
  const { circuit } = pass
  const counts = countsTo(pass)
  const paths: Path[] = []
  const open: (readonly PathEdge[])[] = [[]]
  while (open.length > 0 && paths.length < most) {
    const edges = open.pop() as readonly PathEdge[]
    const at = edges.at(-1)?.gate ?? from
    if (at === circuit.output) {
      paths.push({ edges, product: edges.reduce((product, { local }) => product * local, 1) })
      continue
    }
    // What is put down last is taken up first.
    for (const { by, port } of asTheyAnswer(circuit.wires[at]?.uses ?? []).toReversed())
      if ((counts[by] as number) > 0)
        open.push([...edges, { gate: by, port, local: localAt(pass, edgeAt(pass, by, port)) }])
  }
  return { count: counts[from] as number, paths, sum: pass.gradients[from] as number }
}

/** By wire: in how many ways it reaches the output. From the output back, each edge once. */
const countsTo = ({ circuit }: Pass): Float64Array => {
  const counts = new Float64Array(circuit.wires.length)
  counts[circuit.output] = 1
  for (const wire of circuit.wires.toReversed())
    for (const input of inputsOf(wire))
      if (wire.id <= circuit.output) counts[input] = (counts[input] as number) + (counts[wire.id] as number)
  return counts
}

import type { Circuit, Wire } from './circuit'

type FirstUse = {
  readonly wire: Wire
  readonly unreached: number
  readonly by: number
  readonly port: number
}

const firstUse = (circuit: Circuit, wire: Wire): FirstUse => {
  let by = circuit.wires.length
  let port = wire.id as number
  for (const use of wire.uses) {
    const counts = !wire.reachesOutput || circuit.wires[use.by]?.reachesOutput
    if (!counts || use.by > by || (use.by === by && use.port > port)) continue
    by = use.by
    port = use.port
  }
  return { wire, unreached: wire.reachesOutput ? 0 : 1, by, port }
}

/** As the output comes to need them, `w0 x0 w1 x1 w2`; those that never reach it come last. */
export const inOrderOfFirstUse = (circuit: Circuit, wires: readonly Wire[]): readonly Wire[] =>
  wires
    .map((wire) => firstUse(circuit, wire))
    .sort((a, b) => a.unreached - b.unreached || a.by - b.by || a.port - b.port)
    .map(({ wire }) => wire)

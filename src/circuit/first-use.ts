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

const inTurn = (a: FirstUse, b: FirstUse): number =>
  a.unreached - b.unreached || a.by - b.by || a.port - b.port

/** As the output comes to need them, `w0 x0 w1 x1 w2`; those that never reach it come last. */
export const inOrderOfFirstUse = (circuit: Circuit, wires: readonly Wire[]): readonly Wire[] =>
  wires
    .map((wire) => firstUse(circuit, wire))
    .sort(inTurn)
    .map(({ wire }) => wire)

/** Of all inputs and constants the first; null where there are none. */
export const firstUsed = (circuit: Circuit): Wire | null => {
  let first: FirstUse | null = null
  for (const wire of circuit.wires) {
    if (wire.maker.kind === 'gate') continue
    const found = firstUse(circuit, wire)
    if (first === null || inTurn(found, first) < 0) first = found
  }
  return first?.wire ?? null
}

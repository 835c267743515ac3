import type { Constant, Gate } from '../gates/gate'
import type { Span } from '../lib/result'
import {
  type Circuit,
  inputsOf,
  type Maker,
  type Shape,
  scalar,
  type Use,
  type Wire,
  type WireId,
} from './circuit'

type Drafted = {
  readonly key: string
  readonly text: string
  readonly maker: Maker
  readonly shape: Shape
  readonly span: Span
  readonly names: string[]
  tag: string | null
}

/** Where in the program a wire comes from; `statement` makes its key survive edits to other statements. */
export type Origin = { readonly statement: string; readonly text: string; readonly span: Span }

/** A circuit being wired up. Wires are only ever added behind their operands: their order is topological. */
export type Draft = ReturnType<typeof beginDraft>

export const beginDraft = () => {
  const wires: Drafted[] = []
  const inputs: WireId[] = []
  const ordinals = new Map<string, number>()

  const push = (kind: string, maker: Maker, { statement, text, span }: Origin): WireId => {
    const stem = `${statement}/${kind}`
    const ordinal = ordinals.get(stem) ?? 0
    ordinals.set(stem, ordinal + 1)
    wires.push({ key: `${stem}/${ordinal}`, text, maker, shape: scalar, span, names: [], tag: null })
    return (wires.length - 1) as WireId
  }
  const at = (id: WireId): Drafted => wires[id] as Drafted

  return {
    input: (origin: Origin): WireId => {
      const id = push('input', { kind: 'input', slot: inputs.length }, origin)
      inputs.push(id)
      return id
    },
    constant: (constant: Constant, origin: Origin): WireId =>
      push('constant', { kind: 'constant', constant }, origin),
    gate: (
      gate: Gate,
      from: { inputs: readonly WireId[]; constant: Constant | null },
      origin: Origin,
    ): WireId => push(gate.name, { kind: 'gate', gate, ...from }, origin),
    name: (id: WireId, name: string): void => {
      at(id).names.push(name)
    },
    tag: (id: WireId, tag: string | null): void => {
      if (at(id).maker.kind === 'gate') at(id).tag = tag ?? at(id).tag
    },
    finish: (output: WireId): Circuit => {
      const uses = wires.map((): Use[] => [])
      const reaches = new Uint8Array(wires.length)
      reaches[output] = 1
      for (let id = wires.length - 1; id >= 0; id--)
        if (reaches[id]) for (const input of inputsOf(at(id as WireId))) reaches[input] = 1
      wires.forEach((wire, id) => {
        inputsOf(wire).forEach((input, port) => {
          uses[input]?.push({ by: id as WireId, port })
        })
      })
      const finished = wires.map(({ text, ...wire }, id): Wire => {
        const own = { id: id as WireId, uses: uses[id] ?? [], reachesOutput: reaches[id] === 1 }
        return { ...wire, text: wire.names[0] ?? text, ...own }
      })
      return { wires: finished, inputs, output }
    },
  }
}

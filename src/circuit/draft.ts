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
    ): WireId =>
      push(gate.name, { kind: 'gate', gate, inputs: from.inputs, constant: from.constant }, origin),
    name: (id: WireId, name: string): void => {
      at(id).names.push(name)
    },
    tag: (id: WireId, tag: string | null): void => {
      if (at(id).maker.kind === 'gate') at(id).tag = tag ?? at(id).tag
    },
    /** In slices, which are the last of a longer piece of work: all but done. */
    *finishing(output: WireId): Generator<number, Circuit> {
      const reaches = new Uint8Array(wires.length)
      reaches[output] = 1
      const uses: (Use[] | undefined)[] = []
      for (let id = wires.length - 1; id >= 0; id--) {
        if (reaches[id]) reachBack(reaches, inputsOf(at(id as WireId)))
        if (id % slice === 0) yield 1
      }
      for (let by = 0; by < wires.length; by++) {
        addUses(uses, by as WireId, at(by as WireId).maker)
        if (by % slice === 0) yield 1
      }
      const finished: Wire[] = []
      for (let id = 0; id < wires.length; id++) {
        const { key, names, text, shape, maker, span, tag } = at(id as WireId)
        finished.push({
          id: id as WireId,
          key,
          names: names.length === 0 ? unnamed : names,
          text: names[0] ?? text,
          shape,
          maker,
          uses: uses[id] ?? unused,
          reachesOutput: reaches[id] === 1,
          span,
          tag,
        })
        if (id % slice === 0) yield 1
      }
      return { wires: finished, inputs, output }
    },
  }
}

/** So many wires are finished at a time. */
const slice = 8192

const unnamed: readonly string[] = []
const unused: readonly Use[] = []

const reachBack = (reaches: Uint8Array, inputs: readonly WireId[]): void => {
  for (let port = 0; port < inputs.length; port++) reaches[inputs[port] as number] = 1
}

const addUses = (uses: (Use[] | undefined)[], by: WireId, maker: Maker): void => {
  if (maker.kind !== 'gate') return
  const { inputs } = maker
  for (let port = 0; port < inputs.length; port++) {
    const input = inputs[port] as number
    const use = { by, port }
    const known = uses[input]
    if (known) known.push(use)
    else uses[input] = [use]
  }
}

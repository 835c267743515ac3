import type { Circuit, Maker, Use, Wire, WireId } from '../circuit/circuit'
import type { Gate } from '../gates/gate'
import { at } from './at'

/** One wire of a test circuit: an input, a constant, or a gate's output with its operands' places in the list. */
export type Sketched = {
  readonly maker: 'input' | 'constant' | { readonly sign: string; readonly inputs: readonly number[] }
  /** A name that starts with `_` or `#` is known here and unnamed in the circuit. */
  readonly name: string
  readonly tag: string | null
}

const gateSigned = (sign: string): Gate => ({ name: sign, sign: () => sign }) as Partial<Gate> as Gate

const idOf = (index: number): WireId => index as WireId

/** A circuit of structure only, as layout sees it; the last wire is the output. */
export const circuitOf = (sketched: readonly Sketched[]): Circuit => {
  const uses = sketched.map((): Use[] => [])
  sketched.forEach(({ maker }, by) => {
    if (typeof maker === 'string') return
    maker.inputs.forEach((operand, port) => {
      at(uses, operand).push({ by: idOf(by), port })
    })
  })
  const reaches = sketched.map((_, index) => index === sketched.length - 1)
  for (let index = sketched.length - 1; index >= 0; index--) {
    const { maker } = at(sketched, index)
    if (!at(reaches, index) || typeof maker === 'string') continue
    for (const operand of maker.inputs) reaches[operand] = true
  }
  const inputs: WireId[] = []
  const makerOf = ({ maker }: Sketched, index: number): Maker => {
    if (maker === 'constant') return { kind: 'constant', constant: { value: 0, text: '0' } }
    if (maker === 'input') return { kind: 'input', slot: inputs.push(idOf(index)) - 1 }
    return { kind: 'gate', gate: gateSigned(maker.sign), inputs: maker.inputs.map(idOf), constant: null }
  }
  const wires = sketched.map(
    (wire, index): Wire => ({
      id: idOf(index),
      key: String(index),
      names: /^([_#]|$)/.test(wire.name) ? [] : [wire.name],
      text: wire.name,
      shape: [],
      maker: makerOf(wire, index),
      uses: at(uses, index),
      reachesOutput: at(reaches, index),
      span: { from: 0, to: 0 },
      tag: wire.tag,
    }),
  )
  return { wires, inputs, output: idOf(sketched.length - 1) }
}

/**
 * Reads `x; y; q = + x y` with a statement for each wire: a lone name is an input, `#0` a constant, `_a` an
 * unnamed wire, and a gate's tag follows its operands in brackets.
 */
export const sketch = (source: string): Circuit => {
  const places = new Map<string, number>()
  const wires: Sketched[] = []
  const add = (key: string, wire: Omit<Sketched, 'name'>): void => {
    places.set(key, wires.length)
    wires.push({ ...wire, name: key })
  }
  for (const statement of source.split(/[;\n]/)) {
    const [name, , sign, ...rest] = statement.trim().split(/\s+/)
    if (name === undefined || name === '') continue
    if (sign === undefined) {
      add(name, { maker: name.startsWith('#') ? 'constant' : 'input', tag: null })
      continue
    }
    const isTag = (word: string): boolean => word.startsWith('(')
    const inputs = rest
      .filter((word) => !isTag(word))
      .map((word) => {
        const place = places.get(word)
        if (place === undefined) throw new Error(`no wire ${word} before ${statement}`)
        return place
      })
    add(name, { maker: { sign, inputs }, tag: rest.find(isTag)?.slice(1, -1) ?? null })
  }
  return circuitOf(wires)
}

/** The wire that a sketch calls so. */
export const wireCalled = (circuit: Circuit, name: string): Wire => {
  const wire = circuit.wires.find(({ text }) => text === name)
  if (wire === undefined) throw new Error(`no wire called ${name}`)
  return wire
}

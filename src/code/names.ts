import type { Circuit, Wire } from '../circuit/circuit'
import type { Gate } from '../gates/gate'

/** Words that Python, or the code itself, has a use for. */
const reserved = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield match case print max min abs float ' +
    'math np torch exp log sqrt sin cos tan tanh sigmoid softplus relu'
  ).split(' '),
)

/** Gradient variables after the whole quotient, `dfdq`, or after the variable alone, `dq`. */
export type Naming = 'dfdq' | 'dq'

/** What everything is called in the code; no two things alike. */
export type Names = {
  readonly of: (wire: Wire) => string
  readonly gradientOf: (wire: Wire) => string
  readonly gate: (gate: Gate) => string
  readonly slopes: (gate: Gate) => string
}

/** `w₁`, `w[0]`, `w1[0]`, `x@2` as Python has it: `w1`, `w0`, `w1_0`, `x_2`. */
const plainName = (name: string): string => {
  const plain = [...name]
    .map((char) => (char >= '₀' && char <= '₉' ? String(char.charCodeAt(0) - 0x2080) : char))
    .join('')
    .replace(/(\d?)\[(\d+)\]/g, (_, before, place) => (before ? `${before}_${place}` : place))
    .replaceAll('@', '_')
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(plain) ? plain : 'u'
}

export const namesIn = ({ wires, output }: Circuit, naming: Naming): Names => {
  const taken = new Set(reserved)
  const unique = (wanted: string): string => {
    let name = wanted
    for (let i = 2; taken.has(name); i++)
      name = reserved.has(wanted) ? `${wanted}${'_'.repeat(i - 1)}` : `${wanted}_${i}`
    taken.add(name)
    return name
  }
  const values = new Map<Wire, string>()
  for (const wire of wires) {
    const [name] = wire.names
    if (name !== undefined) values.set(wire, unique(plainName(name)))
  }
  let unnamed = 0
  for (const wire of wires) if (!values.has(wire)) values.set(wire, unique(`u${++unnamed}`))
  const of = (wire: Wire): string => values.get(wire) ?? 'u'
  const last = wires[output] as Wire
  const gradients = new Map(
    wires.map((wire) => [wire, unique(naming === 'dq' ? `d${of(wire)}` : `d${of(last)}d${of(wire)}`)]),
  )
  const own = new Map<Gate, { readonly gate: string; readonly slopes: string }>()
  const named = (gate: Gate) => {
    const found = own.get(gate) ?? {
      gate: unique(plainName(gate.name)),
      slopes: unique(`slopes_${plainName(gate.name)}`),
    }
    own.set(gate, found)
    return found
  }
  return {
    of,
    gradientOf: (wire) => gradients.get(wire) ?? 'du',
    gate: (gate) => named(gate).gate,
    slopes: (gate) => named(gate).slopes,
  }
}

import { inputsOf, signOf, type Wire } from '../circuit/circuit'
import { printNumber } from '../lib/format'
import type { Picture } from '../scene/picture'
import { shareOf, wireAt } from '../scene/picture'
import { called } from '../scene/words'

/** A string of DOT: quotes and backslashes are its only signs. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** The circuit for Graphviz: a node for each gate, its wires labelled with value and gradient, as in the picture. */
export const dotOf = ({
  circuit,
  pass,
  decimals,
}: Pick<Picture, 'circuit' | 'pass' | 'decimals'>): string => {
  const number = (value: number) => printNumber(value, decimals)
  const nodes = circuit.wires.map(
    (wire) => `  ${idOf(wire)} [${nodeOf(wire, number(pass.values[wire.id] as number))}];`,
  )
  const edges = circuit.wires.flatMap((by) =>
    inputsOf(by).map((id, port) => {
      const share = number(shareOf(pass, { by: by.id, port }) + 0)
      const label = `${number(pass.values[id] as number)}\n${share}`
      return `  ${idOf(wireAt({ circuit }, id))} -> ${idOf(by)} [label=${quoted(label).replaceAll('\n', '\\n')}];`
    }),
  )
  const output = wireAt({ circuit }, circuit.output)
  const end = `${number(pass.values[output.id] as number)}\\n${number(pass.gradients[output.id] as number)}`
  return [
    'digraph backflow {',
    '  rankdir=LR;',
    '  node [shape=circle, fontname="Source Sans 3,sans-serif"];',
    '  edge [fontname="Source Sans 3,sans-serif"];',
    ...nodes,
    ...edges,
    `  out [shape=plaintext, label=${quoted(called(output))}];`,
    `  ${idOf(output)} -> out [label="${end}"];`,
    '}',
    '',
  ].join('\n')
}

const idOf = ({ id }: Wire): string => `w${id}`

const nodeOf = (wire: Wire, value: string): string => {
  if (wire.maker.kind === 'gate') return `label=${quoted(signOf(wire))}, xlabel=${quoted(called(wire))}`
  return `shape=plaintext, label=${quoted(wire.maker.kind === 'input' ? called(wire) : value)}`
}

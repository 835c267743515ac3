import { type Circuit, inputsOf, signOf, type Wire } from './circuit'

/**
 * Equal for two circuits that are drawn at the same places: everything a layout looks at, and nothing of where in
 * the text it stands. Dragging an input never changes it.
 */
export const structureOf = ({ wires, output }: Circuit): string =>
  wires
    .map((wire) =>
      [
        wire.key,
        wire.names.join('='),
        wire.maker.kind,
        signOf(wire),
        inputsOf(wire).join(','),
        wire.tag ?? '',
      ].join('|'),
    )
    .join('\n')
    .concat(`\n${output}`)

/** Whether two circuits have the same structure: quickly told where it is the same one, or where they soon differ. */
export const sameStructure = (a: Circuit, b: Circuit): boolean => {
  if (a === b) return true
  if (a.wires.length !== b.wires.length || a.output !== b.output) return false
  return a.wires.every((wire, id) => sameWire(wire, b.wires[id] as Wire))
}

const sameWire = (a: Wire, b: Wire): boolean =>
  a.key === b.key &&
  a.maker.kind === b.maker.kind &&
  a.tag === b.tag &&
  sameList(inputsOf(a), inputsOf(b)) &&
  sameList(a.names, b.names) &&
  signOf(a) === signOf(b)

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i])

import { type Circuit, inputsOf, signOf, type Wire } from './circuit'

/**
 * Whether two circuits are drawn at the same places: everything a layout looks at is the same, and nothing of where in
 * the text it stands counts. Dragging an input never changes it. Quickly told where it is the same one, or where they
 * soon differ.
 */
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

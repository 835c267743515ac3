import { inputsOf, signOf, type Use, type Wire } from '../circuit/circuit'
import { nameLatex } from '../language/print'
import { type Picture, wireAt } from './picture'
import type { Term } from './terms'
import { called } from './words'

export type Where = readonly { readonly letter: string; readonly text: string }[]

/** What the wires are called in one formula. */
export type Names = {
  readonly of: (wire: Wire) => Term
  /** As one gate meets it: where that has the wire at two of its ports, each is told apart. */
  readonly at: (wire: Wire, use: Use) => Term
  /** The letters given so far, and the marks of ports. */
  readonly where: () => Where
}

const letters = ['u', 'v', 's', 't', 'r', 'p', 'k', 'm', 'n', 'h', 'g', 'c', 'd']

/** `u`, `v` …, then `u1`, `v1` …, without those that would look like a name of the program. */
function* freshLetters({ circuit }: Pick<Picture, 'circuit'>): Generator<string, never> {
  const taken = new Set<string>()
  for (const { names, maker } of circuit.wires) {
    for (const name of names) taken.add(nameLatex(name))
    if (maker.kind === 'gate') taken.add(nameLatex(maker.gate.name))
  }
  for (let round = 0; ; round++)
    for (const letter of letters) {
      const fresh = round === 0 ? letter : `${letter}${round}`
      if (!taken.has(nameLatex(fresh))) yield fresh
    }
}

/** A copy of a wire is marked like a term of a series, in parentheses: it is no power. */
const raised = ['⁽¹⁾', '⁽²⁾', '⁽³⁾']
const ordinals = ['first', 'second', 'third']

/** A name as it is; a letter that no name uses for each wire that has none, in the order in which they are met. */
export const namesFor = (telling: Pick<Picture, 'circuit'>): Names => {
  const fresh = freshLetters(telling)
  const given = new Map<Wire, string>()
  const letterOf = (wire: Wire): string => {
    const letter = given.get(wire) ?? fresh.next().value
    given.set(wire, letter)
    return letter
  }
  const marks = new Map<string, string>()
  const of = (wire: Wire): Term => {
    const name = wire.names[0] ?? letterOf(wire)
    return { latex: nameLatex(name), plain: name }
  }
  return {
    of,
    at: (wire, { by, port }) => {
      const ports = inputsOf(wireAt(telling, by)).flatMap((input, at) => (input === wire.id ? [at] : []))
      const { latex, plain } = of(wire)
      if (ports.length < 2) return { latex, plain }
      const nth = ports.indexOf(port)
      const marked = `${plain}${raised[nth]}`
      marks.set(marked, `${plain} at the gate’s ${ordinals[port]} input`)
      return { latex: `{${latex}}^{(${nth + 1})}`, plain: marked }
    },
    where: () => [
      ...[...given].map(([wire, letter]) => ({
        letter,
        text: isReadable(wire) ? called(wire) : `the output of the gate ${signOf(wire)}`,
      })),
      ...[...marks].map(([letter, text]) => ({ letter, text })),
    ],
  }
}

const isReadable = ({ text }: Wire): boolean => text.length <= 40

/** A wire in the name of a factor: as everywhere, but by its letter where its expression is long. */
export const said = (names: Names, wire: Wire): string =>
  isReadable(wire) ? called(wire) : names.of(wire).plain

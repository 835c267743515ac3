import { inputsOf, signOf, type Use, type Wire } from '../circuit/circuit'
import { grammar } from '../gates/index'
import { formulaTree } from '../gates/run'
import { atom, nameLatex, type Piece, printLatex, printText } from '../language/print'
import { bracketed, preciseNumber } from '../lib/format'
import { edgeAt } from '../pass/backward'
import { livingUses, type Picture, shareOf, standOf, wireAt, wireByKey } from './picture'
import type { Subject } from './scene'
import { called } from './words'

/** The chain rule of one gradient or share, typeset; what of it can be pointed at; and the same as plain text. */
export type Chain = {
  /** A factor that belongs to a number on the picture is wrapped in `\htmlData{factor=ID}`. */
  readonly latex: string
  readonly plain: string
  readonly factors: readonly Factor[]
  /** Letters that stand for wires without a name. */
  readonly where: readonly { readonly letter: string; readonly text: string }[]
}
export type Factor = { readonly id: string; readonly name: string; readonly subject: Subject }

type Telling = Pick<Picture, 'circuit' | 'pass'>

/** Null for what is no gradient, or is no longer there. */
export const chainOf = (telling: Telling, subject: Subject): Chain | null => {
  const wire = wireByKey(telling, subject.wire)
  if (!wire) return null
  if (subject.about === 'gradient') return gradientChain(telling, wire)
  if (subject.about !== 'share') return null
  const use = wire.uses.find(
    ({ by, port }) => wireAt(telling, by).key === subject.by && port === subject.port,
  )
  return use ? productChain(telling, wire, use) : null
}

const gradientChain = (telling: Telling, wire: Wire): Chain => {
  const { circuit } = telling
  const uses = livingUses(telling, wire)
  const [only] = uses
  if (wire.id !== circuit.output && only && uses.length === 1) return productChain(telling, wire, only)
  const names = namesFor(telling)
  const whole = partial(names, wireAt(telling, circuit.output), wire)
  if (wire.id === circuit.output) return written(names, [...whole, same(' = 1')], [])
  if (!only) return written(names, [...whole, same(' = 0')], [])
  return forkChain(telling, wire, uses)
}

/** Every term as LaTeX and as text; the two never drift apart. */
type Term = { readonly latex: string; readonly plain: string }
const same = (text: string): Term => ({ latex: text, plain: text })

type Names = {
  readonly of: (wire: Wire) => Term
  /** The letters given so far. */
  readonly where: () => Chain['where']
}

const letters = ['u', 'v', 's', 't', 'r', 'p', 'k', 'm', 'n', 'h', 'g', 'c', 'd']

/** `u`, `v` …, then `u1`, `v1` …, without those that would look like a name of the program. */
function* freshLetters({ circuit }: Telling): Generator<string, never> {
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

/** A name as it is; a letter that no name uses for each wire that has none, in the order in which they are met. */
const namesFor = (telling: Telling): Names => {
  const fresh = freshLetters(telling)
  const given = new Map<Wire, string>()
  const letterOf = (wire: Wire): string => {
    const letter = given.get(wire) ?? fresh.next().value
    given.set(wire, letter)
    return letter
  }
  return {
    of: (wire) => {
      const name = wire.names[0] ?? letterOf(wire)
      return { latex: nameLatex(name), plain: name }
    },
    where: () =>
      [...given].map(([wire, letter]) => ({
        letter,
        text: isReadable(wire) ? called(wire) : `the output of the gate ${signOf(wire)}`,
      })),
  }
}

const isReadable = ({ text }: Wire): boolean => text.length <= 40

/** A wire in the name of a factor: as everywhere, but by its letter where its expression is long. */
const said = (names: Names, wire: Wire): string => (isReadable(wire) ? called(wire) : names.of(wire).plain)

const partial = (names: Names, of: Wire, by: Wire): readonly Term[] => {
  const [top, bottom] = [names.of(of), names.of(by)]
  return [
    {
      latex: `\\frac{\\partial ${top.latex}}{\\partial ${bottom.latex}}`,
      plain: `∂${top.plain}/∂${bottom.plain}`,
    },
  ]
}

const powerOfTen = ' \\cdot 10^'

const numberLatex = (text: string): string =>
  text
    .replace(/e(−?\d+)$/, `${powerOfTen}{$1}`)
    .replaceAll('−', '-')
    .replaceAll('…', '\\ldots ')
    .replaceAll('∞', '\\infty ')
    .replaceAll('NaN', '\\mathrm{NaN}')

const numberTerm = (value: number, beside = false): Term => {
  const text = preciseNumber(value)
  const isWrapped = beside && text.startsWith('−')
  return {
    latex: isWrapped ? `\\left(${numberLatex(text)}\\right)` : numberLatex(text),
    plain: beside ? bracketed(text) : text,
  }
}

const dot: Term = { latex: ' \\cdot ', plain: ' · ' }
const equals = same(' = ')
const plus = same(' + ')

/** Wrapped so that the page can tell which number it is. */
const marked = (id: string, terms: readonly Term[]): readonly Term[] =>
  terms.map(({ latex, plain }) => ({ latex: `\\htmlData{factor=${id}}{${latex}}`, plain }))

const written = (names: Names, terms: readonly Term[], factors: readonly Factor[]): Chain => ({
  latex: terms.map(({ latex }) => latex).join(''),
  plain: terms.map(({ plain }) => plain).join(''),
  factors,
  where: names.where(),
})

/** ∂f/∂x = ∂f/∂q · ∂q/∂x = upstream · local = share, and below it the gate's rule with its numbers. */
const productChain = (telling: Telling, wire: Wire, use: Use): Chain => {
  const { circuit, pass } = telling
  const [output, gate] = [wireAt(telling, circuit.output), wireAt(telling, use.by)]
  const names = namesFor(telling)
  const isWhole = gate.reachesOutput && livingUses(telling, wire).length === 1
  const whole = isWhole ? [...partial(names, output, wire), equals] : []
  const upstream = marked('0', partial(names, output, gate))
  const local = marked('1', partial(names, gate, wire))
  const product = [...whole, ...upstream, dot, ...local, equals]
  const factors: readonly Factor[] = [
    {
      id: '0',
      name: `gradient on ${said(names, gate)}, upstream`,
      subject: { about: 'gradient', wire: gate.key },
    },
    {
      id: '1',
      name: `local gradient of the gate ${said(names, gate)}`,
      subject: { about: 'gate', wire: gate.key },
    },
  ]
  // Nothing arrives where the output is not reached: 0, and not 0 · ∞.
  if (!gate.reachesOutput) return written(names, [...product, same('0')], factors)
  const first: readonly Term[] = [
    ...product,
    ...marked('0', [numberTerm(pass.gradients[gate.id] as number, true)]),
    dot,
    ...marked('1', [numberTerm(pass.locals[edgeAt(pass, gate.id, use.port)] as number, true)]),
    equals,
    numberTerm(shareOf(pass, use) + 0),
  ]
  const rule = ruleOf(telling, { gate, port: use.port, names })
  if (!rule) return written(names, first, factors)
  const second = [...local, ...rule.flatMap((term) => [equals, term])]
  return written(names, [gathered, ...first, nextLine, ...second, gatheredEnd], factors)
}

const gathered: Term = { latex: '\\begin{gathered}', plain: '' }
const gatheredEnd: Term = { latex: '\\end{gathered}', plain: '' }
const nextLine: Term = { latex: ' \\\\ ', plain: '; ' }

type Rule = {
  readonly gate: Wire
  readonly port: number
  readonly names: Names
}

/** The local gradient as its formula with names, with numbers, and as a number; null where it is a bare number. */
const ruleOf = (telling: Telling, { gate, port, names }: Rule): readonly Term[] | null => {
  const { maker } = gate
  if (maker.kind !== 'gate') return null
  const rule = maker.gate.locals[port]
  const stand = standOf(telling.pass, gate)
  if (rule?.kind !== 'formula' || (rule.edge?.(stand.operands, stand.constant) ?? null) !== null) return null
  if (!/[a-z]/.test(rule.formula) || rule.formula === 'c') return null
  const local = telling.pass.locals[edgeAt(telling.pass, gate.id, port)] as number
  const { ports } = maker.gate
  const operands = inputsOf(gate).map((id) => wireAt(telling, id))
  const wires = new Map(ports.map((name, i) => [name, operands[i]])).set('out', gate)
  const numbers = new Map(ports.map((name, i) => [name, stand.operands[i]]))
  numbers.set('out', stand.out).set('c', stand.constant)
  const number = (name: string) => numberTerm(numbers.get(name) ?? Number.NaN)
  const named = filled(rule.formula, (name) => {
    const wire = wires.get(name)
    return wire && wire.maker.kind !== 'constant' ? names.of(wire) : number(name)
  })
  const steps = [named, filled(rule.formula, number), numberTerm(local)]
  // Each is said once: a rule of constants alone is its numbers, and a bare name's number is the result.
  const different = steps.filter(({ plain }, i) => plain !== steps[i + 1]?.plain)
  return different.length > 1 ? different : null
}

const timesPower = grammar.infix.get('*')?.power ?? 0

/** How tightly a typeset name or number holds together: TeX stops at a power of 10 to a power without brackets. */
const pieceOf = (text: string): Piece => {
  if (text.startsWith('-') || text.startsWith('−')) return { text, power: 0 }
  return text.includes(powerOfTen) ? { text, power: timesPower } : atom(text)
}

const filled = (formula: string, term: (name: string) => Term): Term => {
  const tree = formulaTree(formula)
  return {
    latex: printLatex(tree, { grammar, name: (name) => pieceOf(term(name).latex) }),
    plain: printText(tree, { grammar, name: (name) => pieceOf(term(name).plain) })
      .replaceAll(' ** ', '^')
      .replaceAll(' * ', ' · ')
      .replaceAll('-', '−'),
  }
}

const mostBranches = 4

/** ∂f/∂x as the sum over its branches, in the order in which their shares arrive. */
const forkChain = (telling: Telling, wire: Wire, uses: readonly Use[]): Chain => {
  const { circuit, pass } = telling
  const output = wireAt(telling, circuit.output)
  const arriving = uses.toReversed()
  const listed = arriving.slice(0, mostBranches)
  const gates = listed.map(({ by }) => wireAt(telling, by))
  const names = namesFor(telling)
  const whole = partial(names, output, wire)
  const more = arriving.length > mostBranches ? [plus, { latex: '\\cdots', plain: '…' }] : []
  const factors = listed.map(
    ({ by, port }, i): Factor => ({
      id: String(i),
      name: `share of the gradient on ${said(names, wire)} from ${said(names, wireAt(telling, by))}`,
      subject: { about: 'share', wire: wire.key, by: wireAt(telling, by).key, port },
    }),
  )
  const join = (terms: readonly (readonly Term[])[]): readonly Term[] => [
    ...terms.flatMap((each, i) => (i === 0 ? each : [plus, ...each])),
    ...more,
  ]
  return written(
    names,
    [
      gathered,
      ...whole,
      equals,
      ...join(
        gates.map((gate, i) =>
          marked(String(i), [joined([...partial(names, output, gate), dot, ...partial(names, gate, wire)])]),
        ),
      ),
      { latex: ' \\\\ = ', plain: ' = ' },
      ...join(listed.map((use, i) => marked(String(i), [numberTerm(shareOf(pass, use) + 0, true)]))),
      equals,
      numberTerm(pass.gradients[wire.id] as number),
      gatheredEnd,
    ],
    factors,
  )
}

const joined = (terms: readonly Term[]): Term => ({
  latex: terms.map(({ latex }) => latex).join(''),
  plain: terms.map(({ plain }) => plain).join(''),
})

import { inputsOf, type Use, type Wire } from '../circuit/circuit'
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
  const names = namesFor(telling, [wire, wireAt(telling, circuit.output)])
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
  readonly where: Chain['where']
}

const letters = ['u', 'v', 's', 't', 'r', 'p', 'k', 'm', 'n', 'h', 'g', 'c', 'd']

/** A name as it is; a letter that no name uses for each wire that has none. */
const namesFor = ({ circuit }: Telling, wires: readonly Wire[]): Names => {
  const taken = new Set(circuit.wires.flatMap(({ names }) => names))
  const free = letters.filter((letter) => !taken.has(letter))
  const given = new Map<Wire, string>()
  for (const wire of wires)
    if (wire.names.length === 0 && !given.has(wire)) given.set(wire, free[given.size] ?? '\\bullet')
  return {
    of: (wire) => {
      const name = given.get(wire) ?? wire.names[0] ?? ''
      return given.has(wire) ? same(name) : { latex: nameLatex(name), plain: name }
    },
    where: [...given].map(([wire, letter]) => ({ letter, text: called(wire) })),
  }
}

const partial = (names: Names, of: Wire, by: Wire): readonly Term[] => {
  const [top, bottom] = [names.of(of), names.of(by)]
  return [
    {
      latex: `\\frac{\\partial ${top.latex}}{\\partial ${bottom.latex}}`,
      plain: `∂${top.plain}/∂${bottom.plain}`,
    },
  ]
}

const numberLatex = (text: string): string =>
  text
    .replace(/e(−?\d+)$/, ' \\cdot 10^{$1}')
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
  where: names.where,
})

/** ∂f/∂x = ∂f/∂q · ∂q/∂x = upstream · local = share, and below it the gate's rule with its numbers. */
const productChain = (telling: Telling, wire: Wire, use: Use): Chain => {
  const { circuit, pass } = telling
  const [output, gate] = [wireAt(telling, circuit.output), wireAt(telling, use.by)]
  const operands = inputsOf(gate).map((id) => wireAt(telling, id))
  const names = namesFor(telling, [wire, gate, output, ...operands])
  const upstream = pass.gradients[gate.id] as number
  const local = pass.locals[edgeAt(pass, gate.id, use.port)] as number
  const isShare = livingUses(telling, wire).length > 1
  const rule = ruleOf(telling, { gate, operands, port: use.port, names })
  const first: readonly Term[] = [
    ...(isShare ? [] : [...partial(names, output, wire), equals]),
    ...marked('0', partial(names, output, gate)),
    dot,
    ...marked('1', partial(names, gate, wire)),
    equals,
    ...marked('0', [numberTerm(upstream, true)]),
    dot,
    ...marked('1', [numberTerm(local, true)]),
    equals,
    numberTerm(shareOf(pass, use) + 0),
  ]
  const second: readonly Term[] = rule
    ? [
        { latex: ' \\\\ ', plain: '; ' },
        ...marked('1', partial(names, gate, wire)),
        equals,
        ...rule.flatMap((term, i) => (i === 0 ? [term] : [equals, term])),
      ]
    : []
  const [before, after] = [
    { latex: '\\begin{gathered}', plain: '' },
    { latex: '\\end{gathered}', plain: '' },
  ]
  return written(names, rule ? [before, ...first, ...second, after] : first, [
    {
      id: '0',
      name: `gradient on ${called(gate)}, upstream`,
      subject: { about: 'gradient', wire: gate.key },
    },
    { id: '1', name: `local gradient of the gate ${gate.text}`, subject: { about: 'gate', wire: gate.key } },
  ])
}

type Rule = {
  readonly gate: Wire
  readonly operands: readonly Wire[]
  readonly port: number
  readonly names: Names
}

/** The local gradient as its formula with names, with numbers, and as a number; null where it is a bare number. */
const ruleOf = (telling: Telling, { gate, operands, port, names }: Rule): readonly Term[] | null => {
  const { maker } = gate
  if (maker.kind !== 'gate') return null
  const rule = maker.gate.locals[port]
  const stand = standOf(telling.pass, gate)
  if (rule?.kind !== 'formula' || (rule.edge?.(stand.operands, stand.constant) ?? null) !== null) return null
  if (!/[a-z]/.test(rule.formula) || rule.formula === 'c') return null
  const local = telling.pass.locals[edgeAt(telling.pass, gate.id, port)] as number
  const words = new Map(maker.gate.ports.map((name, i) => [name, names.of(operands[i] as Wire)]))
  words.set('out', names.of(gate))
  const numbers = new Map(maker.gate.ports.map((name, i) => [name, stand.operands[i] as number]))
  numbers.set('out', stand.out).set('c', stand.constant)
  const constant = numberTerm(stand.constant)
  const named = filled(rule.formula, (name) => words.get(name) ?? constant)
  const numbered = filled(rule.formula, (name) => numberTerm(numbers.get(name) ?? Number.NaN))
  const value = numberTerm(local)
  return numbered.plain === value.plain ? [named, value] : [named, numbered, value]
}

const filled = (formula: string, term: (name: string) => Term): Term => {
  const tree = formulaTree(formula)
  const loose = (text: string): Piece =>
    text.startsWith('-') || text.startsWith('−') ? { text, power: 0 } : atom(text)
  return {
    latex: printLatex(tree, { grammar, name: (name) => loose(term(name).latex) }),
    plain: printText(tree, { grammar, name: (name) => loose(term(name).plain) })
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
  const names = namesFor(telling, [wire, output, ...gates])
  const more = arriving.length > mostBranches ? [plus, { latex: '\\cdots', plain: '…' }] : []
  const factors = listed.map(
    ({ by, port }, i): Factor => ({
      id: String(i),
      name: `share of the gradient on ${called(wire)} from ${called(wireAt(telling, by))}`,
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
      { latex: '\\begin{gathered}', plain: '' },
      ...partial(names, output, wire),
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
      { latex: '\\end{gathered}', plain: '' },
    ],
    factors,
  )
}

const joined = (terms: readonly Term[]): Term => ({
  latex: terms.map(({ latex }) => latex).join(''),
  plain: terms.map(({ plain }) => plain).join(''),
})

import { asTheyAnswer, inputsOf, type Use, type Wire } from '../circuit/circuit'
import { grammar } from '../gates/index'
import { formulaTree } from '../gates/run'
import { atom, type Piece, printLatex, printText } from '../language/print'
import { edgeAt, localAt } from '../pass/backward'
import { type Names, namesFor, said, type Where } from './letters'
import { livingUses, type Picture, shareOf, standOf, wireAt, wireByKey } from './picture'
import type { Subject } from './scene'
import { dot, equals, joined, marked, numberTerm, partial, plus, powerOfTen, same, type Term } from './terms'

/** The chain rule of one gradient or share, typeset; what of it can be pointed at; and the same as plain text. */
export type Chain = {
  /** A factor that belongs to a number on the picture is wrapped in `\htmlData{factor=ID}`. */
  readonly latex: string
  readonly plain: string
  readonly factors: readonly Factor[]
  /** Letters that stand for wires without a name, and marks of the ports of one gate. */
  readonly where: Where
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
  const whole = partial(names.of(wireAt(telling, circuit.output)), names.of(wire))
  if (wire.id === circuit.output) return written(names, [whole, same(' = 1')], [])
  if (!only) return written(names, [whole, same(' = 0')], [])
  return forkChain(telling, wire, uses)
}

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
  const whole = isWhole ? [partial(names.of(output), names.of(wire)), equals] : []
  const upstream = marked('0', [partial(names.of(output), names.of(gate))])
  const local = marked('1', [partial(names.of(gate), names.at(wire, use))])
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
    ...marked('1', [numberTerm(localAt(pass, edgeAt(pass, gate.id, use.port)), true)]),
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
  const local = localAt(telling.pass, edgeAt(telling.pass, gate.id, port))
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
  const arriving = asTheyAnswer(uses)
  const listed = arriving.slice(0, mostBranches)
  const names = namesFor(telling)
  const whole = partial(names.of(output), names.of(wire))
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
      whole,
      equals,
      ...join(
        listed.map((use, i) => {
          const gate = names.of(wireAt(telling, use.by))
          const term = [partial(names.of(output), gate), dot, partial(gate, names.at(wire, use))]
          return marked(String(i), [joined(term)])
        }),
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

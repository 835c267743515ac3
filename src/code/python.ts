import type { Gate } from '../gates/gate'
import { grammar } from '../gates/index'
import { formulaTree } from '../gates/run'
import { atom, type Piece, textPieces } from '../language/print'

/** `math` is Python alone; the others need a library. */
export const dialects = ['math', 'numpy', 'torch'] as const
export type Dialect = (typeof dialects)[number]

/** What our calls are called there; what is not listed is called the same. */
const calls: Readonly<Record<Dialect, ReadonlyMap<string, string>>> = {
  math: new Map(['exp', 'log', 'sqrt', 'sin', 'cos', 'tan', 'tanh'].map((name) => [name, `math.${name}`])),
  numpy: new Map([
    ...['exp', 'log', 'sqrt', 'sin', 'cos', 'tan', 'tanh', 'abs'].map(
      (name) => [name, `np.${name}`] as const,
    ),
    ['max', 'np.maximum'],
    ['min', 'np.minimum'],
  ]),
  torch: new Map([
    ...['exp', 'log', 'sqrt', 'sin', 'cos', 'tan', 'tanh', 'abs', 'relu', 'sigmoid'].map(
      (name) => [name, `torch.${name}`] as const,
    ),
    ['max', 'torch.maximum'],
    ['min', 'torch.minimum'],
  ]),
}

/** Functions that a dialect lacks, written at its head where they are called. */
export const helpers: Readonly<Record<Dialect, ReadonlyMap<string, string>>> = {
  math: new Map([
    [
      'sigmoid',
      'def sigmoid(x):\n    e = math.exp(-abs(x))\n    return 1.0 / (1.0 + e) if x >= 0 else e / (1.0 + e)',
    ],
    ['softplus', 'def softplus(x):\n    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))'],
    ['relu', 'def relu(x):\n    return max(x, 0.0)'],
  ]),
  numpy: new Map([
    [
      'sigmoid',
      'def sigmoid(x):\n    e = np.exp(-np.abs(x))\n    return np.where(x >= 0, 1.0, e)[()] / (1.0 + e)',
    ],
    ['softplus', 'def softplus(x):\n    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))'],
    ['relu', 'def relu(x):\n    return np.maximum(x, 0.0)'],
  ]),
  torch: new Map([
    ['softplus', 'def softplus(x):\n    return torch.relu(x) + torch.log1p(torch.exp(-torch.abs(x)))'],
  ]),
}

/** Choices, which the language of the formulas cannot say; at a tie the same shares as in the picture. */
const choices: ReadonlyMap<string, readonly string[]> = new Map([
  ['max', ['(1.0 * (x > y) + 0.5 * (x == y))', '(1.0 * (y > x) + 0.5 * (x == y))']],
  ['min', ['(1.0 * (x < y) + 0.5 * (x == y))', '(1.0 * (y < x) + 0.5 * (x == y))']],
  ['relu', ['(1.0 * (x > 0))']],
  ['abs', ['(1.0 * (x > 0) - 1.0 * (x < 0))']],
])

/** Names and numbers that a formula is filled with: its ports in order, its constant, its output. */
export type Filling = {
  readonly operands: readonly string[]
  readonly constant: string
  readonly out: string
}

const pieceOf = (text: string): Piece => (text.startsWith('-') ? { text, power: 0 } : atom(text))

const filled = (formula: string, { ports }: Gate, { operands, constant, out }: Filling): Piece => {
  const words = new Map([
    ['c', constant],
    ['out', out],
    ...ports.map((port, i) => [port, operands[i] ?? ''] as const),
  ])
  const pieces = textPieces(formulaTree(formula), {
    grammar,
    name: (name) => pieceOf(words.get(name) ?? name),
  })
  const { text, power } = pieces.at(-1) ?? atom('')
  return { text: plainPowers(text), power }
}

/** `x ** (2 - 1)` is `x`, and `x ** (3 - 1)` is `x ** 2`. */
const plainPowers = (text: string): string =>
  text.replace(/ \*\* \((-?\d+) - 1\)/g, (_, exponent: string) =>
    exponent === '2' ? '' : ` ** ${Number(exponent) - 1}`,
  )

const inDialect = (text: string, dialect: Dialect): string =>
  text.replace(/\b([a-z]+)\(/g, (whole, name: string) => {
    const called = calls[dialect].get(name)
    return called ? `${called}(` : whole
  })

/** The value of a gate of the catalogue as an expression. */
export const valueIn = (dialect: Dialect, gate: Gate, filling: Filling): string =>
  inDialect(filled(gate.formula, gate, filling).text, dialect)

const timesPower = grammar.infix.get('*')?.power ?? 0

/** The local gradient along a port, as a factor. */
export const slopeIn = (dialect: Dialect, gate: Gate, port: number, filling: Filling): string => {
  const local = gate.locals[port]
  if (local?.kind !== 'formula') {
    const choice = choices.get(gate.name)?.[port]
    if (choice === undefined) throw new Error(`no code for the choice of ${gate.name}`)
    return choice.replace(/\b[xy]\b/g, (name) => filling.operands[name === 'x' ? 0 : 1] ?? name)
  }
  const { text, power } = filled(local.formula, gate, filling)
  const factor = power >= timesPower ? text : `(${text})`
  return /^-?\d+$/.test(text)
    ? `${text.startsWith('-') ? `(${text}.0)` : `${text}.0`}`
    : inDialect(factor, dialect)
}

/** The helpers that a code calls. */
export const helpersIn = (dialect: Dialect, code: string): readonly string[] =>
  [...helpers[dialect]]
    .filter(([name]) => new RegExp(`(^|[^.\\w])${name}\\(`).test(code))
    .map(([, text]) => text)

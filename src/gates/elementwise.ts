import type { Syntax } from '../language/grammar'
import type { Constant, Fold, Gate, LocalGradient, Operands, Tale } from './gate'

type Edge = (x: number, second: number) => number | null
type Local =
  | string
  | { readonly formula: string; readonly edge: Edge }
  | { readonly says: string; readonly latex: string; readonly number: (x: number, y: number) => number }

/** What a scalar gate says of itself. `second` is the second port, or the constant of a gate that carries one. */
type Record_<Port extends string> = {
  readonly name: string
  /** What it is called aloud, where that is not its name. */
  readonly spoken?: string
  readonly ports: readonly Port[]
  readonly syntax?: readonly Syntax[]
  readonly formula: string
  readonly value: (x: number, second: number) => number
  readonly local: { readonly [port in Port]: Local }
  readonly sign: string | ((constant: string) => string)
  readonly story: string
  readonly why: string
  /** Other words for other numbers where they are a function of them. */
  readonly tale: Tale | ((x: number, second: number) => Tale)
  readonly kink?: (x: number, second: number) => string | null
  readonly trouble?: (x: number, second: number) => string | null
  readonly folds?: { readonly left?: Fold; readonly right?: Fold }
}

export const overflow = 'The result is larger than any number here (about 1.8e308).'
export const indefinite = 'These inputs have no definite result.'

const second = (operands: Operands, constant: number): number =>
  operands.length > 1 ? (operands[1] as number) : constant

const localOf = (local: Local): LocalGradient => {
  if (typeof local === 'string') return { kind: 'formula', formula: local }
  if ('formula' in local) {
    const { formula, edge } = local
    return { kind: 'formula', formula, edge: (ops, c) => edge(ops[0] as number, second(ops, c)) }
  }
  const { says, latex, number } = local
  return { kind: 'rule', says, latex, number: (ops, c) => number(ops[0] as number, second(ops, c)) }
}

/** One record of the catalogue → a gate. A port without a local gradient does not compile. */
export const elementwise = <Port extends string>(record: Record_<Port>): Gate => {
  const { name, ports, syntax = [], formula, value, sign, story, why, tale, kink, trouble, folds } = record
  return {
    name,
    spoken: record.spoken ?? name,
    ports,
    syntax,
    formula,
    value: (ops, c) => value(ops[0] as number, second(ops, c)),
    locals: ports.map((port) => localOf(record.local[port])),
    sign: typeof sign === 'string' ? () => sign : sign,
    story,
    why,
    tale: (ops, c) => (typeof tale === 'function' ? tale(ops[0] as number, second(ops, c)) : tale),
    kink: (ops, c) => kink?.(ops[0] as number, second(ops, c)) ?? null,
    trouble: (ops, c) => {
      const x = ops[0] as number
      const y = second(ops, c)
      return trouble?.(x, y) ?? (Number.isNaN(value(x, y)) ? indefinite : overflow)
    },
    folds: { left: folds?.left ?? null, right: folds?.right ?? null },
  }
}

/** `c` as `-c`, value and text. */
export const negated = ({ value, text }: Constant): Constant => ({
  value: -value,
  text: text.startsWith('-') ? text.slice(1) : `-${text}`,
})

/** A sign followed by a constant, with the minus of the screen. */
export const signed =
  (sign: string) =>
  (constant: string): string =>
    `${sign}${constant.replace('-', '−')}`

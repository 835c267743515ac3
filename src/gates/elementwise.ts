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
  /** Told of finite numbers alone; of others there is little to say. */
  readonly tale: Tale | ((x: number, second: number) => Tale)
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

/** How the infix and prefix signs bind. */
export const precedence = { sum: 10, product: 20, sign: 30, power: 40 } as const

/** What always holds of a way back: each input gets upstream times local. */
export const plainBackward = 'By the chain rule, {each}.'

const taleOf = <Port extends string>({ tale, spoken, ...record }: Record_<Port> & { spoken: string }) => {
  const given = record.ports.length > 1 ? '{va} and {vb}' : '{va}'
  const wild: Tale = {
    forward: `At ${given}, ${spoken} gives {out}.`,
    backward: plainBackward,
    why: 'NaN and ∞ travel on like any other number.',
  }
  const edges = record.ports.flatMap((port) => {
    const local: Local = record.local[port]
    return typeof local === 'object' && 'edge' in local ? [local.edge] : []
  })
  return (x: number, second: number): Tale => {
    if (![x, second, record.value(x, second)].every(Number.isFinite)) return wild
    const told = typeof tale === 'function' ? tale(x, second) : tale
    // Where a slope was decided apart from its formula, so are the sentences made of that formula.
    const isDecided = edges.some((edge) => edge(x, second) !== null)
    return isDecided ? { ...told, backward: plainBackward } : told
  }
}

/** One record of the catalogue → a gate. A port without a local gradient does not compile. */
export const elementwise = <Port extends string>(record: Record_<Port>): Gate => {
  const { name, ports, syntax = [], formula, value, sign, story, tale, kink, trouble, folds } = record
  const spoken = record.spoken ?? name
  const tale = taleOf({ ...record, spoken })
  return {
    name,
    spoken,
    ports,
    syntax,
    formula,
    value: (ops, c) => value(ops[0] as number, second(ops, c)),
    locals: ports.map((port) => localOf(record.local[port])),
    sign: typeof sign === 'string' ? () => sign : sign,
    story,
    tale: (ops, c) => (typeof tale === 'function' ? tale(ops[0] as number, second(ops, c)) : tale),
    kink: (ops, c) => kink?.(ops[0] as number, second(ops, c)) ?? null,
    trouble: (ops, c) => {
      const [x, y] = [ops[0] as number, second(ops, c)]
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

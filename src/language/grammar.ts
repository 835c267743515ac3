/** How an operator is written. A higher `power` binds tighter; `latex` typesets it from its typeset operands. */
export type Infix = {
  readonly form: 'infix'
  readonly symbol: string
  readonly power: number
  readonly assoc: 'left' | 'right'
  readonly latex: (left: string, right: string) => string
  /** Which operands the typeset form encloses by itself, so that they need no parentheses (a fraction: both). */
  readonly encloses?: 'both' | 'right'
}

/** `constant`: the number that the sign stands for when its gate carries one (`-u` scales by −1). */
export type Prefix = {
  readonly form: 'prefix'
  readonly symbol: string
  readonly power: number
  readonly constant?: number
  readonly latex: (operand: string) => string
}

/** `folds`: more arguments than ports are taken two at a time from the left, as `max(a, b, c)`. */
export type Call = {
  readonly form: 'call'
  readonly names: readonly string[]
  readonly folds?: true
  readonly constant?: number
  /** How tightly the typeset form holds together, where it is no atom: `e^{x}` wants brackets below a power. */
  readonly latexPower?: number
  readonly latex: (...operands: readonly string[]) => string
}

export type Syntax = Infix | Prefix | Call

/** The signs that the parser and the printer share; `gate` is what each stands for. Built from the catalogue. */
export type Grammar = {
  readonly infix: ReadonlyMap<string, Infix & { readonly gate: string }>
  readonly prefix: ReadonlyMap<string, Prefix & { readonly gate: string }>
  readonly calls: ReadonlyMap<string, Call & { readonly gate: string }>
}

export const grammarOf = (entries: Iterable<readonly [string, readonly Syntax[]]>): Grammar => {
  const infix = new Map<string, Infix & { gate: string }>()
  const prefix = new Map<string, Prefix & { gate: string }>()
  const calls = new Map<string, Call & { gate: string }>()
  for (const [gate, syntaxes] of entries)
    for (const syntax of syntaxes)
      if (syntax.form === 'infix') infix.set(syntax.symbol, { ...syntax, gate })
      else if (syntax.form === 'prefix') prefix.set(syntax.symbol, { ...syntax, gate })
      else for (const name of syntax.names) calls.set(name, { ...syntax, gate })
  return { infix, prefix, calls }
}

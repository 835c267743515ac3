import type { Span } from '../lib/result'
import { assignments, type Token } from './token'

/** Longest first, so that `**=` is not read as `**` and `=`. */
export const symbols: readonly string[] = [
  ['**='],
  ['**', '==', '+=', '-=', '*=', '/=', '//', '->', '<=', '>=', '!=', ':='],
  [...'+-*/@()[],=;:.²³√<>%&|~!?{}"\'$`'],
].flat()

/** What a token is, as a number: one of these kinds, or which of the symbols it is. */
const kinds = ['bad', 'newline', 'number', 'name'] as const
export const [bad, newline, number, name] = [0, 1, 2, 3] as const
export const symbol = (text: string): number => kinds.length + symbols.indexOf(text)
/** A table by what a token is. */
export const bySymbol = <T>(of: (text: string) => T): readonly (T | undefined)[] => [
  ...kinds.map(() => undefined),
  ...symbols.map(of),
]
export const isSymbolic = (what: number | undefined): boolean => (what ?? 0) >= kinds.length

export const [opens, closes, lists, ends] = [symbol('('), symbol(')'), symbol('['), symbol(']')] as const
export const [comma, dot, equals] = [symbol(','), symbol('.'), symbol('=')] as const

const assigning: readonly boolean[] = [...kinds, ...symbols].map((text) => assignments.has(text))
export const assigns = (what: number): boolean => assigning[what] === true

/**
 * The tokens of a text as columns of numbers: a long text has millions, and an object for each would cost more than all
 * that is done with them. What asks for few, or for all but once, takes them as objects.
 */
export class Tokens {
  readonly source: string
  count = 0
  whats: Uint8Array
  froms: Int32Array
  tos: Int32Array
  /** By place: the tags of newlines, and what goes on with a bracket opened in a line above. Few have either. */
  readonly tags = new Map<number, string>()
  readonly continuing = new Set<number>()

  /** With room for so many before they grow: by default for as many as a text of short names has. */
  constructor(source: string, length = 64 + (source.length >> 1)) {
    this.source = source
    this.whats = new Uint8Array(length)
    this.froms = new Int32Array(length)
    this.tos = new Int32Array(length)
  }

  add(what: number, from: number, to: number): void {
    const place = this.count++
    if (place === this.whats.length) this.grow()
    this.whats[place] = what
    this.froms[place] = from
    this.tos[place] = to
  }

  /** One of others. */
  take({ whats, froms, tos }: Tokens, place: number): void {
    this.add(whats[place] as number, froms[place] as number, tos[place] as number)
  }

  private grow(): void {
    const twice = <Column extends Uint8Array | Int32Array>(longer: Column, column: Column): Column => {
      longer.set(column)
      return longer
    }
    const length = 2 * this.whats.length + 1
    this.whats = twice(new Uint8Array(length), this.whats)
    this.froms = twice(new Int32Array(length), this.froms)
    this.tos = twice(new Int32Array(length), this.tos)
  }

  textAt(place: number): string {
    const what = this.whats[place] as number
    if (what === newline) return '\n'
    if (what === bad) return ''
    if (what > name) return symbols[what - kinds.length] as string
    const text = this.source.slice(this.froms[place], this.tos[place])
    return what === number ? withoutBars(text) : text
  }

  spanOf(first: number, last = first): Span {
    return { from: this.froms[first] as number, to: this.tos[last] as number }
  }

  at(place: number): Token {
    const tag = this.tags.get(place)
    return {
      kind: kinds[this.whats[place] as number] ?? 'symbol',
      text: this.textAt(place),
      span: this.spanOf(place),
      ...(this.continuing.has(place) && { continues: true }),
      ...(tag !== undefined && { tag }),
    }
  }

  slice(first = 0, end = this.count): readonly Token[] {
    return Array.from({ length: end - first }, (_, i) => this.at(first + i))
  }
}

export const withoutBars = (text: string): string => (text.includes('_') ? text.replaceAll('_', '') : text)

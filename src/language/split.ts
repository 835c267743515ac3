import type { Span } from '../lib/result'
import { assigns, closes, dot, ends, lists, name, newline, opens, symbol, Tokens } from './tokens'
import { heads, modules } from './words'

/** Tokens in a row. */
export type Run = { readonly tokens: Tokens; readonly first: number; readonly end: number }

/** The tokens of one statement, without what separates it from the next. */
export type Line = Run & { readonly span: Span; readonly tag: string | null }

export const tokensOf = ({ tokens, first, end }: Run) => tokens.slice(first, end)

const semicolon = symbol(';')

/**
 * Tokens → statements, one after the other. Inside brackets a new line continues the expression, as in Python,
 * unless what follows is plainly a new statement: then the bracket was left open.
 */
export function* split(read: Tokens): Generator<Line, void> {
  const { whats, froms, tos, count } = read
  const tokens = new Tokens(read.source)
  let first = 0
  let depth = 0
  let continues = false
  for (let i = 0; i <= count; i++) {
    const what = i < count ? (whats[i] as number) : newline
    if (what === newline && depth > 0 && i < count) {
      // Of several line ends in a row, the last one decides.
      if (whats[i + 1] === newline && i + 1 < count) continue
      if (!beginsStatement(read, i + 1)) {
        continues = true
        continue
      }
    }
    if (what === newline || what === semicolon) {
      const end = tokens.count
      const tag = (what === newline && read.tags.get(i)) || null
      if (end > first) yield { tokens, first, end, span: tokens.spanOf(first, end - 1), tag }
      first = end
      depth = 0
      continues = false
    } else if (!isModulePrefix(read, i)) {
      if (what === opens || what === lists) depth++
      else if ((what === closes || what === ends) && depth > 0) depth--
      if (continues) tokens.continuing.add(tokens.count)
      continues = false
      tokens.add(what, froms[i] as number, tos[i] as number)
    }
  }
}

/** No expression has an `=` in it: a line that does is a statement of its own. */
const beginsStatement = (tokens: Tokens, from: number): boolean => {
  const { whats, count } = tokens
  if (from >= count || (whats[from] === name && heads.has(tokens.textAt(from)))) return true
  for (let at = from; at < count; at++) {
    const what = whats[at] as number
    if (what === newline || what === semicolon) return false
    if (assigns(what)) return true
  }
  return false
}

/** `math` and its dot in `math.exp`; a wire called `math` is left alone. */
const isModulePrefix = (tokens: Tokens, i: number): boolean => {
  const { whats } = tokens
  if (whats[i] === dot) return i > 0 && isModule(tokens, i - 1)
  return whats[i + 1] === dot && isModule(tokens, i)
}

const isModule = (tokens: Tokens, at: number): boolean => {
  const { whats, count } = tokens
  const isDotted = whats[at] === name && whats[at + 1] === dot && whats[at + 2] === name
  return isDotted && at + 2 < count && modules.has(tokens.textAt(at))
}

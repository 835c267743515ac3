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
  const { whats, count } = read
  /** Of statements in which something is left out, what stays. */
  const rest = new Tokens(read.source, 64)
  /** Where the statement begins; in `rest`, if it is there. */
  let begun = 0
  let moved = -1
  const leaveOut = (i: number): void => {
    if (moved >= 0) return
    moved = rest.count
    for (let each = begun; each < i; each++) rest.take(read, each)
  }
  let depth = 0
  let continues = false
  for (let i = 0; i <= count; i++) {
    const what = i < count ? (whats[i] as number) : newline
    if (what === newline && depth > 0 && i < count) {
      // Of several line ends in a row, the last one decides.
      const isLast = whats[i + 1] !== newline || i + 1 >= count
      if (!isLast || !beginsStatement(read, i + 1)) {
        leaveOut(i)
        continues = isLast
        continue
      }
    }
    if (what === newline || what === semicolon) {
      const tag = (what === newline && read.tags.get(i)) || null
      const isMoved = moved >= 0
      const tokens = isMoved ? rest : read
      const first = isMoved ? moved : begun
      const end = isMoved ? rest.count : i
      if (end > first) yield { tokens, first, end, span: tokens.spanOf(first, end - 1), tag }
      begun = i + 1
      moved = -1
      depth = 0
      continues = false
    } else if (isModulePrefix(read, i, what)) leaveOut(i)
    else {
      if (what === opens || what === lists) depth++
      else if ((what === closes || what === ends) && depth > 0) depth--
      if (moved < 0) continue
      if (continues) rest.continuing.add(rest.count)
      continues = false
      rest.take(read, i)
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
const isModulePrefix = (tokens: Tokens, i: number, what: number): boolean => {
  if (what === dot) return i > 0 && isModule(tokens, i - 1)
  return what === name && isModule(tokens, i)
}

const isModule = (tokens: Tokens, at: number): boolean => {
  const { whats, count } = tokens
  const isDotted = whats[at + 1] === dot && whats[at] === name && whats[at + 2] === name
  return isDotted && at + 2 < count && modules.has(tokens.textAt(at))
}

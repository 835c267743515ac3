import type { Span } from '../lib/result'
import { isAssignment, isName, isSymbol, type Token } from './token'
import { heads, modules } from './words'

/** The tokens of one statement, without what separates it from the next. */
export type Line = { readonly tokens: readonly Token[]; readonly span: Span; readonly tag: string | null }

const opens = (token: Token) => isSymbol(token, '(') || isSymbol(token, '[')
const closes = (token: Token) => isSymbol(token, ')') || isSymbol(token, ']')
/**
 * Tokens → statements. Inside brackets a new line continues the expression, as in Python,
 * unless what follows is plainly a new statement: then the bracket was left open.
 */
export const split = (tokens: readonly Token[]): readonly Line[] => {
  const lines: Line[] = []
  let current: Token[] = []
  let depth = 0
  let continues = false
  const end = (tag: string | null) => {
    const first = current[0]
    const last = current.at(-1)
    if (first && last) lines.push({ tokens: current, span: { from: first.span.from, to: last.span.to }, tag })
    current = []
    depth = 0
    continues = false
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.kind === 'newline') {
      // Of several line ends in a row, the last one decides.
      if (tokens[i + 1]?.kind === 'newline' && depth > 0) continue
      if (depth === 0 || beginsStatement(tokens, i + 1)) end(token.tag ?? null)
      else continues = true
    } else if (isSymbol(token, ';')) end(null)
    else if (!isModulePrefix(tokens, i)) {
      if (token.kind === 'symbol') {
        if (opens(token)) depth++
        else if (closes(token)) depth = Math.max(0, depth - 1)
      }
      current.push(continues ? { ...token, continues } : token)
      continues = false
    }
  }
  end(null)
  return lines
}

/** No expression has an `=` in it: a line that does is a statement of its own. */
const beginsStatement = (tokens: readonly Token[], from: number): boolean => {
  const first = tokens[from]
  if (first === undefined || (isName(first) && heads.has(first.text))) return true
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'newline' || isSymbol(token, ';')) return false
    if (isAssignment(token)) return true
  }
  return false
}

/** `math` and its dot in `math.exp`; a wire called `math` is left alone. */
const isModulePrefix = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i] as Token
  if (token.kind === 'symbol' ? token.text !== '.' : token.kind !== 'name' || !modules.has(token.text))
    return false
  const named = (at: number) => isName(tokens[at]) && modules.has((tokens[at] as Token).text)
  const dotted = (at: number) => named(at) && isSymbol(tokens[at + 1], '.') && isName(tokens[at + 2])
  return dotted(i) || (isSymbol(token, '.') && i > 0 && dotted(i - 1))
}

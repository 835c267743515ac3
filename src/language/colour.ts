import type { Span } from '../lib/result'
import { scan } from './scan'
import { isName, isSymbol } from './token'
import { heads, insteadOf } from './words'

export type Coloured = Span & {
  readonly kind: 'number' | 'name' | 'gate' | 'operator' | 'comment' | 'word'
}

/** What an editor needs to colour a text, in order of place. */
export const colour = (source: string): readonly Coloured[] => {
  const { tokens, comments } = scan(source)
  const coloured = tokens.flatMap((token, i): readonly Coloured[] => {
    if (token.kind === 'number') return [{ ...token.span, kind: 'number' }]
    if (token.kind === 'symbol') return [{ ...token.span, kind: 'operator' }]
    if (!isName(token)) return []
    if (heads.has(token.text) || insteadOf(token.text) !== undefined) return [{ ...token.span, kind: 'word' }]
    return [{ ...token.span, kind: isSymbol(tokens[i + 1], '(') ? 'gate' : 'name' }]
  })
  const marked = comments.map((span): Coloured => ({ ...span, kind: 'comment' }))
  return [...coloured, ...marked].sort((a, b) => a.from - b.from)
}

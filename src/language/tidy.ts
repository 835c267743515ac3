import type { Span } from '../lib/result'
import { scan, tokenize } from './scan'
import { type Line, split } from './split'
import { isAssignment, isName, type Token } from './token'
import { closes, ends, lists, opens } from './tokens'
import { heads, insteadOf } from './words'

/** What a token is to its neighbours; next to an `odd` one blanks are left as typed. */
type Role =
  | 'number'
  | 'name'
  | 'word'
  | 'open'
  | 'close'
  | 'comma'
  | 'semicolon'
  | 'assignment'
  | 'infix'
  | 'unary'
  | 'exponent'
  | 'colon'
  | 'odd'

type Placed = Token & { readonly role: Role }

/** What lies between two line ends. */
type Row = {
  readonly from: number
  readonly to: number
  readonly tokens: readonly Placed[]
  readonly comment: Span | null
}

type Written = {
  readonly code: string
  readonly indent: number
  readonly comment: string | null
  /** Where the comment stood on its line as typed; 0 also where a `\` broke the line. */
  readonly column: number
}

/** How far a line stands in that goes on with the one above, or is the body of a `def`. */
const inside = 4
/** How far a comment stands behind the longest line of its block. */
const apart = 2

/** The program with its blanks in order. Nothing else changes, but that a `;` at a line's end goes. */
export const tidy = (source: string): string => {
  const { tokens, comments } = tokenize(source)
  const statements = [...split(tokens)]
  const rows = rowsOf(source, withRoles(tokens.slice(), statements), comments)
  const indents = indentsOf(rows, statements)
  const written = rows.map((row, i) => writeRow(source, row, indents[i] as number))
  const kept = written.filter((row, i) => !isBlank(row) || !isBlank(written[i - 1] ?? row))
  const last = kept.at(-1)
  return withComments(last && isBlank(last) ? kept.slice(0, -1) : kept).join('\n')
}

const isBlank = ({ code, comment }: Written): boolean => code === '' && comment === null

const rowsOf = (source: string, tokens: readonly Placed[], comments: readonly Span[]): readonly Row[] => {
  const rows: Row[] = []
  let own: Placed[] = []
  let from = 0
  let read = 0
  const end = (to: number) => {
    const comment = comments[read]
    const isHere = comment !== undefined && comment.from < to
    if (isHere) read++
    rows.push(withoutSemicolons({ from, to, tokens: own, comment: isHere ? comment : null }, source))
    own = []
  }
  for (const token of tokens) {
    const { span } = token
    if (token.kind !== 'newline') own.push(token)
    else if (span.to > span.from) {
      end(span.from)
      from = span.to
    }
  }
  end(source.length)
  return rows
}

/** A `;` behind a bad `\` keeps it from joining the lines, and one before a comment its `(3)` from what it ends. */
const withoutSemicolons = (row: Row, source: string): Row => {
  const { tokens } = row
  if (row.comment) return row
  let count = tokens.length
  let end = row.to
  while (tokens[count - 1]?.role === 'semicolon' && tokens[count - 2]?.kind !== 'bad') {
    const { span } = tokens[count - 1] as Placed
    const before = tokens[count - 2]?.span.to ?? span.from
    if (source.slice(before, end).includes('\\')) break
    end = before
    count--
  }
  return { ...row, to: end, tokens: tokens.slice(0, count) }
}

const roleOfSymbol: ReadonlyMap<string, Role> = new Map([
  ['(', 'open'],
  ['[', 'open'],
  [')', 'close'],
  [']', 'close'],
  [',', 'comma'],
  ['√', 'unary'],
])
const infix: ReadonlySet<string> = new Set(['+', '-', '*', '/', '@', '**'])

/** What may follow, as far as it can be told. */
type Wants = 'operand' | 'operator' | 'unsure'
const wantsAfter = {
  number: 'operator',
  name: 'operator',
  word: 'operand',
  open: 'operand',
  close: 'operator',
  comma: 'operand',
  semicolon: 'operand',
  assignment: 'operand',
  infix: 'operand',
  unary: 'operand',
  exponent: 'operator',
  colon: 'operand',
  odd: 'unsure',
} as const satisfies { readonly [role in Role]: Wants }

const withRoles = (tokens: readonly Token[], statements: readonly Line[]): readonly Placed[] => {
  const beginning = new Map(statements.map((line) => [line.span.from, line]))
  let here = { isDef: false, isOpen: false }
  let wants: Wants = 'operand'
  return tokens.map((token) => {
    const begins = beginning.get(token.span.from)
    if (begins) {
      here = { isDef: begins.tokens.textAt(begins.first) === 'def', isOpen: isOpen(begins) }
      wants = 'operand'
    }
    const role = roleOf(token, { ...here, wants })
    if (token.kind !== 'newline') wants = wantsAfter[role]
    return { ...token, role }
  })
}

/** Was a bracket left open where the statement ends? */
const isOpen = ({ tokens, first, end }: Line): boolean => {
  let depth = 0
  for (const what of tokens.whats.subarray(first, end)) {
    if (what === opens || what === lists) depth++
    if (what === closes || what === ends) depth = Math.max(0, depth - 1)
  }
  return depth > 0
}

const roleOf = (token: Token, here: { isDef: boolean; isOpen: boolean; wants: Wants }): Role => {
  const { text } = token
  if (token.kind === 'number') return 'number'
  if (isName(token)) return heads.has(text) || insteadOf(text) !== undefined ? 'word' : 'name'
  if (token.kind !== 'symbol') return 'odd'
  if (isAssignment(token)) return 'assignment'
  if (text === ':') return here.isDef ? 'colon' : 'odd'
  // Without it, the line below would go on with the open bracket.
  if (text === ';') return here.isOpen ? 'odd' : 'semicolon'
  const known = roleOfSymbol.get(text)
  if (known) return known
  if (here.wants === 'operand') return text === '+' || text === '-' ? 'unary' : 'odd'
  if (here.wants === 'unsure') return 'odd'
  if (text === '²' || text === '³') return 'exponent'
  return infix.has(text) ? 'infix' : 'odd'
}

const indentsOf = (rows: readonly Row[], statements: readonly Line[]): readonly number[] => {
  let at = 0
  let inBody = false
  return rows.map(({ from, tokens, comment }) => {
    const [first] = tokens
    const start = first?.span.from ?? comment?.from
    if (start === undefined) return 0
    while (at < statements.length && (statements[at] as Line).span.to <= start) at++
    const continues = at < statements.length && (statements[at] as Line).span.from < start
    const isBody = inBody && (first?.text === 'return' || start > from)
    if (first && !continues) inBody = isBody && first.text !== 'return'
    if (tokens.at(-1)?.role === 'colon') inBody = true
    return continues || isBody ? inside : 0
  })
}

const writeRow = (source: string, { from, to, tokens, comment }: Row, indent: number): Written => {
  let code = ''
  let end = from
  tokens.forEach((token, i) => {
    code += blanks(source.slice(end, token.span.from), tokens[i - 1], token)
    code += source.slice(token.span.from, token.span.to)
    end = token.span.to
  })
  const tail = blanks(source.slice(end, comment?.from ?? to), tokens.at(-1), undefined)
  const remark = comment && trimmed(source.slice(comment.from, comment.to))
  // Behind what is left as typed, the comment stays where it is.
  if (remark !== null && (tail !== '' || tokens.at(-1)?.kind === 'bad'))
    return { code: code + tail + remark, indent, comment: null, column: 0 }
  const isWhole = comment && !code.includes('\\')
  return { code: code + tail, indent, comment: remark, column: isWhole ? comment.from - from : 0 }
}

/** The scanner looks for the `(3)` of a line in the last characters of its comment: blanks must not bring one in. */
const trimmed = (comment: string): string => {
  const tagOf = (text: string) => scan(text).tokens[0]?.tag
  const short = comment.trimEnd()
  return tagOf(short) === tagOf(comment) ? short : comment
}

/** What to write between two tokens, or between one and the line's start or end. */
const blanks = (typed: string, before: Placed | undefined, after: Placed | undefined): string => {
  if (before?.kind === 'bad') return typed
  const wanted = before && after ? between(before, after) : ''
  if (wanted === 'as typed') return typed
  if (!typed.includes('\\')) return wanted === 'one or none' ? typed && ' ' : wanted
  const breaks = typed.split('\\').length - 1
  return `${before ? ' ' : ''}${'\\\n'.repeat(breaks)}${after ? ' '.repeat(inside) : ''}`
}

type Wanted = '' | ' ' | 'one or none' | 'as typed'

const between = (before: Placed, after: Placed): Wanted => {
  const [left, right] = [before.role, after.role]
  if (left === 'odd' || right === 'odd') return 'as typed'
  if (right === 'comma' || right === 'semicolon') return ''
  if (left === 'semicolon') return ' '
  if (left === 'open' || right === 'close') return ''
  if (left === 'comma') return ' '
  if (left === 'assignment' || right === 'assignment' || left === 'infix' || right === 'infix') return ' '
  if (right === 'colon') return ''
  if (left === 'colon') return ' '
  if (left === 'unary' || right === 'exponent') return ''
  if (left === 'word') return right === 'open' && before.text !== 'return' ? 'as typed' : ' '
  if (right === 'open') return beforeBracket(left, after)
  return sideBySide(left, right)
}

const beforeBracket = (left: Role, bracket: Placed): Wanted => {
  if (left === 'name') return ''
  if (bracket.text === '[') return left === 'close' ? '' : 'as typed'
  return left === 'exponent' ? 'as typed' : 'one or none'
}

/** Two operands: a product, or a mistake. */
const sideBySide = (left: Role, right: Role): Wanted => {
  if (left === 'close') return ' '
  if (left === 'number') return right === 'number' ? 'as typed' : 'one or none'
  return left === 'name' && (right === 'name' || right === 'word') ? ' ' : 'as typed'
}

/** Comments of lines in a row begin in one column; so does one that was set below another. */
const withComments = (rows: readonly Written[]): readonly string[] => {
  const lines: string[] = []
  let block: Written[] = []
  const end = () => {
    const column = block.reduce(
      (most, row) => (row.code === '' ? most : Math.max(most, widthOf(row) + apart)),
      0,
    )
    for (const row of block) lines.push(startOf(row) + ' '.repeat(column - widthOf(row)) + row.comment)
    block = []
  }
  for (const row of rows) {
    const joins = row.comment !== null && (row.code !== '' || isBelow(row, block.at(-1)))
    if (!joins) end()
    if (joins) block.push(row)
    else lines.push(startOf(row) + (row.comment ?? ''))
  }
  end()
  return lines
}

const isBelow = (row: Written, above: Written | undefined): boolean =>
  row.indent === 0 && row.column > 0 && row.column === above?.column

const startOf = ({ code, indent }: Written): string => ' '.repeat(indent) + code

const widthOf = (row: Written): number => {
  const start = startOf(row)
  return start.length - start.lastIndexOf('\n') - 1
}

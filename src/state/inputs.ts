import type { Literal } from '../circuit/build'
import { inOrderOfFirstUse } from '../circuit/first-use'
import { rewriteLiteral, writeAssignment } from '../language/edit'
import { decimalsToMove } from '../lib/literal'
import { remember } from '../lib/remember'
import type { Result } from '../lib/result'
import { compile, type Program } from '../program/derive'
import { programOf } from '../program/drawable'
import type { Session } from './session'

const none: readonly never[] = []

export type InputRow = {
  readonly key: string
  readonly name: string
  readonly value: number
  /** The literal as typed. */
  readonly text: string
  /** Those that a slider or a drag writes. */
  readonly decimals: number
  /** No line gives it a value: it is 1, and the first change writes the line. */
  readonly assumed: boolean
}

/** In order of first use, like the left column of the picture. */
const rowsOf = remember(({ circuit, literals }: Program): readonly InputRow[] => {
  const literalOf = new Map(literals.map((literal) => [literal.wire, literal]))
  const inputs = circuit.wires.filter((wire) => literalOf.has(wire.id))
  return inOrderOfFirstUse(circuit, inputs).map(({ id, key }) => {
    const { name, value, text, decimals, span } = literalOf.get(id) as Literal
    return { key, name, value, text, decimals: decimalsToMove(value, decimals), assumed: span === null }
  })
})

/** The inputs of the last text that was whole. */
export const inputRowsOf = ({ whole }: Session): readonly InputRow[] => {
  const program = programOf(whole)
  return program ? rowsOf(program) : none
}

const refuse = (message: string, hint: string): Result<never> => ({
  ok: false,
  problems: [{ message, hint, span: { from: 0, to: 0 } }],
})

/** The text with another number for one input, `2`, `−0.5` or `1/3`; or why what was typed is no number. */
export const withInput = ({ source }: Session, key: string, typed: string): Result<string> => {
  const text = typed.trim()
  // Of a word there is nothing better to say than that it is no number.
  const read = /[=;#\r\n]/.test(text) || !/\d|^(e|pi|π)$/.test(text) ? null : compile(`x = ${text}`)
  if (text === '') return refuse('Nothing is written here.', 'Write a number such as −2, 0.5 or 1/3.')
  // What the editor would say of it, said here.
  if (read && !read.ok) return read
  const [only, extra] = read?.ok ? read.value.literals : []
  if (only?.name !== 'x' || !only.span || extra || !read?.ok || read.value.circuit.wires.length > 1)
    return refuse(`“${clip(text)}” is not a number.`, 'Write a number such as −2, 0.5 or 1/3.')
  if (!Number.isFinite(only.value)) return refuse('This is no finite number.', 'Stay below 1.8e308.')
  const program = programOf(source)
  const literal = program?.literals.find(({ wire }) => program.circuit.wires[wire]?.key === key)
  if (!literal) return refuse('This input is no longer in the text.', 'Mend the text first.')
  const { name, span } = literal
  const value = span ? rewriteLiteral(source, span, text) : writeAssignment(source, name, text)
  // `e` is a number, but not where a line above gives that name to a wire.
  const after = programOf(value)
  const stays = after?.literals.some(({ wire }) => after.circuit.wires[wire]?.key === key)
  return stays ? { ok: true, value } : refuse(`“${clip(text)}” is not a number here.`, 'Write its digits.')
}

const clip = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text)

import type { Literal } from '../circuit/build'
import { inOrderOfFirstUse } from '../circuit/first-use'
import { structureOf } from '../circuit/structure'
import { rewriteLiteral, writeAssignment } from '../language/edit'
import type { Layout } from '../layout/layout'
import { place } from '../layout/place'
import { latest, remember } from '../lib/remember'
import type { Problem, Result } from '../lib/result'
import { usualDecimals } from '../program/decimals'
import { compile, type Program, passOf } from '../program/derive'
import { drawable, programOf } from '../program/drawable'
import { buildScene } from '../scene/build'
import type { Scene, Subject } from '../scene/scene'
import { type Told, tell } from '../scene/tell'
import type { Session } from './session'
import { pointedOf } from './writing'

/** What the stage shows. `stale`: the text has problems, and this is the last picture that was whole. */
export type Picture = { readonly scene: Scene; readonly stale: boolean; readonly decimals: number }

const none: readonly never[] = []

const decimalsIn = ({ settings, heldDecimals }: Session, program: Program): number =>
  settings.digits === 'auto' ? Math.max(usualDecimals(program), heldDecimals) : settings.digits

/** Only a changed structure is laid out again: dragging an input moves nothing. */
let placed: { readonly structure: string; readonly digits: number; readonly layout: Layout } | null = null
const layoutOf = (program: Program, digits: number): Layout => {
  const structure = structureOf(program.circuit)
  if (placed?.structure !== structure || placed.digits !== digits)
    placed = { structure, digits, layout: place(program.circuit, { digits }) }
  return placed.layout
}

/** Room for two decimals even while integers are printed: a drag that needs them moves nothing. */
const roomFor = ({ settings }: Session): number => (settings.digits === 'auto' ? 2 : settings.digits)

type Wanted = { readonly decimals: number; readonly room: number }
const wanted = latest((decimals: number, room: number): Wanted => ({ decimals, room }))

/** `pointed`: keys, a line each, so that equal ones are the same. */
const sceneOf = latest(
  (program: Program, { decimals, room }: Wanted, asked: Subject | null, pointed: string): Scene => {
    const layout = layoutOf(program, room)
    const marked = new Set(pointed === '' ? [] : pointed.split('\n'))
    return buildScene({
      circuit: program.circuit,
      pass: passOf(program),
      layout,
      decimals,
      asked,
      pointed: marked,
    })
  },
)

const picture = latest(
  (scene: Scene, stale: boolean, decimals: number): Picture => ({ scene, stale, decimals }),
)

/** The picture of a session; null where there never was a whole text. The same reference while nothing changed. */
export const pictureOf = (session: Session): Picture | null => {
  const program = programOf(session.whole)
  if (!program) return null
  const decimals = decimalsIn(session, program)
  return picture(
    sceneOf(program, wanted(decimals, roomFor(session)), session.asked, pointedOf(session)),
    session.whole !== session.source,
    decimals,
  )
}

/** Everything that is wrong with the text, in order of place. */
export const problemsOf = ({ source }: Session): readonly Problem[] => {
  const compiled = drawable(source)
  return compiled.ok ? none : compiled.problems
}

export type InputRow = {
  readonly key: string
  readonly name: string
  readonly value: number
  /** The literal as typed. */
  readonly text: string
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
    return { key, name, value, text, decimals, assumed: span === null }
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
  const read = /[=;#\r\n]/.test(text) ? null : compile(`x = ${text}`)
  if (text === '') return refuse('Nothing is written here.', 'Write a number such as −2, 0.5 or 1/3.')
  // What the editor would say of it, said here.
  if (read && !read.ok) return read
  const [only, extra] = read?.ok ? read.value.literals : []
  if (!only?.span || extra || !read?.ok || read.value.circuit.wires.length > 1)
    return refuse(`“${clip(text)}” is not a number.`, 'Write a number such as −2, 0.5 or 1/3.')
  if (!Number.isFinite(only.value)) return refuse('This is no finite number.', 'Stay below 1.8e308.')
  const program = programOf(source)
  const literal = program?.literals.find(({ wire }) => program.circuit.wires[wire]?.key === key)
  if (!literal) return refuse('This input is no longer in the text.', 'Mend the text first.')
  const { name, span } = literal
  return { ok: true, value: span ? rewriteLiteral(source, span, text) : writeAssignment(source, name, text) }
}

const clip = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text)

const explained = latest((program: Program, decimals: number, asked: Subject): Told | null =>
  tell({ circuit: program.circuit, pass: passOf(program), decimals }, asked),
)

/** The answer to what is being asked; null if nothing is, or it is gone. */
export const explanationOf = (session: Session): Told | null => {
  const program = programOf(session.whole)
  return program && session.asked && explained(program, decimalsIn(session, program), session.asked)
}

/** How many backward lines written by hand are set aside: in the text, but not in the circuit. */
export const asideCountOf = ({ whole }: Session): number => programOf(whole)?.asides.length ?? 0

import { structureOf } from '../circuit/structure'
import type { Layout } from '../layout/layout'
import { place } from '../layout/place'
import { latest } from '../lib/remember'
import type { Problem } from '../lib/result'
import { usualDecimals } from '../program/decimals'
import { type Program, passOf } from '../program/derive'
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

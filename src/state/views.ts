import type { WireId } from '../circuit/circuit'
import { structureOf } from '../circuit/structure'
import { type Placed, placedIn } from '../layout/place'
import { latest } from '../lib/remember'
import type { Problem } from '../lib/result'
import { type Path, type Paths, pathsOf } from '../pass/paths'
import type { Story } from '../pass/story'
import { usualDecimals } from '../program/decimals'
import { type Program, passOf } from '../program/derive'
import { drawable, programOf } from '../program/drawable'
import { buildScene } from '../scene/build'
import { wireByKey } from '../scene/picture'
import type { Scene, Subject } from '../scene/scene'
import { type Late, late } from './late'
import type { Session } from './session'
import { storyIn, type Whereabouts, whereIn } from './stepping'
import { pointedOf } from './writing'

/** What the stage shows. `stale`: the text has problems, and this is the last picture that was whole. */
export type Picture = { readonly scene: Scene; readonly stale: boolean; readonly decimals: number }

const none: readonly never[] = []

export const decimalsIn = ({ settings, heldDecimals }: Session, program: Program): number =>
  settings.digits === 'auto' ? Math.max(usualDecimals(program), heldDecimals) : settings.digits

/** Only a changed structure is laid out again: dragging an input moves nothing. */
let placed: { readonly structure: string; readonly digits: number; readonly layout: Placed } | null = null
const layoutOf = (program: Program, digits: number): Placed => {
  const structure = structureOf(program.circuit)
  if (placed?.structure !== structure || placed.digits !== digits)
    placed = { structure, digits, layout: placedIn(program.circuit, { digits }) }
  return placed.layout
}

/** Room for two decimals even while integers are printed: a drag that needs them moves nothing. */
const roomFor = ({ settings }: Session): number => (settings.digits === 'auto' ? 2 : settings.digits)

type Wanted = { readonly decimals: number; readonly room: number; readonly wants: boolean }
const wanted = latest((decimals: number, room: number, wants: boolean): Wanted => ({ decimals, room, wants }))

/** `pointed`: keys, a line each, so that equal ones are the same. */
const sceneOf = latest(
  (program: Program, { decimals, room, wants }: Wanted, asked: Subject | null, pointed: string): Scene => {
    const layout = layoutOf(program, room)
    const marked = new Set(pointed === '' ? [] : pointed.split('\n'))
    return buildScene({
      circuit: program.circuit,
      pass: passOf(program),
      layout,
      decimals,
      asked,
      pointed: marked,
      wants,
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
  const wants = session.settings.wants === 'shown'
  const asked = session.bench.lit ?? session.asked
  const scene = sceneOf(program, wanted(decimals, roomFor(session), wants), asked, pointedOf(session))
  const where = whereIn(session)
  const story = storyIn(session)
  const seen = where && story ? told(program, scene, { where, story, decimals, session }) : scene
  return picture(seen, session.whole !== session.source, decimals)
}

type Telling = {
  readonly where: Whereabouts
  readonly story: Story
  readonly decimals: number
  readonly session: Session
}

/** The scene as far as it is told; at rest, and through no lens, the scene itself. */
const told = (program: Program, scene: Scene, { where, story, decimals, session }: Telling): Scene => {
  const lens = lensOf(program, session)
  const path = pathIn(program, session)
  return where.resting && lens === null && path === null
    ? scene
    : unveiled(program, scene, where, { story, decimals, lens, path, going: session.course.going })
}

/** The path that is pointed at in the list of those that lead from a wire to the output. */
const pathIn = (program: Program, { asked, bench }: Session): Path['edges'] | null => {
  if (bench.beside !== 'paths' || bench.path === null || !asked) return null
  return listed(program, asked.wire)?.paths[bench.path]?.edges ?? null
}

const listed = latest((program: Program, key: string): Paths | null => {
  const from = wireByKey(program, key)
  return from ? pathsOf(passOf(program), from.id) : null
})

/** The paths from the wire that is asked about to the output; null where nothing is. */
export const pathsIn = ({ whole, asked }: Session): Paths | null => {
  const program = programOf(whole)
  return program && asked && listed(program, asked.wire)
}

const lensOf = ({ circuit }: Program, { asked, pinned }: Session): WireId | null =>
  pinned && asked?.about === 'gate' ? (wireByKey({ circuit }, asked.wire)?.id ?? null) : null

type Look = Pick<Parameters<Late['unveil']>[1], 'story' | 'decimals' | 'lens' | 'path' | 'going'>

const unveiled = (program: Program, scene: Scene, where: Whereabouts, look: Look): Scene =>
  unveiledFor(program, scene, where, look.story, look.decimals, look.lens, look.path, look.going)

/** Who sets a place in the story has brought the telling; until then nothing is told. */
const untold = (scene: Scene): Scene => ({ ...scene, marks: [] })

const unveiledFor = latest(
  (
    program: Program,
    scene: Scene,
    { done, resting }: Whereabouts,
    story: Story,
    decimals: number,
    lens: WireId | null,
    path: Look['path'],
    going: Look['going'],
  ): Scene =>
    (late().unveil ?? untold)(scene, {
      circuit: program.circuit,
      pass: passOf(program),
      decimals,
      story,
      done,
      going,
      atRest: resting,
      lens,
      path,
    }),
)

/** Everything that is wrong with the text, in order of place. */
export const problemsOf = ({ source }: Session): readonly Problem[] => {
  const compiled = drawable(source)
  return compiled.ok ? none : compiled.problems
}

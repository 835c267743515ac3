import type { WireId } from '../circuit/circuit'
import { sameStructure } from '../circuit/structure'
import { placedIn } from '../layout/place'
import { moved, type Placed } from '../layout/placed'
import type { Space } from '../layout/space'
import { latest } from '../lib/remember'
import type { Problem } from '../lib/result'
import { type Path, type Paths, pathsOf } from '../pass/paths'
import type { Story } from '../pass/story'
import { usualDecimals } from '../program/decimals'
import { type Program, passOf } from '../program/derive'
import { drawable, programOf } from '../program/drawable'
import { buildScene } from '../scene/build'
import { type Picture as Drawn, wireByKey } from '../scene/picture'
import type { Scene, Subject } from '../scene/scene'
import type { Telling } from '../scene/telling'
import { isAsBefore, isLarge, placesOf, roomFor } from './arranged'
import { late } from './late'
import type { Session } from './session'
import { storyIn, type Whereabouts, whereIn } from './stepping'
import { pointedOf } from './writing'

/** What the stage shows. `stale`: the text has problems, and this is the last picture that was whole. */
export type Picture = { readonly scene: Scene; readonly stale: boolean; readonly decimals: number }

const none: readonly never[] = []

export const decimalsIn = ({ settings, heldDecimals }: Session, program: Program): number =>
  settings.digits === 'auto' ? Math.max(usualDecimals(program), heldDecimals) : settings.digits

/** Only a changed structure is laid out again: dragging an input moves nothing. */
type Standing = { readonly digits: number; readonly opened: number; readonly layout: Placed }
let lastPlaced: Standing | null = null
const layoutOf = ({ circuit }: Program, digits: number, opened: number): Placed => {
  // Another program that is opened is laid out as if nothing had stood before: it looks as it does for everybody.
  const before = lastPlaced?.opened === opened ? lastPlaced : null
  const isSame = before?.digits === digits && sameStructure(before.layout.circuit, circuit)
  if (!lastPlaced || !isSame)
    lastPlaced = { digits, opened, layout: placedIn(circuit, { digits, after: before?.layout ?? null }) }
  // Another circuit of the same structure: from now on the places are its own.
  if (lastPlaced.layout.circuit !== circuit)
    lastPlaced = { digits, opened, layout: moved(lastPlaced.layout, circuit) }
  return lastPlaced.layout
}

type Wanted = { readonly decimals: number; readonly wants: boolean }
const wanted = latest((decimals: number, wants: boolean): Wanted => ({ decimals, wants }))

/** `pointed`: keys, a line each, so that equal ones are the same. */
const drawnOf = latest(
  (
    program: Program,
    layout: Placed,
    { decimals, wants }: Wanted,
    asked: Subject | null,
    pointed: string,
  ): Drawn => ({
    circuit: program.circuit,
    pass: passOf(program),
    layout,
    decimals,
    asked,
    pointed: new Set(pointed === '' ? [] : pointed.split('\n')),
    wants,
  }),
)

const wholeScene = latest(buildScene)

const picture = latest(
  (scene: Scene, stale: boolean, decimals: number): Picture => ({ scene, stale, decimals }),
)

/** The picture of a session; null where there never was a whole text. The same reference while nothing changed. */
export const pictureOf = (session: Session): Picture | null => {
  const program = programOf(session.whole)
  if (!program) return null
  const places = isLarge(program) ? placesOf(session, program, roomFor(session)) : null
  if (isLarge(program) && !places) return waiting(session, program)
  const decimals = decimalsIn(session, program)
  const drawn = drawnIn(
    session,
    program,
    places?.layout ?? layoutOf(program, roomFor(session), session.opened),
  )
  const where = whereIn(session)
  const story = storyIn(session)
  const telling = where && story ? tellingOf(program, { where, story, decimals, session }) : null
  const scene = places ? vistaOf(drawn, places.space, telling) : sceneOf(drawn, telling)
  return scene && picture(scene, session.whole !== session.source, decimals)
}

const drawnIn = (session: Session, program: Program, layout: Placed): Drawn => {
  const wants = session.settings.wants === 'shown'
  const asked = session.bench.lit ?? session.asked
  return drawnOf(program, layout, wanted(decimalsIn(session, program), wants), asked, pointedOf(session))
}

/** The picture that was there, while another one is laid out: of the same circuit, or of the text before. */
const waiting = (session: Session, awaited: Program): Picture | null => {
  const { arranged, before } = session
  const isSame = isAsBefore(session, awaited)
  const asked = isSame ? session : { ...session, asked: null, cursor: null }
  const program = isSame ? null : programOf(before)
  const standing = program && !isLarge(program) ? lastPlaced : null
  if (program && standing && sameStructure(standing.layout.circuit, program.circuit))
    return staleOf(session, program, sceneOf(drawnIn(asked, program, standing.layout), null))
  if (!arranged) return null
  const drawn = drawnIn(asked, arranged.program, arranged.layout)
  return staleOf(session, arranged.program, vistaOf(drawn, arranged.space, null))
}

const staleOf = (session: Session, program: Program, scene: Scene | null): Picture | null =>
  scene && picture(scene, true, decimalsIn(session, program))

const sceneOf = (drawn: Drawn, telling: Telling | null): Scene => {
  const scene = wholeScene(drawn)
  return telling ? unveiled(scene, telling) : scene
}

const vistaOf = latest(
  (drawn: Drawn, space: Space, telling: Telling | null): Scene | null =>
    late().buildVista?.(drawn, space, telling) ?? null,
)

type Look = {
  readonly where: Whereabouts
  readonly story: Story
  readonly decimals: number
  readonly session: Session
}

/** How far the scene is told; null at rest, and through no lens, where it is told as a whole. */
const tellingOf = (program: Program, { where, story, decimals, session }: Look): Telling | null => {
  const lens = lensOf(program, session)
  const path = pathIn(program, session)
  if (where.resting && lens === null && path === null) return null
  return tellingAt(program, where.done, where.resting, story, decimals, lens, path, session.course.going)
}

const tellingAt = latest(
  (
    program: Program,
    done: number,
    atRest: boolean,
    story: Story,
    decimals: number,
    lens: WireId | null,
    path: Telling['path'],
    going: Telling['going'],
  ): Telling => ({
    circuit: program.circuit,
    pass: passOf(program),
    decimals,
    story,
    done,
    going,
    atRest,
    lens,
    path,
  }),
)

/** Who sets a place in the story has brought the telling; until then nothing is told. */
const untold = (scene: Scene): Scene => ({ ...scene, marks: [] })

const unveiled = latest((scene: Scene, telling: Telling): Scene => (late().unveil ?? untold)(scene, telling))

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

/** Everything that is wrong with the text, in order of place. */
export const problemsOf = ({ source }: Session): readonly Problem[] => {
  const compiled = drawable(source)
  return compiled.ok ? none : compiled.problems
}

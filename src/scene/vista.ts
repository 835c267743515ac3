import type { Wire, WireId } from '../circuit/circuit'
import type { Box, Point } from '../layout/layout'
import { gradientBaseline, numberIndent, widestFork } from '../layout/measure'
import { bodyIn, branchIn, stubIn } from '../layout/place'
import type { Placed } from '../layout/placed'
import type { Space } from '../layout/space'
import { partingAt } from '../layout/standing'
import { remember } from '../lib/remember'
import { knownAt } from '../pass/story'
import { contains, holds } from './box'
import { branchMark, frameOf, gateMark, wireMark } from './build'
import { piecesIn } from './clip'
import { boxesIn, type Light } from './light'
import { beaconAt, dotMasses, dotWeights, lineMasses } from './mass'
import { type Picture, wireAt, wireByKey } from './picture'
import type { Focus, Mark, Mass, Scene, Subject, Window } from './scene'
import type { Telling } from './telling'
import { tones } from './tones'
import { focusOn, lightOf, unveil } from './unveil'

/** From near, numbers are read: they are large enough, or there are few; a card, a little longer. In CSS pixels a unit, and square units. */
const nearScale = 0.75
const nearArea = 1_100_000
const leastCard = 0.4
/** How much more than a window holds is drawn, of its size, where nothing else is said. */
const usually = 0.15
/** Drawn anew where lines would look so much thicker or thinner, or so much less is seen. */
const otherScale = 1.3
const otherNear = 1.7

const isNear = ({ box, scale }: Window): boolean => scale >= nearScale || box.width * box.height <= nearArea

const grown = ({ box: { x, y, width, height }, beyond = usually }: Window): Box => ({
  x: x - beyond * width,
  y: y - beyond * height,
  width: width * (1 + 2 * beyond),
  height: height * (1 + 2 * beyond),
})

const serves = (seen: Window, window: Window): boolean => {
  const ratio = Math.max(seen.scale / window.scale, window.scale / seen.scale)
  const isAlike = isNear(seen) === isNear(window) && ratio < (isNear(seen) ? otherNear : otherScale)
  return isAlike && contains(grown(seen), window.box)
}

/** A circuit too large to be drawn whole: its scene has no marks, and a vista that gives those of any window. */
export const buildVista = (picture: Picture, space: Space, told: Telling | null): Scene => {
  const frame = frameOf(picture)
  const marks = marksOf(picture)
  const cut = cutting()
  const light = told && lightOf(told)
  const known = told && knownAt(told.pass, told.story, told.done)
  /** What is asked about and what is at work is there, wherever one looks. */
  const kept = [
    ...(light ? [...light.wires, ...light.gates] : []),
    ...(picture.asked ? [picture.asked.wire] : []),
  ]
  const keptIds = kept.flatMap((key) => wireByKey(picture, key)?.id ?? [])
  const weights = dotWeights(picture, known)
  const beacons = beaconsOf(picture, light)
  const veiled = (scene: Scene): Scene => (told ? unveil(scene, { ...told, going: null }) : scene)

  const see = (window: Window): Scene => {
    const near = isNear(window)
    const box = grown(window)
    const inside = space.wiresIn(box)
    const ids = new Set(near ? [...inside, ...keptIds] : keptIds)
    const found = space.edgesIn(box)
    const parting = near ? found.filter((edge) => partsInside(picture, edge, box)) : []
    // From afar lines lead from dot to dot: only those between what is drawn in full are drawn in full.
    const between = edgesAt(picture, ids).filter((edge) => near || isBetween(picture, edge, ids))
    const edges = [...new Set([...between, ...parting])]
    const ends = new Set(edges)
    const passing = found.filter((edge) => !ends.has(edge))
    const lines = lineMasses(passing, {
      picture,
      known,
      window: { box, scale: window.scale },
      fromDots: !near,
    })
    const masses: Mass[] = near ? lines.map((each) => ({ ...each, of: 'passing' })) : [...lines]
    if (!near) {
      masses.push(...dotMasses(inside, picture.layout, window.scale, weights))
      masses.push(...beacons.map(({ key, at }) => beaconAt(key, at, window.scale)))
    }
    const all = cut(marks(ids, edges), coarsely(box, window.box))
    // The card stays where it is while one looks about, as long as it can be read.
    const meeting = window.scale < leastCard ? null : whole.meeting
    return { ...veiled({ ...frame, marks: all, all, masses }), meeting }
  }

  const round = light && roundOf(picture, light)
  const near = new Set([...keptIds, ...(round ? space.wiresIn(round) : [])])
  const neighbours = light ? marks(near, edgesAt(picture, near)) : []
  const whole = veiled({ ...frame, marks: neighbours, all: neighbours })
  const vista = { see, holds: serves, placeOf: (subject: Subject) => placeOf(picture, subject) }
  const focus = light && focusOf(whole, light, round)
  const overview = () => [...overviewOf(picture.layout), ...onMap(picture.layout, beacons)]
  return { ...whole, focus, marks: [], all: [], meeting: null, vista, overview }
}

/** What stands farther from the gate at work, to the side and up or down, is not looked at together with it. */
const together = { x: 800, y: 400 }

/** Round the gate at work; null where there is none. */
const roundOf = ({ layout }: Picture, { gate }: Light): Box | null => {
  const body = gate === null ? null : bodyIn(layout, gate)
  if (!body) return null
  const { x, y } = body.centre
  return { x: x - together.x, y: y - together.y, width: 2 * together.x, height: 2 * together.y }
}

/** What the camera turns to: the gate at work, its card and what of it stands near: inputs may be a hundred rows away. */
const focusOf = (scene: Scene, light: Light, round: Box | null): Focus | null => {
  const near = boxesIn(scene.all, light).filter((box) => round === null || contains(round, box))
  return focusOn(near, { scene, light, meeting: scene.meeting })
}

/** Of a map that is at most about so wide and high, in CSS pixels. */
const map = { width: 200, height: 120 }

const mapScale = ({ places: { bounds } }: Placed): number =>
  Math.min(map.width / bounds.width, map.height / bounds.height)

const overviewOf = remember((layout: Placed): readonly Mass[] =>
  dotMasses(layout.plan.kind.keys(), layout, mapScale(layout)),
)

type Beacon = { readonly key: string; readonly at: Point }

/** What is to be seen from wherever one looks: where something is at work, and what is asked about. */
const beaconsOf = (picture: Picture, light: Light | null): readonly Beacon[] => {
  const { circuit, layout, asked } = picture
  const work = light && (light.gate ?? circuit.output)
  const wires = [
    { key: 'at work', wire: work },
    { key: 'asked', wire: asked ? (wireByKey(picture, asked.wire)?.id ?? null) : null },
  ]
  return wires.flatMap(({ key, wire }, i) =>
    wire === null || (i > 0 && wire === work) ? [] : [{ key, at: middleOf(layout, wire) }],
  )
}

/** Of a wire's gate; of an input, where it begins. */
const middleOf = (layout: Placed, wire: WireId): Point => {
  const { x, y } = bodyIn(layout, wire)?.centre ?? stubIn(layout, wire).start
  return { x: Math.round(x), y: Math.round(y) }
}

const onMap = (layout: Placed, beacons: readonly Beacon[]): readonly Mass[] =>
  beacons.map(({ key, at }) => beaconAt(key, at, mapScale(layout), { radius: 3.5, line: 2 }))

/** What stands so near to a box reaches into it: a share is longer than its place, and a line has a width. In units. */
const nearby = 90

/** A box, larger by what leads to whole half windows: so lines are often cut where they were before a move. */
const coarsely = (box: Box, { width, height }: Box): Box => {
  const across = width / 2
  const down = height / 2
  const x = Math.floor((box.x - nearby) / across) * across
  const y = Math.floor((box.y - nearby) / down) * down
  return {
    x,
    y,
    width: Math.ceil((box.x + box.width + nearby - x) / across) * across,
    height: Math.ceil((box.y + box.height + nearby - y) / down) * down,
  }
}

/**
 * Lines of a large picture may be ten thousands of units long; of dashed ones every dash would be drawn. What is cut to the
 * same box once more is the same mark.
 */
const cutting = () => {
  let last: Box | null = null
  let known = new Map<Mark, Mark>()
  return (marks: readonly Mark[], box: Box): readonly Mark[] => {
    const before = last !== null && contains(last, box) && contains(box, last) ? known : null
    last = box
    known = new Map(
      marks.map((mark) => {
        const found = before?.get(mark)
        if (found || mark.kind !== 'branch') return [mark, found ?? mark]
        const pieces = piecesIn(mark.path, box)
        if (!pieces) return [mark, mark]
        const isSeen = mark.share !== null && holds(box, mark.share.at)
        return [mark, { ...mark, pieces, share: isSeen ? mark.share : null }]
      }),
    )
    return [...known.values()]
  }
}

/** Uses that begin or end at these wires; of a fork with very many, those that do both. */
const edgesAt = ({ layout }: Picture, ids: ReadonlySet<WireId>): readonly number[] => {
  const { plan } = layout
  const found = new Set<number>()
  for (const id of ids) {
    const first = plan.leaveAt[id] as number
    const end = plan.leaveAt[id + 1] as number
    if (end - first <= widestFork) for (let edge = first; edge < end; edge++) found.add(edge)
    for (let i = plan.enterAt[id] as number; i < (plan.enterAt[id + 1] as number); i++) {
      const edge = plan.entering[i] as number
      const from = plan.from[edge] as number
      const uses = (plan.leaveAt[from + 1] as number) - (plan.leaveAt[from] as number)
      if (uses <= widestFork || ids.has(from as WireId)) found.add(edge)
    }
  }
  return [...found]
}

const isBetween = ({ layout: { plan } }: Picture, edge: number, ids: ReadonlySet<WireId>): boolean =>
  ids.has(plan.from[edge] as WireId) && ids.has(plan.by[edge] as WireId)

/** Whether an edge leaves its trunk in a box. */
const partsInside = ({ layout: { plan, places } }: Picture, edge: number, box: Box): boolean => {
  if (places.partsIn[edge] === places.columns.of[plan.from[edge] as number]) return false
  const parting = partingAt(plan, places, edge)
  return parting !== null && holds(box, parting.dot)
}

/** Marks are made when they come into sight, and once: what stays in sight is passed over by the painter. */
const marksOf = (picture: Picture) => {
  const toneOf = tones(picture)
  const wires = new Map<WireId, readonly Mark[]>()
  const branches = new Map<number, Mark>()
  return (ids: ReadonlySet<WireId>, edges: readonly number[]): readonly Mark[] => {
    const lines = edges.map((edge) => {
      const mark = branches.get(edge) ?? branchMark(picture, edge, toneOf)
      branches.set(edge, mark)
      return mark
    })
    const bodies = [...ids].flatMap((id) => {
      const wire = wireAt(picture, id)
      const made = wires.get(id) ?? [wireMark(picture, wire, toneOf), ...gateMark(picture, wire, toneOf)]
      wires.set(id, made)
      return made
    })
    return [...lines, ...bodies]
  }
}

const placeOf = ({ circuit, layout }: Picture, subject: Subject): Point | null => {
  const wire: Wire | undefined = wireByKey({ circuit }, subject.wire)
  if (!wire) return null
  if (subject.about === 'share') {
    const by = wireByKey({ circuit }, subject.by)
    const use = wire.uses.findIndex((each) => each.by === by?.id && each.port === subject.port)
    return use < 0 ? null : branchIn(layout, (layout.plan.leaveAt[wire.id] as number) + use).share
  }
  const { start, lead } = stubIn(layout, wire.id)
  if (subject.about === 'gate') return lead
  return { x: start.x + numberIndent, y: start.y + (subject.about === 'value' ? 0 : gradientBaseline) }
}

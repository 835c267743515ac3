import { latest, remember } from '../lib/remember'
import type { Grain } from '../lib/settings'
import type { Pass } from '../pass/backward'
import { doneAt, type Known, knownAt, placeOf, type Story, storyOf } from '../pass/story'
import { passOf } from '../program/derive'
import { programOf } from '../program/drawable'
import { unlit } from './bench'
import type { Course, Part } from './course'
import type { Session } from './session'

const told = remember((pass: Pass): Story => storyOf(pass))

/** The story of the last whole text; null where there never was one, and where nothing is written. */
export const storyIn = ({ whole, source }: Session): Story | null => {
  const program = source.trim() === '' ? null : programOf(whole)
  return program && told(passOf(program))
}

/** How a story is cut: for every moment how many steps are over with it, and how many moments go forward. */
export type Track = Pick<Story, 'ends' | 'forward'>

/** The same one while only numbers change: what shows it need not be drawn again. */
let lastTrack: Track = { ends: new Int32Array(0), forward: 0 }
const track = ({ ends, forward }: Track): Track => {
  const last = lastTrack.ends
  const isSame = last === ends || (last.length === ends.length && last.every((end, i) => end === ends[i]))
  if (!isSame || lastTrack.forward !== forward) lastTrack = { ends, forward }
  return lastTrack
}

/** Where a walk may stop: so many steps over at each stop, the first and the last of its part included. */
export type Stops = {
  readonly stops: Int32Array
  /** Whether the picture at rest comes after the last stop. */
  readonly rests: boolean
}

/** Where a number stands in a list that rises. */
const nearest = (rising: Int32Array, wanted: number): number => {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const stopsOf = latest(({ ends, forward }: Track, grain: Grain, part: Part): Stops => {
  const [turn, most] = [ends[forward - 1] ?? 0, ends.at(-1) ?? 0]
  const [first, last] = [part === 'backward' ? turn : 0, part === 'forward' ? turn : most]
  const all = new Int32Array(1 + (grain === 'gate' ? ends.length : most))
  if (grain === 'gate') all.set(ends, 1)
  else for (let done = 1; done <= most; done++) all[done] = done
  const stops = all.subarray(nearest(all, first), nearest(all, last) + 1)
  return { stops, rests: part !== 'forward' }
})

/** How far the story has come, and where it may go. */
export type Whereabouts = Stops &
  Track & {
    /** How many steps are over, within the part that is walked through: all of them at rest. */
    readonly done: number
    readonly resting: boolean
  }

const whereabouts = latest(
  (track: Track, stops: Stops, done: number, resting: boolean): Whereabouts => ({
    ...track,
    ...stops,
    done,
    resting,
  }),
)

/** Null where there never was a whole text. The same reference while only numbers change. */
export const whereIn = (session: Session): Whereabouts | null => {
  const story = storyIn(session)
  if (!story) return null
  const { place, grain, part } = session.course
  const way = track(story)
  const stops = stopsOf(way, grain, part)
  const [first = 0, last = 0] = [stops.stops[0], stops.stops.at(-1)]
  const done = place ? Math.min(last, Math.max(first, doneAt(story, place))) : last
  return whereabouts(way, stops, done, place === null && stops.rests)
}

const known = latest((pass: Pass, story: Story, done: number): Known => knownAt(pass, story, done))

/** What has been told so far; null at rest, where everything has. */
export const knownIn = (session: Session): Known | null => {
  const program = programOf(session.whole)
  const story = storyIn(session)
  const where = whereIn(session)
  return program && story && where && !where.resting ? known(passOf(program), story, where.done) : null
}

const going = (session: Session, course: Partial<Course>): Session => ({
  ...session,
  course: { ...session.course, ...course },
  bench: unlit(session.bench),
  // What is told next is what happens next; only a gate that is looked at alone stays so.
  ...(session.asked?.about === 'gate' && session.pinned ? null : { asked: null, pinned: false }),
})

/** To where so many steps are over, at once; null: to the picture at rest. */
export const goTo = (session: Session, done: number | null): Session => {
  const where = whereIn(session)
  if (!where) return session
  const place = done === null ? null : placeOf(where, done)
  return going(session, { place, going: null, playing: false })
}

/** One step further. After the last one comes the picture at rest, and after that the beginning. */
export const stepOn = (session: Session): Session => {
  const where = whereIn(session)
  if (!where) return going(session, { playing: false })
  const { stops, rests, done, resting } = where
  if (resting) return going(session, { place: placeOf(where, stops[0] ?? 0), going: null })
  const next = stops.find((stop) => stop > done)
  if (next === undefined)
    return going(session, rests ? { place: null, going: null, playing: false } : { playing: false })
  const strides = session.course.strides + 1
  return going(session, {
    place: placeOf(where, next),
    going: { from: done, stride: strides },
    strides,
  })
}

/** One step back; from rest to the last one. */
export const stepBack = (session: Session): Session => {
  const where = whereIn(session)
  if (!where) return session
  const { stops, done, resting } = where
  const before = resting ? stops.at(-1) : stops.findLast((stop) => stop < done)
  return before === undefined ? session : goTo(session, before)
}

export const toStart = (session: Session): Session => goTo(session, whereIn(session)?.stops[0] ?? null)

/** To the end of what is walked through: the picture at rest, or where all values are known. */
export const toEnd = (session: Session): Session => {
  const where = whereIn(session)
  return where ? goTo(session, where.rests ? null : (where.stops.at(-1) ?? null)) : session
}

/** Goes on by itself, from the beginning where it stands at the end; or stops. */
export const play = (session: Session, playing: boolean): Session => {
  const where = whereIn(session)
  if (!where || session.course.playing === playing) return session
  const atEnd = where.resting || where.done >= (where.stops.at(-1) ?? 0)
  const begun = playing && atEnd ? toStart(session) : session
  return { ...begun, course: { ...begun.course, playing } }
}

/** Another grain, pace or part: the place is kept, or comes to the nearest end of the part. */
export const pace = (
  session: Session,
  change: Partial<Pick<Course, 'grain' | 'part' | 'speed'>>,
): Session => {
  const changed = { ...session, course: { ...session.course, ...change } }
  const where = whereIn(changed)
  if (!where || change.part === undefined) return changed
  return where.resting ? changed : goTo(changed, where.done)
}

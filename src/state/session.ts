import type { Circuit } from '../circuit/circuit'
import { applyFix } from '../lib/fix'
import type { Fix } from '../lib/result'
import type { Digits, Grain, Settings } from '../lib/settings'
import type { Place } from '../pass/story'
import { usualDecimals } from '../program/decimals'
import { drawable } from '../program/drawable'
import type { Subject } from '../scene/scene'
import { type Arranged, pictureBefore } from './arranged'
import { type Bench, cleared, plainBench } from './bench'
import { atRest, type Course, courseAt, type Hall } from './course'
import { type Lesson, learn } from './lesson'
import { withLocks } from './locks'
import { isFixed, refuse, stillRead } from './refusing'
import { isKeystroke, isThere, shareWires, type Unread, unreadOf } from './texts'

/** An input in somebody's hand: its wire's key and how it moves. */
export type Held = {
  readonly key: string
  /** Not rounded to steps: small moves add up. */
  readonly value: number
  readonly step: number
  /** The finest step taken so far: what was set with care is not rounded away by the next move. */
  readonly grain: number
  readonly decimals: number
}

/** What a link says of the view. */
export type Still = {
  readonly settings: Partial<Settings>
  readonly place: Place | null
  readonly grain: Grain | null
}

/** What stands open over the page. */
export type Dialog =
  | 'gallery'
  | 'keys'
  | 'commands'
  | 'gates'
  | 'rename'
  | 'share'
  | 'recent'
  | 'take'
  | 'find'

/** An earlier text; with the digits it was read with, where the change away from it set others. */
export type Moment = { readonly source: string; readonly digits?: Digits }

/** What a person made, and what they are doing with it. Everything else is computed. */
export type Session = {
  readonly source: string
  /** The last text without problems: its picture stays while the text is broken. */
  readonly whole: string | null
  /** The one before it whose picture there was: it stays while that of `whole` is still laid out. */
  readonly before: string | null
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
  /** When the last typed change came (ms), to join a run of typing; null after anything else. */
  readonly typedAt: number | null
  /** While an input is dragged: the text before it, to which one undo (or Esc) returns. */
  readonly gesture: string | null
  /** The input that is dragged on the picture. */
  readonly held: Held | null
  /** The most decimals its numbers have needed: they do not come and go while it lasts. */
  readonly heldDecimals: number
  /** The number being asked about, and whether the question stays when the pointer leaves. */
  readonly asked: Subject | null
  readonly pinned: boolean
  /** Where the caret stands in the text while the editor has the focus. */
  readonly cursor: number | null
  readonly course: Course
  readonly bench: Bench
  /** Shown to a hall: the circuit and its story alone, or a screen of one colour; null on the desk. */
  readonly hall: Hall | null
  readonly settings: Settings
  /** What this person chose for themself; an example or a link may set `settings` to something else. */
  readonly chosen: Settings
  /** Counts programs opened from the gallery or a link: each is seen from its own first sight. */
  readonly opened: number
  /** Counts those that were written in place of another, with hardly a wire of it: they are seen so, too. */
  readonly others: number
  /** The input whose number is being typed on the picture. */
  readonly writing: string | null
  readonly dialog: Dialog | null
  /** Null when all of it was done. */
  readonly lesson: Lesson | null
  /** This browser does not take what is to be saved. */
  readonly unkept: boolean
  /** It is longer than what a link holds. */
  readonly unlinked: boolean
  /** The text is so long that it is read in slices, and has not been read yet. */
  readonly unread: Unread | null
  /** Where the last large circuit stands; and one whose layout was called off. */
  readonly arranged: Arranged | null
  readonly unarranged: Circuit | null
  /** Something to be told about the page itself, until the text changes. */
  readonly notice: string | null
}

const noGesture = { gesture: null, held: null, heldDecimals: 0 } as const

const remembered = 500
const typingPause = 1000

/** `chosen`: what this person keeps to; a link asks for something on top of it. */
export const begin = (
  source: string,
  chosen: Settings,
  { settings = {}, place = null, grain = null }: Partial<Still> = {},
): Session => ({
  source,
  whole: wholeOf(source, null),
  before: null,
  past: [],
  future: [],
  typedAt: null,
  ...noGesture,
  asked: null,
  pinned: false,
  cursor: null,
  course: courseAt(atRest, place, grain),
  bench: plainBench,
  hall: null,
  settings: { ...chosen, ...settings },
  chosen,
  opened: 0,
  others: 0,
  writing: null,
  dialog: null,
  lesson: null,
  unkept: false,
  unlinked: false,
  unread: unreadOf(source),
  arranged: null,
  unarranged: null,
  notice: null,
})

const wholeOf = (source: string, before: string | null): string | null =>
  drawable(source).ok ? source : before

const decimalsOf = (source: string): number => {
  const compiled = drawable(source)
  return compiled.ok ? usualDecimals(compiled.value) : 0
}

const remember = (past: readonly Moment[], moment: Moment): readonly Moment[] =>
  [...past, moment].slice(-remembered)

const withText = (session: Session, source: string): Session => {
  const whole = wholeOf(source, session.whole)
  const gone = session.asked !== null && !isThere(session.asked.wire, whole)
  const writing =
    whole === source && session.writing && isThere(session.writing, whole) ? session.writing : null
  const kept = {
    ...session,
    source,
    whole,
    before: pictureBefore(session, whole),
    unread: unreadOf(source),
    writing,
    notice: null,
    bench: withLocks(session.bench, session.whole, whole),
    ...(gone && { asked: null, pinned: false }),
  }
  // What has no wire in common with what was told is another circuit: it is seen whole.
  return whole !== session.whole && session.course.place && !shareWires(session.whole, whole)
    ? { ...kept, course: courseAt(session.course, null) }
    : kept
}

/** The text has been read: what was found of it takes effect. */
export const taken = (session: Session): Session => {
  const notice = session.notice === stillRead ? null : session.notice
  const read = { ...withText(session, session.source), notice }
  const opens = session.unread?.opens
  return opens ? { ...read, course: opens, opened: session.opened + 1 } : read
}

/** Puts a new text in place of the old one: an undo entry of its own. */
export const edit = (session: Session, source: string): Session => {
  if (source === session.source) return session
  const settled = drop(session)
  return {
    ...withText(settled, source),
    past: remember(settled.past, { source: settled.source }),
    future: [],
    typedAt: null,
  }
}

/** The same by keystrokes at `now` (ms): a run of typing is one undo entry. */
export const type = (session: Session, source: string, now: number): Session => {
  if (source === session.source) return session
  const { typedAt } = session
  const joins =
    session.gesture === null &&
    typedAt !== null &&
    now - typedAt < typingPause &&
    isKeystroke(session.source, source)
  const typed = joins ? { ...withText(session, source), future: [] } : edit(session, source)
  return learn({ ...typed, typedAt: now }, 'write')
}

/** The text with a problem's fix made. */
export const mend = (session: Session, fix: Fix): Session => edit(session, applyFix(session.source, fix))

/** Opens another program with the digits it is meant to be read with, at rest or at a place in its story; one undo takes it back. */
export const load = (
  session: Session,
  { source, digits }: Required<Moment>,
  { place = null, grain = null }: Partial<Still> = {},
): Session => {
  const settled = drop(session)
  const moment = { source: settled.source, digits: settled.settings.digits }
  const opened = set(withText(settled, source), { digits })
  const course = courseAt(settled.course, place, grain)
  const unread = opened.unread && { ...opened.unread, opens: course }
  return {
    ...opened,
    past: remember(settled.past, moment),
    future: [],
    typedAt: null,
    asked: null,
    pinned: false,
    course: unread ? settled.course : course,
    bench: cleared(settled.bench),
    unread,
    opened: settled.opened + (unread ? 0 : 1),
  }
}

/** A step of a drag: the whole gesture becomes one undo entry, made when it ends. */
export const drag = (session: Session, source: string): Session => ({
  ...withText(session, source),
  gesture: session.gesture ?? session.source,
  heldDecimals: Math.max(session.heldDecimals, decimalsOf(session.source), decimalsOf(source)),
})

export const drop = (session: Session): Session => {
  if (session.gesture === null) return session
  const moved = session.gesture !== session.source
  return {
    ...(moved ? learn(session, 'drag') : session),
    past: moved ? remember(session.past, { source: session.gesture }) : session.past,
    future: moved ? [] : session.future,
    typedAt: null,
    ...noGesture,
  }
}

export const cancelDrag = (session: Session): Session =>
  session.gesture === null ? session : { ...withText(session, session.gesture), ...noGesture }

export const undo = (session: Session): Session => {
  const settled = drop(session)
  const before = settled.past.at(-1)
  if (before === undefined) return settled
  const [back, now] = goTo(settled, before)
  return { ...back, past: settled.past.slice(0, -1), future: [now, ...settled.future] }
}

export const redo = (session: Session): Session => {
  const settled = drop(session)
  const [after, ...rest] = settled.future
  if (after === undefined) return settled
  const [there, now] = goTo(settled, after)
  return { ...there, past: remember(settled.past, now), future: rest }
}

/** The session at another moment, and the moment that leads back. */
const goTo = (session: Session, { source, digits }: Moment): readonly [Session, Moment] => {
  const moved = { ...withText(session, source), typedAt: null }
  if (digits === undefined) return [moved, { source: session.source }]
  return [set(moved, { digits }), { source: session.source, digits: session.settings.digits }]
}

/** The number of an input is to be typed in its place; null: no longer. A broken text has no such place. */
export const write = (session: Session, writing: string | null): Session => {
  if (session.writing === writing) return session
  return writing !== null && isFixed(session) ? refuse(session) : { ...session, writing }
}

export const show = (session: Session, dialog: Dialog | null): Session =>
  session.dialog === dialog ? session : { ...session, dialog }

export const say = (session: Session, notice: string | null): Session => ({ ...session, notice })

/** Chosen by the person: kept for the programs and the visits to come. */
export const choose = (session: Session, settings: Partial<Settings>): Session =>
  set({ ...session, chosen: { ...session.chosen, ...settings } }, settings)

export const set = (session: Session, settings: Partial<Settings>): Session => ({
  ...session,
  settings: { ...session.settings, ...settings },
})

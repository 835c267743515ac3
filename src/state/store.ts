import { create } from 'zustand'
import type { Fix } from '../lib/result'
import { plainSettings, type Settings } from '../lib/settings'
import type { Subject } from '../scene/scene'
import * as asking from './asking'
import type { Bench } from './bench'
import type { Course, Hall } from './course'
import type { Pull } from './grab'
import { arrange, present } from './hall'
import * as large from './large'
import { late } from './late'
import * as change from './session'
import { begin, type Dialog, type Moment, type Session, type Still } from './session'
import * as course from './stepping'

type Actions = {
  readonly edit: (source: string) => void
  readonly type: (source: string, now: number) => void
  readonly mend: (fix: Fix) => void
  readonly load: (moment: Required<Moment>, still?: Partial<Still>) => void
  readonly drag: (source: string) => void
  readonly grab: (key: string) => void
  readonly pull: (by: Pull) => void
  readonly drop: () => void
  readonly cancelDrag: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly ask: (subject: Subject | null) => void
  readonly pin: (subject: Subject | null) => void
  readonly write: (wire: string | null) => void
  readonly point: (cursor: number | null) => void
  readonly show: (dialog: Dialog | null) => void
  readonly choose: (settings: Partial<Settings>) => void
  readonly say: (notice: string | null) => void
  readonly set: (settings: Partial<Settings>) => void
  readonly try: (change: Partial<Bench>) => void
  /** A change that comes with a part of the page that is loaded later. */
  readonly apply: (change: (session: Session) => Session) => void
  readonly callOff: () => void
  readonly takeUp: () => void
  readonly present: (on: boolean) => void
  readonly arrange: (change: Partial<Hall>) => void
  readonly stepOn: () => void
  readonly stepBack: () => void
  readonly toStart: () => void
  readonly toEnd: () => void
  readonly goTo: (done: number | null) => void
  readonly play: (playing: boolean) => void
  readonly pace: (change: Partial<Pick<Course, 'grain' | 'part' | 'speed'>>) => void
}

export type Store = { readonly session: Session; readonly do: Actions }

/** The one store: a session and the changes that may be made to it. */
export const useStore = create<Store>()((put) => {
  const apply = (next: (session: Session) => Session) => put((store) => ({ session: next(store.session) }))
  return {
    session: begin('', plainSettings),
    do: {
      edit: (source) => apply((session) => change.edit(session, source)),
      type: (source, now) => apply((session) => change.type(session, source, now)),
      mend: (fix) => apply((session) => change.mend(session, fix)),
      load: (moment, still) => apply((session) => change.load(session, moment, still)),
      drag: (source) => apply((session) => change.drag(session, source)),
      grab: (key) => apply((session) => late().grab?.(session, key) ?? session),
      pull: (by) => apply((session) => late().pull?.(session, by) ?? session),
      drop: () => apply(change.drop),
      cancelDrag: () => apply(change.cancelDrag),
      undo: () => apply(change.undo),
      redo: () => apply(change.redo),
      ask: (subject) => apply((session) => asking.ask(session, subject)),
      pin: (subject) => apply((session) => asking.pin(session, subject)),
      write: (wire) => apply((session) => change.write(session, wire)),
      point: (cursor) => apply((session) => asking.point(session, cursor)),
      show: (dialog) => apply((session) => change.show(session, dialog)),
      choose: (settings) => apply((session) => change.choose(session, settings)),
      say: (notice) => apply((session) => change.say(session, notice)),
      set: (settings) => apply((session) => change.set(session, settings)),
      try: (change) => apply((session) => ({ ...session, bench: { ...session.bench, ...change } })),
      apply,
      callOff: () => apply(large.callOff),
      takeUp: () => apply(large.takeUp),
      present: (on) => apply((session) => present(session, on)),
      arrange: (change) => apply((session) => arrange(session, change)),
      stepOn: () => apply(course.stepOn),
      stepBack: () => apply(course.stepBack),
      toStart: () => apply(course.toStart),
      toEnd: () => apply(course.toEnd),
      goTo: (done) => apply((session) => course.goTo(session, done)),
      play: (playing) => apply((session) => course.play(session, playing)),
      pace: (change) => apply((session) => course.pace(session, change)),
    },
  }
})

import { create } from 'zustand'
import type { Subject } from '../scene/scene'
import * as change from './session'
import { begin, type Hand, type Moment, plainSettings, type Session, type Settings } from './session'

type Actions = {
  readonly edit: (source: string, by: { hand: Hand; now: number }) => void
  readonly load: (moment: Required<Moment>) => void
  readonly drag: (source: string) => void
  readonly drop: () => void
  readonly cancelDrag: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly ask: (subject: Subject | null) => void
  readonly pin: (subject: Subject | null) => void
  readonly set: (settings: Partial<Settings>) => void
}

export type Store = { readonly session: Session; readonly do: Actions }

/** The one store: a session and the changes that may be made to it. */
export const useStore = create<Store>()((put) => {
  const apply = (next: (session: Session) => Session) => put((store) => ({ session: next(store.session) }))
  return {
    session: begin('', plainSettings),
    do: {
      edit: (source, by) => apply((session) => change.edit(session, source, by)),
      load: (moment) => apply((session) => change.load(session, moment)),
      drag: (source) => apply((session) => change.drag(session, source)),
      drop: () => apply(change.drop),
      cancelDrag: () => apply(change.cancelDrag),
      undo: () => apply(change.undo),
      redo: () => apply(change.redo),
      ask: (subject) => apply((session) => change.ask(session, subject)),
      pin: (subject) => apply((session) => change.pin(session, subject)),
      set: (settings) => apply((session) => change.set(session, settings)),
    },
  }
})

import { useLayoutEffect, useRef } from 'react'
import { isCalledOff } from '../state/large'
import { useStore } from '../state/store'
import { focusAgain } from './focus'

type Props = {
  readonly called: string
  readonly doing: string
  readonly undone: string
  readonly again: string
  readonly off: boolean
  /** From 0 to 1, where it is known. */
  readonly done?: number
  readonly onCancel: () => void
  readonly onAgain: () => void
}

const Wait = ({ called, doing, undone, again, off, done, onCancel, onAgain }: Props) => {
  const place = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    const here = place.current
    // What had the focus goes with it: the focus goes on, and not to nowhere.
    return () => {
      if (here?.contains(document.activeElement)) queueMicrotask(() => focusAgain())
    }
  }, [])
  return (
    <p ref={place} className="waiting">
      <span role="status">{off ? `${called} are not ${undone}.` : `${doing} ${called} … `}</span>
      {!off && <progress aria-label={doing} {...(done !== undefined && { value: done })} />}{' '}
      <button type="button" className="fix" onClick={off ? onAgain : onCancel}>
        {off ? again : 'Cancel'}
      </button>
    </p>
  )
}

/** What is told while a large circuit is laid out, and where it was called off; the picture before it stays. */
export const LayingOut = ({ wires }: { readonly wires: number }) => {
  const off = useStore(({ session }) => isCalledOff(session))
  const { callOff, takeUp } = useStore((store) => store.do)
  const called = `${wires.toLocaleString('en')} wires`
  return (
    <Wait
      {...{ called, off, doing: 'Laying out', undone: 'laid out', again: 'Lay them out' }}
      onCancel={callOff}
      onAgain={takeUp}
    />
  )
}

/** The same while a long text is read. */
export const Reading = () => {
  const characters = useStore(({ session }) => session.source.length)
  const off = useStore(({ session }) => session.unread?.off === true)
  const done = useStore(({ session }) => session.unread?.done ?? 0)
  const { apply } = useStore((store) => store.do)
  const set = (off: boolean) => () =>
    apply((session) => ({ ...session, unread: session.unread && { ...session.unread, done: 0, off } }))
  const called = `${characters.toLocaleString('en')} characters`
  return (
    <Wait
      {...{ called, off, done, doing: 'Reading', undone: 'read', again: 'Read them' }}
      onCancel={set(true)}
      onAgain={set(false)}
    />
  )
}

import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Problem, Span } from '../lib/result'
import { useStore } from '../state/store'
import { problemsOf } from '../state/views'
import { knownOf, litSpansOf, pickedSpanOf } from '../state/writing'
import { painted } from '../view/painted'
import type { Desk, Editing } from './editor/desk'
import { PlainField } from './PlainField'

export type EditorHandle = {
  readonly select: (span: Span) => void
  /** The selected text, or where the caret stands or last stood; null as long as nobody has been there. */
  readonly selection: () => Span | null
}

const act = () => useStore.getState().do

const editing: Editing = {
  onEdit: (text) => act().type(text, performance.now()),
  onTurn: (turn) => act()[turn](),
  onFix: (fix) => act().mend(fix),
  onCaret: (at) => act().point(at),
}

const none: readonly Problem[] = []

/** The program's text: a plain textarea at once, and CodeMirror in its place as soon as that has been fetched. */
export const Editor = ({ handle }: { readonly handle: Ref<EditorHandle> }) => {
  const source = useStore((store) => store.session.source)
  const problems = useStore((store) =>
    store.session.source.trim() === '' ? none : problemsOf(store.session),
  )
  const [desk, setDesk] = useState<Desk | null>(null)
  // A drag changes no name: nothing is read anew while it lasts.
  const known = useStore(({ session }) => (desk && session.gesture === null ? knownOf(session) : null))
  const lit = useStore((store) => litSpansOf(store.session))
  /** The same reference as long as one question is kept: text that is typed meanwhile selects nothing. */
  const picked = useStore(({ session }) => (session.pinned ? session.asked : null))
  const dragged = useStore(({ session }) => session.gesture !== null)
  const opened = useStore(({ session }) => session.opened)
  const host = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    let gone = false
    let made: Desk | null = null
    const replace = async () => {
      await painted()
      const { createDesk } = await import('./editor/desk')
      const area = field.current
      await composed(area)
      if (gone || !host.current || !area) return
      const place = { from: area.selectionStart, to: area.selectionEnd }
      made = createDesk(host.current, { text: useStore.getState().session.source, selection: place }, editing)
      if (document.activeElement === area) made.select(place)
      // At once, so that there are never two fields called Program.
      const arrived = made
      flushSync(() => setDesk(arrived))
    }
    // Without the chunk (offline, blocked) the textarea stays: it does the same work.
    replace().catch(() => undefined)
    return () => {
      gone = true
      made?.destroy()
      setDesk(null)
    }
  }, [])

  useLayoutEffect(() => {
    if (!desk) return
    if (!dragged) return desk.show(source, opened)
    // The picture goes first: an editor reads the page's layout back when it is changed.
    return afterPaint(() => {
      const { session } = useStore.getState()
      desk.show(session.source, session.opened)
      desk.light(litSpansOf(session))
    })
  }, [desk, source, dragged, opened])
  useEffect(() => desk?.mark(problems), [desk, problems])
  useEffect(() => {
    if (dragged) return
    if (known) desk?.know(known)
    desk?.light(lit)
  }, [desk, known, lit, dragged])
  useEffect(() => {
    const span = picked && pickedSpanOf(useStore.getState().session)
    if (span) desk?.pick(span)
  }, [desk, picked])

  useImperativeHandle(
    handle,
    () => ({
      select: (span) => {
        desk?.select(span)
        field.current?.focus()
        field.current?.setSelectionRange(span.from, span.to)
      },
      selection: () => {
        const area = field.current
        if (desk || !area) return desk?.selection() ?? null
        return document.activeElement === area ? { from: area.selectionStart, to: area.selectionEnd } : null
      },
    }),
    [desk],
  )

  return (
    <div className="editor">
      <div ref={host} className="desk-host" />
      {!desk && <PlainField field={field} text={source} onEdit={editing.onEdit} onTurn={editing.onTurn} />}
    </div>
  )
}

/** Calls back once the next frame is on screen. Returns the way out. */
const afterPaint = (then: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(then)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Resolves when no input method is in the middle of a word. */
const composed = (area: HTMLTextAreaElement | null): Promise<void> =>
  new Promise((resolve) => {
    if (area?.dataset['composing'] === undefined) resolve()
    else area.addEventListener('compositionend', () => resolve(), { once: true })
  })

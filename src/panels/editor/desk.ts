import { defaultKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { changeBetween } from '../../lib/change'
import type { Fix, Problem, Span } from '../../lib/result'
import { handLinesIn } from '../../state/by-hand'
import { useStore } from '../../state/store'
import type { Known } from '../../state/writing'
import { type Turn, turnOf, turnOfInput } from '../keys'
import { completion, sentence } from './completion'
import { look } from './look'
import { marks, setKnown, setLit } from './marks'
import { setVerdicts, verdicts } from './verdicts'

export type Editing = {
  readonly onEdit: (text: string) => void
  readonly onTurn: (turn: Turn) => void
  readonly onFix: (fix: Fix) => void
  /** Where the caret stands; null when the editor loses the focus. */
  readonly onCaret: (at: number | null) => void
}

export type Desk = {
  /**
   * Puts the session's text in place of the editor's, by the smallest change; a program that was `opened` later, as the
   * session counts, is seen from its top.
   */
  readonly show: (text: string, opened: number) => void
  readonly mark: (problems: readonly Problem[]) => void
  /** What the words of the text stand for. */
  readonly know: (known: Known) => void
  readonly light: (spans: readonly Span[]) => void
  /** Selects and brings into view, without taking the focus. */
  readonly pick: (span: Span) => void
  readonly select: (span: Span) => void
  /** null as long as nobody has been in the text, and nothing was picked for them. */
  readonly selection: () => Span | null
  readonly destroy: () => void
}

/** Set on changes that came from the session: they are not typing. */
const fromSession = Annotation.define<true>()

/** CodeMirror in place of the textarea; undo and redo belong to the session, so it keeps no history of its own. */
export const createDesk = (
  parent: HTMLElement,
  first: { readonly text: string; readonly selection: Span },
  { onEdit, onTurn, onFix, onCaret }: Editing,
): Desk => {
  let known: Known = { roles: new Map(), gates: [], inside: [] }
  const turning = (turn: Turn | null): boolean => {
    if (turn) onTurn(turn)
    return turn !== null
  }
  let isEntered = false
  /** The program that is shown, counted. */
  let seen = useStore.getState().session.opened
  const tellCaret = (view: EditorView): void => {
    isEntered ||= view.hasFocus
    onCaret(view.hasFocus ? view.state.selection.main.head : null)
  }
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: first.text,
      selection: { anchor: first.selection.from, head: first.selection.to },
      extensions: [
        EditorView.domEventHandlers({
          keydown: (event) => turning(turnOf(event)),
          beforeinput: (event) => turning(turnOfInput(event.inputType)),
        }),
        completion(() => known),
        keymap.of(defaultKeymap),
        verdicts,
        lineNumbers(),
        bracketMatching({ brackets: '()[]' }),
        EditorView.lineWrapping,
        EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
        EditorView.contentAttributes.of({ 'aria-label': 'Program', autocapitalize: 'off', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          const typed = !update.transactions.some((each) => each.annotation(fromSession))
          if (update.docChanged && typed) onEdit(update.state.doc.toString())
          if (update.selectionSet || update.docChanged || update.focusChanged) tellCaret(update.view)
        }),
        marks,
        look,
      ],
    }),
  })

  const within = ({ from, to }: Span) => {
    const end = view.state.doc.length
    return { anchor: Math.min(from, end), head: Math.min(to, end) }
  }

  const diagnosticOf = ({ message, hint, span, fix }: Problem): Diagnostic => ({
    from: within(span).anchor,
    to: within(span).head,
    severity: 'error',
    message: `${message} ${hint}`,
    renderMessage: () => sentence(`${message} ${hint}`),
    actions: fix ? [{ name: fix.label, apply: () => onFix(fix) }] : [],
  })

  /** The margin follows the session itself: what it says is worked out with this chunk, not before. */
  let judged = handLinesIn(useStore.getState().session)
  const judge = (): void => {
    const lines = handLinesIn(useStore.getState().session)
    if (lines === judged) return
    judged = lines
    view.dispatch({ effects: setVerdicts.of(lines) })
  }
  const stopJudging = useStore.subscribe(() => queueMicrotask(judge))
  if (judged.length > 0) view.dispatch({ effects: setVerdicts.of(judged) })

  return {
    show: (text, opened) => {
      const isOther = opened !== seen
      seen = opened
      const change = changeBetween(view.state.doc.toString(), text)
      const top = { selection: { anchor: 0 }, scrollIntoView: true }
      if (isOther) isEntered = view.hasFocus
      if (change || isOther)
        view.dispatch({
          ...(change && { changes: change }),
          ...(isOther && top),
          annotations: fromSession.of(true),
        })
    },
    mark: (problems) => view.dispatch(setDiagnostics(view.state, problems.map(diagnosticOf))),
    know: (next) => {
      known = next
      view.dispatch({ effects: setKnown.of(next) })
    },
    light: (spans) => view.dispatch({ effects: setLit.of(spans) }),
    pick: (span) => {
      isEntered = true
      view.dispatch({ selection: within(span), scrollIntoView: true })
    },
    select: (span) => {
      view.dispatch({ selection: within(span), scrollIntoView: true })
      view.focus()
    },
    selection: () => (isEntered ? view.state.selection.main : null),
    destroy: () => {
      stopJudging()
      view.destroy()
    },
  }
}

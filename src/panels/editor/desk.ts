import { defaultKeymap } from '@codemirror/commands'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState, type Range } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers, ViewPlugin } from '@codemirror/view'
import { colour } from '../language/colour'
import { budget } from '../lib/budget'
import { changeBetween } from '../lib/change'
import type { Fix, Problem, Span } from '../lib/result'
import { piecesOf } from './backticks'
import { type Turn, turnOf, turnOfInput } from './keys'

export type Editing = {
  readonly onEdit: (text: string) => void
  readonly onTurn: (turn: Turn) => void
  readonly onFix: (fix: Fix) => void
}

export type Desk = {
  /** Puts the session's text in place of the editor's, by the smallest change. */
  readonly show: (text: string) => void
  readonly mark: (problems: readonly Problem[]) => void
  readonly select: (span: Span) => void
  readonly destroy: () => void
}

/** Set on changes that came from the session: they are not typing. */
const fromSession = Annotation.define<true>()

const coloursIn = (view: EditorView): DecorationSet => {
  const ranges: Range<Decoration>[] = []
  const { from: top, to: bottom } = view.viewport
  for (const { from, to, kind } of colour(view.state.doc.sliceString(0, budget.source)))
    if (to > from && to > top && from < bottom)
      ranges.push(Decoration.mark({ class: `word-${kind}` }).range(from, to))
  return Decoration.set(ranges, true)
}

const colours = ViewPlugin.define(
  (view) => ({
    marks: coloursIn(view),
    update(update) {
      if (update.docChanged || update.viewportChanged) this.marks = coloursIn(update.view)
    },
  }),
  { decorations: (plugin) => plugin.marks },
)

const look = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--ground)',
    fontSize: 'var(--code-size)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'transparent', border: 'none' },
  '.cm-tooltip': {
    zIndex: 5,
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--edge)',
    borderRadius: '7px',
  },
  '.cm-diagnostic': { padding: '8px 12px', borderLeft: 'none', fontFamily: 'var(--sans)', maxWidth: '26rem' },
  '.cm-diagnosticAction': {
    margin: '6px 0 0',
    padding: '4px 10px',
    color: 'var(--ground)',
    backgroundColor: 'var(--ink)',
    borderRadius: '4px',
    font: 'inherit',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--trouble) 1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--trouble)' },
})

const sentence = (text: string): HTMLElement => {
  const paragraph = document.createElement('span')
  for (const piece of piecesOf(text)) {
    const part = piece.isCode ? document.createElement('code') : paragraph
    part.append(piece.text)
    if (part !== paragraph) paragraph.append(part)
  }
  return paragraph
}

/** CodeMirror in place of the textarea; undo and redo belong to the session, so it keeps no history of its own. */
export const createDesk = (
  parent: HTMLElement,
  first: { readonly text: string; readonly selection: Span },
  { onEdit, onTurn, onFix }: Editing,
): Desk => {
  const turning = (turn: Turn | null): boolean => {
    if (turn) onTurn(turn)
    return turn !== null
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
        keymap.of(defaultKeymap),
        lineNumbers(),
        EditorView.lineWrapping,
        EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
        EditorView.contentAttributes.of({ 'aria-label': 'Program', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => {
          const typed = !update.transactions.some((each) => each.annotation(fromSession))
          if (update.docChanged && typed) onEdit(update.state.doc.toString())
        }),
        colours,
        look,
      ],
    }),
  })

  const diagnosticOf = ({ message, hint, span, fix }: Problem): Diagnostic => ({
    from: Math.min(span.from, view.state.doc.length),
    to: Math.min(span.to, view.state.doc.length),
    severity: 'error',
    message: `${message} ${hint}`,
    renderMessage: () => sentence(`${message} ${hint}`),
    actions: fix ? [{ name: fix.label, apply: () => onFix(fix) }] : [],
  })

  return {
    show: (text) => {
      const change = changeBetween(view.state.doc.toString(), text)
      if (change) view.dispatch({ changes: change, annotations: fromSession.of(true) })
    },
    mark: (problems) => view.dispatch(setDiagnostics(view.state, problems.map(diagnosticOf))),
    select: ({ from, to }) => {
      const end = view.state.doc.length
      view.dispatch({
        selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
        scrollIntoView: true,
      })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

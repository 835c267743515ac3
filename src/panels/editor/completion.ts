import {
  autocompletion,
  type Completion,
  type CompletionSource,
  insertCompletionText,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { palette } from '../../program/palette'
import type { Known } from '../../state/writing'
import { piecesOf } from '../backticks'

const wordBefore = /[\p{L}_][\p{L}\p{N}_]*$/u

/** A sentence of ours, its code set as code. */
export const sentence = (text: string): HTMLElement => {
  const paragraph = document.createElement('span')
  for (const piece of piecesOf(text)) {
    const part = piece.isCode ? document.createElement('code') : paragraph
    part.append(piece.text)
    if (part !== paragraph) paragraph.append(part)
  }
  return paragraph
}

/** With the bracket that a call begins with, unless it stands there already. */
const called =
  (callee: string) =>
  (view: EditorView, _: Completion, from: number, to: number): void => {
    const text = view.state.sliceDoc(to, to + 1) === '(' ? callee : `${callee}(`
    view.dispatch(insertCompletionText(view.state, text, from, to))
  }

/** Offered with what it does to a gradient. */
type Offered = Completion & { readonly rule?: string }

const gates: readonly Offered[] = palette.flatMap(({ label, signature, rule }) => {
  const callee = /^\w+(?=\()/.exec(label)?.[0]
  if (!callee) return []
  return [{ label: callee, detail: signature, rule, apply: called(callee), boost: -1 }]
})

/** The names of the program and the gates that are called, each gate with what it does to a gradient. */
const sourceOf =
  (known: () => Known): CompletionSource =>
  (context) => {
    const word = context.matchBefore(wordBefore)
    if (!word && !context.explicit) return null
    const line = context.state.doc.lineAt(context.pos)
    if (line.text.slice(0, context.pos - line.from).includes('#')) return null
    // What is written in full needs no completing.
    const names = [...known().roles].filter(([name]) => name !== word?.text)
    const own = known().gates.map(
      ({ name, signature }): Offered => ({
        label: name,
        detail: signature,
        rule: 'A gate of this program’s own.',
        apply: called(name),
      }),
    )
    return {
      from: word?.from ?? context.pos,
      options: [...names.map(([label, detail]): Completion => ({ label, detail })), ...own, ...gates],
      validFor: wordBefore,
    }
  }

/** The rule below the name, in sight before anything is chosen: a phone has no arrow key to ask for it. */
const ruleOf = (completion: Completion): HTMLElement | null => {
  const { rule } = completion as Offered
  if (rule === undefined) return null
  const line = sentence(rule)
  line.className = 'completion-rule'
  return line
}

/** Nothing is chosen until an arrow key chooses it: Enter ends a line, and Tab leaves the editor. */
export const completion = (known: () => Known) =>
  autocompletion({
    override: [sourceOf(known)],
    selectOnOpen: false,
    interactionDelay: 0,
    icons: false,
    addToOptions: [{ render: ruleOf, position: 90 }],
  })

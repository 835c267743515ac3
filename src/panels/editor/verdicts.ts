import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, GutterMarker, gutter } from '@codemirror/view'
import type { HandLine } from '../../program/by-hand'

/** What the backward lines written by hand came to, each in the margin of its line. */
export const setVerdicts = StateEffect.define<readonly HandLine[]>()

class Verdict extends GutterMarker {
  private readonly line: HandLine

  constructor(line: HandLine) {
    super()
    this.line = line
  }

  override eq(other: Verdict): boolean {
    return other.line.verdict === this.line.verdict && other.line.says === this.line.says
  }

  override toDOM(view: EditorView): Node {
    const mark = view.dom.ownerDocument.createElement('span')
    mark.className = `verdict ${this.line.verdict}`
    mark.textContent = this.line.verdict === 'right' ? '✓' : '✗'
    mark.title = `${this.line.name}: ${this.line.says}`
    return mark
  }
}

const held = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update: (now, { changes, effects, newDoc }) =>
    effects.reduce((found, effect) => {
      if (!effect.is(setVerdicts)) return found
      const marks = effect.value
        .filter(({ verdict, span }) => verdict !== 'open' && span.from <= newDoc.length)
        .map((line): Range<GutterMarker> => new Verdict(line).range(newDoc.lineAt(line.span.from).from))
      return RangeSet.of(marks, true)
    }, now.map(changes)),
})

/** No margin where there is nothing to be said. */
export const verdicts = [held, gutter({ class: 'cm-verdicts', markers: (view) => view.state.field(held) })]

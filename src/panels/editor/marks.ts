import { type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { colour } from '../../language/colour'
import type { Span } from '../../lib/result'
import type { Known, Role } from '../../state/writing'

/** What the names of the text stand for. */
export const setKnown = StateEffect.define<Known>()

const known = StateField.define<Known>({
  create: () => ({ roles: new Map(), gates: [], inside: [] }),
  update: (now, { effects }) =>
    effects.reduce((found, effect) => (effect.is(setKnown) ? effect.value : found), now),
})

const roleAt = ({ roles, inside }: Known, name: string, at: number): Role | undefined =>
  inside.some(({ span, ports }) => span.from <= at && at < span.to && ports.includes(name))
    ? undefined
    : roles.get(name)

/** A line of more characters has no colours: a browser takes a second to write the thousands of pieces it would fall into. */
const longestLine = 2000

/** Of the lines in view alone: a text may be a thousand times as long. */
const coloursIn = (view: EditorView): DecorationSet => {
  const ranges: Range<Decoration>[] = []
  const { doc } = view.state
  const now = view.state.field(known)
  for (const seen of view.visibleRanges) {
    for (let line = doc.lineAt(seen.from); ; line = doc.line(line.number + 1)) {
      for (const { from, to, kind } of line.length > longestLine ? [] : colour(line.text)) {
        if (to <= from) continue
        const at = line.from + from
        const role = kind === 'name' ? roleAt(now, line.text.slice(from, to), at) : undefined
        const mark = Decoration.mark({ class: role ? `word-name role-${role}` : `word-${kind}` })
        ranges.push(mark.range(at, line.from + to))
      }
      if (line.to >= seen.to) break
    }
  }
  return Decoration.set(ranges, true)
}

const changesColours = (update: ViewUpdate): boolean =>
  update.docChanged || update.viewportChanged || update.startState.field(known) !== update.state.field(known)

const colours = ViewPlugin.define(
  (view) => ({
    marks: coloursIn(view),
    update(update) {
      if (changesColours(update)) this.marks = coloursIn(update.view)
    },
  }),
  { decorations: (plugin) => plugin.marks },
)

/** What is pointed at on the picture. */
export const setLit = StateEffect.define<readonly Span[]>()

const lamp = Decoration.mark({ class: 'text-lit' })

const lit = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (now, { changes, effects, newDoc }) =>
    effects.reduce(
      (found, effect) => (effect.is(setLit) ? lampsAt(effect.value, newDoc.length) : found),
      now.map(changes),
    ),
  provide: (field) => EditorView.decorations.from(field),
})

const lampsAt = (spans: readonly Span[], length: number): DecorationSet =>
  Decoration.set(
    spans.filter(({ from, to }) => from < to && to <= length).map(({ from, to }) => lamp.range(from, to)),
    true,
  )

/** Colours by what a word is and stands for, and the light on what the picture is asked about. */
export const marks = [known, colours, lit]

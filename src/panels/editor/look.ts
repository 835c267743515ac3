import { EditorView } from '@codemirror/view'

/** How the editor looks: everything from the page's own variables, so that a theme is a theme everywhere. */
export const look = EditorView.theme({
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
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--marked)',
    outline: '1.5px solid var(--edge)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1.5px dashed var(--trouble)',
  },
  '.cm-tooltip': {
    zIndex: 5,
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--edge)',
    borderRadius: '7px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    alignItems: 'center',
    maxWidth: '24rem',
    minHeight: 'var(--target)',
    padding: '4px 12px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--marked)',
    outline: '2px solid var(--ring)',
    outlineOffset: '-2px',
  },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    color: 'var(--quiet)',
    fontFamily: 'var(--sans)',
    fontStyle: 'normal',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.completion-rule': {
    flexBasis: '100%',
    color: 'var(--quiet)',
    fontFamily: 'var(--sans)',
    whiteSpace: 'normal',
  },
  '.cm-diagnostic': { padding: '8px 12px', borderLeft: 'none', fontFamily: 'var(--sans)', maxWidth: '26rem' },
  '.cm-diagnosticAction': {
    margin: '6px 0 0',
    minHeight: 'var(--target)',
    padding: '4px 12px',
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

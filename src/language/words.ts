/** Words of Python that have no place in a circuit, each with what to do instead. */
const sentences: ReadonlyMap<string, string> = new Map([
  ['for', 'A circuit has no loops: write each round as a line of its own.'],
  ['while', 'A circuit has no loops: write each round as a line of its own.'],
  ['if', 'A circuit has no branches: `max`, `min` and `relu` choose between values.'],
  ['elif', 'A circuit has no branches: `max`, `min` and `relu` choose between values.'],
  ['else', 'A circuit has no branches: `max`, `min` and `relu` choose between values.'],
  ['print', 'Nothing needs printing: every wire shows its value. Take the line out.'],
  ['lambda', 'Name the gate instead: `s(t) = 1 / (1 + exp(-t))`.'],
  ['class', 'There are only gates and wires here. A gate of your own is written `s(t) = …`.'],
  ['return', 'A gate of your own fits in one line: `def s(t): return 1 / (1 + exp(-t))`.'],
  ['and', 'Wires carry numbers, not truth values.'],
  ['or', 'Wires carry numbers, not truth values.'],
  ['not', 'Wires carry numbers, not truth values.'],
  ['in', 'A circuit has no loops: write each round as a line of its own.'],
  ['is', 'Wires carry numbers, not truth values.'],
  ['True', 'Wires carry numbers: write 1.'],
  ['False', 'Wires carry numbers: write 0.'],
  ['None', 'Wires carry numbers: write 0.'],
  ['try', 'Nothing fails here: ∞ and NaN flow on and are explained.'],
  ['with', 'There is nothing to open or close here.'],
  ['assert', 'Take the line out; every value can be seen.'],
  ['global', 'All names are shared already. Take the line out.'],
  ['del', 'Names need not be deleted. Take the line out.'],
  ['pass', 'Take the line out.'],
  ['raise', 'Take the line out.'],
  ['break', 'A circuit has no loops.'],
  ['continue', 'A circuit has no loops.'],
  ['yield', 'Every wire carries one number.'],
  ['async', 'Every line runs at once.'],
  ['await', 'Every line runs at once.'],
])

/** What to do instead of a word of Python that is not run here; undefined for every other word. */
export const insteadOf = (word: string): string | undefined =>
  // Nearly every name ends in a digit or is one letter; no such word does or is.
  word.length > 1 && word.charCodeAt(word.length - 1) >= a ? sentences.get(word) : undefined
const a = 97

/** Words that head a statement of ours, and so end an unclosed bracket above. */
export const heads: ReadonlySet<string> = new Set([
  'def',
  'import',
  'from',
  'return',
  'for',
  'while',
  'class',
])

/** Modules whose prefix may be left out, and is dropped where it is written. */
export const modules: ReadonlySet<string> = new Set(['math', 'np', 'numpy', 'torch'])

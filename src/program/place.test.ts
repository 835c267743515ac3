import { expect, test } from 'vitest'
import { grammar } from '../gates/index'
import { parse } from '../language/parse'
import { insertGate, palette } from './palette'
import { placeFor } from './place'

/** `|` marks the ends of a selection, a single one the caret. */
const marked = (text: string) => {
  const from = text.indexOf('|')
  const rest = text.slice(0, from) + text.slice(from + 1)
  const to = rest.indexOf('|')
  return to < 0
    ? { source: rest, selection: { from, to: from } }
    : { source: rest.slice(0, to) + rest.slice(to + 1), selection: { from, to } }
}
const chosen = (text: string): string => {
  const { source, selection } = marked(text)
  const { from, to } = placeFor(source, selection)
  return source.slice(from, to)
}

test.each([
  ['an expression is taken as it is', 'f = |x*y| + x', 'x*y'],
  ['half of a product is widened to the product', 'f = x|*y| + x', 'x*y'],
  ['a piece across signs of other strength is widened', 'f = 3*|x + 1|', '3*x + 1'],
  ['with its brackets it is an expression', 'f = 3*|(x + 1)|', '(x + 1)'],
  ['a name with blanks is the name', 'f = x +| y| ', 'y'],
  ['a caret at a name takes the name', 'f = x * y|', 'y'],
  ['a caret in a number takes the number', 'f = x * 1|2', '12'],
  ['the name on the left stands for what is computed', '|f| = x + y', 'x + y'],
  ['the sign of the assignment too', 'f |= x|; g = f * 2', 'x'],
  ['a blank between two statements stays', 'x = 1; y = 2\n|\nf = x', ''],
  ['a broken text is left to the person', 'f = x * |', ''],
  ['the inside of a gate of one’s own is a place', 's(t) = |t| * 2; f = s(1)', 't'],
])('%s', (_, text, expected) => {
  expect(chosen(text)).toBe(expected)
})

test('whatever is selected in a whole text, a gate put there leaves it whole', () => {
  const source = 'x = 2; s(t) = 1 / (1 + exp(-t))\nq = 3*(x + 1) - s(x)  # a remark\nf = max(q, x*x) ** 2'
  for (let from = 0; from <= source.length; from++)
    for (let to = from; to <= source.length; to += 3)
      for (const offer of palette.slice(0, 6)) {
        const { source: text } = insertGate(source, placeFor(source, { from, to }), offer)
        expect(parse(text, grammar).problems, text).toEqual([])
      }
})

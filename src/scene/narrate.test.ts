import { describe, expect, test } from 'vitest'
import { storyOf } from '../pass/story'
import { usualDecimals } from '../program/decimals'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { narrate } from './narrate'

const tellingOf = (program: string) => {
  const example = gallery.find(({ id }) => id === program)
  const compiled = compile(example?.source ?? program)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const pass = passOf(compiled.value)
  const story = storyOf(pass)
  const decimals = example?.digits ?? usualDecimals(compiled.value)
  return {
    story,
    at: (done: number, fine = false) => narrate({ circuit, pass, decimals }, story, done, fine),
  }
}
describe('circuit-1, moment by moment', () => {
  const { at } = tellingOf('circuit-1')

  test.each([
    [0, 'Only the inputs are known. Gate by gate, from left to right, they make f.'],
    [1, '−2 and 5 meet: (−2) + 5 = 3.'],
    [2, '3 times −4: 3 · (−4) = −12.'],
    [3, 'Now backward. f is asked to grow by one unit per unit of itself: its own gradient is 1.'],
    [
      5,
      'The inputs change places: q gets the request times z’s value, 1 · (−4) = −4; z gets it times q’s value, 1 · 3 = 3.',
    ],
    [
      7,
      'The sum is asked to go lower, with force 4. It hands the same full request to x and to y: (−4) · 1 = −4 each.',
    ],
  ])('after %d steps: %s', (done, text) => {
    expect(at(done).text).toBe(text)
  })

  test('wire by wire, one multiplication at a time', () => {
    expect([4, 5, 6, 7].map((done) => at(done, true).text)).toEqual([
      'q gets the request times the gate’s local gradient: 1 · (−4) = −4.',
      'z gets the request times the gate’s local gradient: 1 · 3 = 3.',
      'x gets the request times the gate’s local gradient: (−4) · 1 = −4.',
      'y gets the request times the gate’s local gradient: (−4) · 1 = −4.',
    ])
  })
})

test('circuit-2’s printed 0.39 is explained by its unrounded factors', () => {
  const { at, story } = tellingOf('circuit-2')
  const last = at(story.length)
  expect(last.text).toContain('x0 gets it times w0’s value, 0.196611… · 2 = 0.393223…')
  expect(last.note).toBe('Rounded, it would look like 0.20 · 2.00 = 0.40; unrounded it is 0.39.')
})

test.each([
  [
    'max names the winner, and who hears nothing',
    'circuit-3',
    10,
    'The whole request is routed to the winner z, 2 · 1 = 2; w hears nothing: 2 · 0 = 0.',
  ],
  [
    'the winner may be the second',
    'x = 1; y = 2; f = max(x, y)',
    4,
    'The whole request is routed to the winner y, 1 · 1 = 1; x hears nothing: 1 · 0 = 0.',
  ],
  ['min knows the smaller', 'x = 1; y = 2; f = min(x, y)', 1, '1 is below 2: 1 goes through.'],
  [
    'a tie is a kink',
    'x = 2; y = 2; f = max(x, y)',
    4,
    'No single slope exists at a tie. The request is shared: 1 · 0.5 = 0.5 and 1 · 0.5 = 0.5.',
  ],
  ['a shut relu', 'x = -3; f = relu(x)', 3, 'The gate is shut. The request stops here: 1 · 0 = 0.'],
  [
    'a flat sigmoid',
    'x = 9; f = sigmoid(x)',
    3,
    'Here the gate is nearly flat, and hardly anything gets through. The slope can be read off the output, 0.999876… · (1 − 0.999876…) = 0.000123379…; x gets 1 · 0.000123379… = 0.000123379…',
  ],
  ['*-1 turns the wish round', 'x = 3; f = -x', 3, 'The wish turns round: 1 · (−1) = −1.'],
  [
    'a lopsided product',
    'w = 0.001; x = 1000; f = w * x',
    4,
    'Small w, huge x: the larger gradient goes to w. The inputs change places: w gets the request times x’s value, 1 · 1000 = 1000; x gets it times w’s value, 1 · 0.001 = 0.001.',
  ],
  [
    'a request of 0 is said to be one',
    'x = 2; y = 1; z = 5; f = max(x * y, z)',
    7,
    'The request is 0: nothing that goes through this gate has any effect here. That means insensitive at this point, not unimportant.',
  ],
  [
    'a wire used twice by one gate adds up',
    'x = 3; f = x * x',
    4,
    'The inputs change places: the first x gets the request times the second x’s value, 1 · 3 = 3; the second x gets it times the first x’s value, 1 · 3 = 3. Both branches have answered x: their replies add up, 3 + 3 = 6.',
  ],
  [
    'one side of 0 is no corner: abs at 0',
    'x = 0; f = abs(x)',
    3,
    'At the corner the slope is taken as 0, and the request stops here: 1 · 0 = 0.',
  ],
  [
    'a slope decided at an edge is not told by its formula',
    'x = 0; y = 2; f = x ** y',
    4,
    'x gets the request times the gate’s local gradient: 1 · 0 = 0. y gets the request times the gate’s local gradient: 1 · 0 = 0.',
  ],
  [
    'below the bar it does not matter which sign stands there',
    'x = -3; y = 2; f = x / y',
    4,
    'x gets 1 / 2 of the request, 1 · 0.5 = 0.5; y, below the bar, gets −(−3) / 2² of it, 1 · 0.75 = 0.75.',
  ],
  [
    'a small number beside an ordinary one is nothing special',
    'w = 0; x = 5; f = w * x',
    4,
    'The inputs change places: w gets the request times x’s value, 1 · 5 = 5; x gets it times w’s value, 1 · 0 = 0.',
  ],
  [
    '0 · ∞ is not said to have no effect',
    'x = 0; f = 0 * (1 / x)',
    5,
    'x gets the request times the gate’s local gradient: 0 · (−∞) = NaN.',
  ],
  ['NaN has no winner', 'x = -1; y = 2; f = max(log(x), y)', 2, 'max(NaN, 2) = NaN.'],
  [
    'nor a loser',
    'x = -1; y = 2; f = max(log(x), y)',
    5,
    'log(x) gets the request times the gate’s local gradient: 1 · NaN = NaN. y gets the request times the gate’s local gradient: 1 · NaN = NaN.',
  ],
  [
    'more than four replies are not listed',
    'x = 2; f = max(x, 1) + max(x, 0) + max(x, -1) + max(x, -2) + max(x, -3)',
    28,
    'The whole request is routed to the winner x, 1 · 1 = 1; 1 hears nothing: 1 · 0 = 0. All 5 branches have answered x: their replies add up to 5.',
  ],
  [
    'an output that is an input',
    'x = 2; f = x',
    0,
    'The output is an input itself: nothing is to be computed.',
  ],
  ['a gate of one’s own', 's(t) = 2 t; x = 1; f = s(x)', 1, 'Several gates act as one: s(1) = 2.'],
  [
    'a gate of one’s own with a port called c',
    's(a, b, c) = a * b + c; x = 1; y = 2; z = 3; f = s(x, y, z)',
    1,
    'Several gates act as one: s(1, 2, 3) = 5.',
  ],
  ['∞ is told without a tale', 'x = 0; f = 1 / x', 1, '1 / 0 = ∞.'],
  [
    'so is what comes of it',
    'x = 0; f = 1 / x',
    3,
    'x gets the request times the gate’s local gradient: 1 · (−∞) = −∞.',
  ],
])('%s', (_, program, done, text) => {
  expect(tellingOf(program).at(done).text).toBe(text)
})

test.each([
  [
    '−0 is not written where a loser gets 0',
    'x = 1; y = 2; f = -max(x, y)',
    5,
    'x gets the request times the gate’s local gradient: (−1) · 0 = 0.',
  ],
  [
    'a wire that enters twice is told apart',
    'x = 3; f = x * x',
    4,
    'The second x gets the request times the gate’s local gradient: 1 · 3 = 3. Both branches have answered x: their replies add up, 3 + 3 = 6.',
  ],
])('wire by wire, %s', (_, program, done, text) => {
  expect(tellingOf(program).at(done, true).text).toBe(text)
})

test.each([
  ['a tie', 'x = 2; y = 2; f = max(x, y)', 4, false, /A tie, a kink/],
  ['a slope taken as 0', 'x = 0; y = 2; f = x ** y', 4, false, /^Here the slope is taken as 0\.$/],
  ['0 · ∞', 'x = 0; f = 0 * (1 / x)', 5, false, /of 0 and ∞/],
  ['the gate at which a NaN was made', 'x = -1; g = log(x); f = g + 1', 2, false, /It was made at g/],
  ['shares that seem to add up to 2.05', 'staged', 29, false, /= 2\.05; the unrounded ones add up to 2\.06/],
  ['wire by wire, a share that is rounded', 'x = 1; k = 3; a = 0.196; f = x * k * a', 6, true, /^Rounded/],
  [
    'wire by wire, not the share before',
    'x = 1; k = 3; a = 0.196; f = x * k * a',
    7,
    true,
    /^How much an input matters/,
  ],
])('%s has its note', (_, program, done, fine, note) => {
  expect(tellingOf(program).at(done, fine).note).toMatch(note)
})

test('in the staged example x hears three branches, one after the other', () => {
  const { at, story } = tellingOf('staged')
  const said = Array.from({ length: story.length + 1 }, (_, done) => at(done).text)
  const ofX = said.map(
    (text) => /(x has heard|All 3 branches have answered x).*?(?=\. |\.$|…$| y has|$)/.exec(text)?.[0],
  )
  expect([...new Set(ofX.filter(Boolean))]).toEqual([
    'x has heard from 1 of 3 branches; it waits for the rest',
    'x has heard from 2 of 3 branches, 1.58318… + (−0.0357615…) = 1.54742…; it waits for the rest',
    'All 3 branches have answered x: their replies add up, 1.58318… + (−0.0357615…) + 0.512144… = 2.05956',
  ])
})

test.each(gallery.map(({ id }) => [id]))('%s is told without a slip at any step', (id) => {
  const { at, story } = tellingOf(id)
  for (let done = 0; done <= story.length; done++)
    for (const fine of [false, true]) {
      const { text, note } = at(done, fine)
      for (const said of [text, note ?? 'x']) {
        expect(said).not.toMatch(/[{}]|undefined|NaN|-\d| {2}|…\.|^$/)
        expect(said.length).toBeLessThan(330)
      }
    }
})

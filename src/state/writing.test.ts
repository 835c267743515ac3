import { expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { ask, pin, point } from './asking'
import * as change from './session'
import { begin, type Session } from './session'
import { knownOf, litSpansOf, outputSpanOf, pickedSpanOf, pointedOf } from './writing'

const source = 'x = -2; y = 5\nq = x + y\nf = q * exp(y)'
const start = begin(source, plainSettings)
const textsOf = (session: Session) => litSpansOf(session).map(({ from, to }) => source.slice(from, to))

test('every name has the role of its wire, however it is written', () => {
  expect([...knownOf(start).roles]).toEqual([
    ['x', 'input'],
    ['y', 'input'],
    ['q', 'wire'],
    ['f', 'output'],
  ])
  const again = begin('w = [1, 2]; x = w[0] * w[1]; x = x + 1', plainSettings)
  expect([...knownOf(again).roles]).toEqual([
    ['w', 'input'],
    ['x', 'output'],
  ])
})

test('what is asked about is lit in the text: a gate by its expression, an input by name and number', () => {
  expect(textsOf(ask(start, { about: 'gate', wire: 'q@1/add/0' }))).toEqual(['x + y'])
  expect(textsOf(ask(start, { about: 'value', wire: 'x@1/input/0' }))).toEqual(['x', '-2'])
  expect(textsOf(start)).toEqual([])
})

test('a text that is broken lights nothing', () => {
  const asked = ask(start, { about: 'gate', wire: 'q@1/add/0' })
  expect(litSpansOf(change.edit(asked, `${source} +`))).toEqual([])
})

test('only a gate whose question is kept selects its text', () => {
  const gate = { about: 'gate', wire: 'q@1/add/0' } as const
  expect(pickedSpanOf(ask(start, gate))).toBeNull()
  const span = pickedSpanOf(pin(start, gate))
  expect(source.slice(span?.from, span?.to)).toBe('x + y')
})

test.each([
  ['in a sum', 'x +', ['q@1/add/0']],
  ['in a call inside a product', 'exp', ['f@1/exp/0']],
  ['at a product', '* ', ['f@1/mul/0']],
  ['at the name on the left', 'q =', ['q@1/add/0']],
  ['at a literal', '-2', ['x@1/input/0']],
])('the caret %s points at the innermost gate', (_, at, keys) => {
  const session = point(start, source.indexOf(at) + 1)
  expect(pointedOf(session).split('\n')).toEqual(keys)
})

test('an editor without the focus points at nothing', () => {
  expect(pointedOf(start)).toBe('')
})

test('gates of the program’s own are known with their inputs', () => {
  const session = begin('s(t, u) = t * exp(u)\nx = 1; f = s(x, 2)', plainSettings)
  const { gates, inside } = knownOf(session)
  expect(gates).toEqual([{ name: 's', signature: 's(t, u)' }])
  // There `t` and `u` are inputs of the gate, whatever they are called outside.
  expect(inside).toEqual([{ span: { from: 0, to: 20 }, ports: ['t', 'u'] }])
})

test('the output stands in its expression, or at the end of a text that is broken', () => {
  const { from, to } = outputSpanOf(start)
  expect(source.slice(from, to)).toBe('q * exp(y)')
  expect(outputSpanOf(change.edit(start, 'f = ('))).toEqual({ from: 5, to: 5 })
})

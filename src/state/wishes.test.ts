import { describe, expect, test } from 'vitest'
import { plainSettings } from '../lib/settings'
import { evaluate } from '../program/derive'
import type { Bench } from './bench'
import { begin, edit, type Session, undo } from './session'
import { followWishes, forecastOf } from './wishes'

const opened = (source: string, bench: Partial<Bench> = {}): Session => {
  const session = begin(source, plainSettings)
  return { ...session, bench: { ...session.bench, ...bench } }
}
const output = ({ source }: Session) => {
  const found = evaluate(source)
  return found.ok ? found.value.output : Number.NaN
}
const loss = 'w = 2; x = 3; b = 1; t = 10\nL = (w*x + b - t)^2'
const circuit1 = 'x = -2; y = 5; z = -4\nf = (x+y)*z'

test('with the data locked, a step of 0.01 down takes the loss from 9 to 5.76', () => {
  const before = opened(loss, { rate: 0.01, aim: 'lower', locked: ['x', 't'] })
  const after = followWishes(before)
  expect(after.source).toBe('w = 2.18; x = 3; b = 1.06; t = 10\nL = (w*x + b - t)^2')
  expect([output(before), output(after)]).toEqual([9, expect.closeTo(5.76, 12)])
  expect(undo(after).source).toBe(loss)
  expect(after.past).toHaveLength(1)
})

describe('circuit-1 follows all wishes', () => {
  test('by 0.01: the gradients promise 0.41, it is 0.4076', () => {
    const session = opened(circuit1, { rate: 0.01, aim: 'raise' })
    expect(followWishes(session).source).toBe('x = -2.04; y = 4.96; z = -3.97\nf = (x+y)*z')
    expect(forecastOf(session)).toEqual({
      from: -12,
      predicted: expect.closeTo(0.41, 12),
      to: expect.closeTo(-11.5924, 12),
    })
  })

  test('five steps of 0.05, worked out elsewhere', () => {
    let session = opened(circuit1, { rate: 0.05, aim: 'raise' })
    const seen = [output(session)]
    for (let i = 0; i < 5; i++) {
      session = followWishes(session)
      seen.push(output(session))
    }
    expect(seen.map((each) => Number(each.toFixed(2)))).toEqual([-12, -10.01, -8.24, -6.65, -5.21, -3.89])
  })
})

test('an input that no line sets gets its line', () => {
  const after = followWishes(opened('f = 3 * x', { rate: 0.1 }))
  expect(output(after)).toBeCloseTo(3 * 1.3, 12)
})

test('where nothing can move, it says so and leaves the text', () => {
  const all = followWishes(opened('x = 2; f = x * x', { locked: ['x'] }))
  expect([all.source, all.notice]).toEqual(['x = 2; f = x * x', expect.stringContaining('No input can move')])
  expect(followWishes(opened('x = 0; f = x * x')).notice).toContain('too small')
  expect(forecastOf(opened('x = 0; f = x * x'))).toBeNull()
})

test('a broken text is mended first', () => {
  const session = { ...opened(circuit1), source: 'x = ' }
  expect(followWishes(session)).toMatchObject({ source: 'x = ', notice: expect.stringContaining('Mend') })
})

test('a step to infinity stays within what can be written', () => {
  const after = followWishes(opened('x = 1e200; f = x * x', { rate: 1 }))
  expect(after.source).toBe('x = 3e+200; f = x * x')
  expect(output(after)).toBe(Number.POSITIVE_INFINITY)
})

test('a lock stays on its input when that is renamed, and when the renaming is taken back', () => {
  const session = opened('a = 2; b = 3; f = a * b', { locked: ['a'] })
  const renamed = edit(session, 'w = 2; b = 3; f = w * b')
  expect(renamed.bench.locked).toEqual(['w'])
  expect(undo(renamed).bench.locked).toEqual(['a'])
  expect(edit(session, 'b = 3; f = b').bench.locked).toEqual(['a'])
})

test('a wish too small to change a digit moves nothing', () => {
  const session = opened('x = 1000; f = 0.000000001 * x', { rate: 0.001 })
  expect(forecastOf(session)).toBeNull()
  expect(followWishes(session)).toMatchObject({ source: session.source, past: [] })
})

test('many wishes at once: each literal where it stands, lines for those that have none', () => {
  const lines = Array.from({ length: 240 }, (_, i) => `w${i} = ${i % 7}`)
  const sum = Array.from({ length: 240 }, (_, i) => `w${i}`).join(' + ')
  const after = followWishes(opened(`${lines.join('\n')}\nf = ${sum} + 2 * extra`, { rate: 0.1 }))
  const expected = Array.from({ length: 240 }, (_, i) => `w${i} = ${(i % 7) + 0.1}`)
  expect(after.source).toBe(`extra = 1.2\n${expected.join('\n')}\nf = ${sum} + 2 * extra`)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rewriteLiteral, writeAssignment } from '../language/edit'
import { inputsOf } from './circuit'
import { builtFrom } from './circuit-for-tests'
import { sameStructure } from './structure'

const sources = [
  'x = -2; y = 5; z = -4\nq = x + y\nf = q * z',
  'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))',
  'x = 3; y = -4; z = 2; w = -1\nf = (x*y + max(z, w)) * 2',
  'w = [2, -3, 1/3]; x = [1.5, 2e-3]\ns(t) = 2t\nx[0] * s(w[0]) - max(0, w[2]) / x[1]',
  'x = 2; x = x * x; x, y = 3, x; f = 5 - x ** y + unused; g = f * f; f = g / f',
]

describe.each(sources.map((source) => [source]))('%j', (source) => {
  const { circuit, literals } = builtFrom(source)
  const { wires, output } = circuit

  test('every wire stands behind what it is made of, at its own place', () => {
    wires.forEach((wire, i) => {
      expect(wire.id).toBe(i)
      for (const input of inputsOf(wire)) expect(input).toBeLessThan(i)
    })
  })

  test('uses are the inputs, read from the other side', () => {
    const ends = wires.flatMap((wire) =>
      inputsOf(wire).map((input, port) => `${input} to ${wire.id}.${port}`),
    )
    const uses = wires.flatMap((wire) => wire.uses.map(({ by, port }) => `${wire.id} to ${by}.${port}`))
    expect([...uses].sort()).toEqual([...ends].sort())
    for (const { uses } of wires)
      expect(uses.map((use) => use.by)).toEqual(uses.map((use) => use.by).sort((a, b) => a - b))
  })

  test('a wire reaches the output exactly if a path leads there', () => {
    for (const wire of wires) {
      const seen = new Set([wire.id])
      for (const id of seen) for (const { by } of wires[id]?.uses ?? []) seen.add(by)
      expect(wire.reachesOutput, wire.text).toBe(seen.has(output))
    }
  })

  test('keys are unique', () => {
    expect(new Set(wires.map((wire) => wire.key)).size).toBe(wires.length)
  })

  test('another number in place of a literal changes no structure', () => {
    const number = fc.constantFrom('0', '-7', '1', '2.50', '1e-5', '−3', '-0.1', '100')
    fc.assert(
      fc.property(fc.nat(20), number, (which, typed) => {
        const span = literals[which % literals.length]?.span
        if (!span) return
        expect(sameStructure(builtFrom(rewriteLiteral(source, span, typed)).circuit, circuit)).toBe(true)
      }),
    )
  })
})

describe('keys survive edits elsewhere', () => {
  const before = 'x = 2; y = 3\nq = x*y + 2x\nf = q * exp(q) + q'
  const keysOf = (source: string) => builtFrom(source).circuit.wires.map((wire) => wire.key)
  const keysOfLine = (source: string, name: string) =>
    keysOf(source).filter((key) => key.startsWith(`${name}@`) || key.startsWith(`${name}/`))

  test.each([
    ['a line above', `u = 7\n${before}`],
    ['a line that uses nothing', before.replace('q = ', 'h = x - y\nq = ')],
    ['another expression for q', before.replace('x*y + 2x', 'tanh(x) * 3 - sin(y)*x*y')],
    ['a remark and blank lines', before.replace('q = ', '\n# here\n\nq = ')],
    ['another number', before.replace('x = 2', 'x = -17.5')],
    ['a gate of one’s own above', `s(t) = t*t*t\n${before}`],
    ['a line below', `${before}\ng = f*f`],
  ])('%s changes no key of f’s gates', (_, after) => {
    expect(keysOfLine(before, 'f')).toHaveLength(3)
    expect(keysOfLine(after, 'f')).toEqual(keysOfLine(before, 'f'))
    expect(keysOf(after)).toEqual(expect.arrayContaining(keysOfLine(before, 'x')))
  })

  test('another gate at the end of a line leaves the keys of the gates before it', () => {
    expect(keysOf(`${before} + sin(x)`)).toEqual(expect.arrayContaining(keysOf(before)))
  })

  test('an input that no line gives a value keeps its key when a drag writes the line', () => {
    const source = 'f = x * y'
    const written = writeAssignment(source, 'x', '1.1')
    expect(written).toBe('x = 1.1; f = x * y')
    expect([...keysOf(written)].sort()).toEqual([...keysOf(source)].sort())
  })
})

test.each([
  ['another sign', 'f = x * y', 'f = x + y'],
  ['another constant', 'f = x * 2', 'f = x * 3'],
  ['another name', 'f = x * y', 'g = x * y'],
  ['the operands changed round', 'f = x - y', 'f = y - x'],
  ['one use more', 'f = x * y', 'f = x * y + x'],
  ['another output', 'q = x * y\nf = x + y\nq', 'q = x * y\nf = x + y\nf'],
  ['a tag', 'f = x * y', 'f = x * y #(1)'],
])('%s changes the structure', (_, before, after) => {
  expect(sameStructure(builtFrom(before).circuit, builtFrom(after).circuit)).toBe(false)
})

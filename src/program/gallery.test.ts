import { describe, expect, test } from 'vitest'
import { gates } from '../gates/index'
import { numericGradient } from '../pass/numeric'
import { usualDecimals } from './decimals'
import { compile, evaluate, inputsOf, passOf } from './derive'
import { gallery } from './gallery'

const programOf = (source: string) => {
  const compiled = compile(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  return compiled.value
}

test('every example has an id, a title and a program of its own', () => {
  for (const field of ['id', 'title', 'source'] as const)
    expect(new Set(gallery.map((example) => example[field])).size).toBe(gallery.length)
})

test('a first visit shows circuit 1', () => {
  expect(gallery[0].id).toBe('circuit-1')
})

test('every gate of the catalogue is in the gallery', () => {
  const shown = new Set(
    gallery.flatMap(({ source }) =>
      programOf(source).circuit.wires.flatMap(({ maker }) => (maker.kind === 'gate' ? [maker.gate] : [])),
    ),
  )
  expect([...gates].filter(([, gate]) => !shown.has(gate)).map(([key]) => key)).toEqual([])
})

describe.each(gallery.map((example) => [example.id, example] as const))('%s', (_, example) => {
  const program = programOf(example.source)

  test('has gradients that agree with central differences on every wire', () => {
    const { gradients } = passOf(program)
    const inputs = inputsOf(program)
    for (const { id, text } of program.circuit.wires) {
      const numeric = numericGradient({ circuit: program.circuit, inputs }, id)
      expect(numeric, text).toBeCloseTo(gradients[id] as number, 5)
    }
  })

  test('uses every input, and says what to look at in one line', () => {
    expect(program.circuit.wires.filter((wire) => !wire.reachesOutput)).toEqual([])
    expect(program.literals.filter((literal) => literal.span === null)).toEqual([])
    expect(example.about).toMatch(/^[^\n]{8,90}[.?]$/)
  })
})

test.each([
  ['circuit-1', 'x = -2; y = 5; z = -4\nf = (x + y) * z', 0],
  ['a sigmoid', 'x = 1; f = sigmoid(x)', 2],
  ['whole values but broken gradients', 'x = 2; f = 1 - x ** -1 * 2', 2],
  ['whole numbers but a broken share', 'x = 2; y = 2; f = max(x, y) + 0*x', 2],
  ['∞ and NaN', 'x = 0; f = 1 / x', 0],
])('the numbers of %s are printed with the usual decimals', (_, source, decimals) => {
  expect(usualDecimals(programOf(source))).toBe(decimals)
})

test('the same text is compiled and run once', () => {
  const source = 'x = 4; y = 2; f = x / y'
  expect(compile(source)).toBe(compile(source))
  expect(passOf(programOf(source))).toBe(passOf(programOf(source)))
  expect(evaluate(source)).toEqual(evaluate(source))
})

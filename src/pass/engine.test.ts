import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Circuit, inputsOf } from '../circuit/circuit'
import { slopeAt } from '../gates/local'
import { compileAnew, inputsOf as numbersOf } from '../program/derive'
import { chainText, randomText } from '../program/large-programs'
import { mlp } from '../program/mlp'
import { randomProgram } from '../program/random-program'
import { runPass } from './backward'
import { engineOf } from './engine'
import { operandsAt } from './forward'
import { courseOf, stepAt } from './steps'
import { storyOf } from './story'

const read = (source: string) => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  return { circuit: compiled.value.circuit, inputs: numbersOf(compiled.value) }
}

/** The definition, gate by gate in the order of wires, each by its record. */
const byRecords = ({ wires, output }: Circuit, inputs: ArrayLike<number>) => {
  const values = new Float64Array(wires.length)
  const locals = new Map<string, number>()
  for (const { id, maker } of wires) {
    if (maker.kind === 'input') values[id] = inputs[maker.slot] ?? Number.NaN
    if (maker.kind === 'constant') values[id] = maker.constant.value
    if (maker.kind !== 'gate') continue
    const operands = operandsAt(maker.inputs, values)
    const constant = maker.constant?.value ?? 0
    values[id] = maker.gate.value(operands, constant)
    const stand = { operands, constant, out: values[id] as number }
    maker.inputs.forEach((_, port) => {
      locals.set(`${id}:${port}`, slopeAt(maker.gate, port, stand))
    })
  }
  const gradients = new Float64Array(wires.length)
  gradients[output] = 1
  for (const wire of wires.toReversed())
    if (wire.reachesOutput)
      inputsOf(wire).forEach((input, port) => {
        const share = (gradients[wire.id] as number) * (locals.get(`${wire.id}:${port}`) as number)
        gradients[input] = (gradients[input] as number) + share
      })
  return { values, gradients }
}

/** To a few of the last digits: squares are products in one and powers in the other, and errors add up. */
const agree = (found: Float64Array, wanted: Float64Array): void =>
  found.forEach((number, i) => {
    const other = wanted[i] as number
    const isSame =
      Object.is(number + 0, other + 0) || Math.abs(number - other) <= 1e-9 * Math.max(1e-9, Math.abs(other))
    expect(isSame, `${number} at ${i}, not ${other}`).toBe(true)
  })

test('the engine finds what the gates find one by one, in random programs', () => {
  fc.assert(
    fc.property(randomProgram, ({ source }) => {
      const { circuit, inputs } = read(source)
      const [pass, wanted] = [runPass(circuit, inputs), byRecords(circuit, inputs)]
      agree(pass.values, wanted.values)
      agree(pass.gradients, wanted.gradients)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['a perceptron', mlp()],
  ['12,000 random wires, more than a block', randomText(12_000)],
])('and in %s', (_, source) => {
  const { circuit, inputs } = read(source)
  const [pass, wanted] = [runPass(circuit, inputs), byRecords(circuit, inputs)]
  agree(pass.values, wanted.values)
  agree(pass.gradients, wanted.gradients)
})

test('a pass over the numbers of another one is the same as a new one', () => {
  const { circuit, inputs } = read(mlp())
  const other = runPass(
    circuit,
    inputs.map((value) => value + 1),
  )
  const again = runPass(circuit, inputs, other)
  expect(again.gradients).toEqual(runPass(circuit, inputs).gradients)
  expect(again.values).toEqual(runPass(circuit, inputs).values)
})

test('every gate runs once, after its operands', () => {
  const { circuit } = read(randomText(20_000))
  const { out, groups } = engineOf(circuit)
  const placeOf = new Map(Array.from(out, (wire, place) => [wire, place]))
  expect(placeOf.size).toBe(circuit.wires.filter(({ maker }) => maker.kind === 'gate').length)
  expect(groups.at(-1)?.to).toBe(out.length)
  for (const wire of circuit.wires)
    for (const input of inputsOf(wire)) {
      const before = placeOf.get(input) ?? -1
      expect(before).toBeLessThan(placeOf.get(wire.id) ?? Number.POSITIVE_INFINITY)
    }
})

test('a chain of 100,000 gates has a gradient, and its steps are read one by one', () => {
  const { circuit, inputs } = read(chainText(100_000))
  const pass = runPass(circuit, inputs)
  expect(pass.gradients[0]).not.toBe(0)
  const { length } = courseOf(circuit)
  expect(length).toBe(storyOf(pass).length)
  expect(length).toBe(200_001)
  expect(stepAt(pass, length - 1)).toMatchObject({ kind: 'share', into: 0, total: pass.gradients[0] })
})

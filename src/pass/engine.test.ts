import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Circuit, inputsOf, type WireId } from '../circuit/circuit'
import { stride } from '../gates/batches'
import { slopeAt } from '../gates/slopes-for-tests'
import { compileAnew, inputsOf as numbersOf } from '../program/derive'
import { chainText, randomText } from '../program/large-programs'
import { mlp } from '../program/mlp'
import { randomProgram } from '../program/random-program'
import { localAt, type Pass, runPass, shareAt } from './backward'
import { engineOf } from './engine'
import { forward, operandsAt, type Raised } from './forward'
import { courseOf, stepAt } from './steps'
import { storyOf } from './story'

const read = (source: string) => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  return { circuit: compiled.value.circuit, inputs: numbersOf(compiled.value) }
}

/** The definition, gate by gate in the order of wires, each by its record. */
const byRecords = ({ wires, output }: Circuit, inputs: ArrayLike<number>, raised: readonly Raised[] = []) => {
  const values = new Float64Array(wires.length)
  const edges = wires.map((wire) => inputsOf(wire).map(() => ({ local: 0, share: 0 })))
  for (const { id, maker } of wires) {
    if (maker.kind === 'input') values[id] = inputs[maker.slot] ?? Number.NaN
    if (maker.kind === 'constant') values[id] = maker.constant.value
    if (maker.kind === 'gate') {
      const operands = operandsAt(maker.inputs, values)
      const constant = maker.constant?.value ?? 0
      const out = maker.gate.value(operands, constant)
      values[id] = out
      edges[id]?.forEach((edge, port) => {
        edge.local = slopeAt(maker.gate, port, { operands, constant, out })
      })
    }
    for (const { wire, by } of raised) if (wire === id) values[id] = (values[id] as number) + by
  }
  const gradients = new Float64Array(wires.length)
  gradients[output] = 1
  for (const wire of wires.toReversed())
    if (wire.reachesOutput)
      edges[wire.id]?.forEach((edge, port) => {
        const input = inputsOf(wire)[port] as number
        edge.share = (gradients[wire.id] as number) * edge.local
        gradients[input] = (gradients[input] as number) + edge.share
      })
  const of = (kind: 'local' | 'share') => Float64Array.from(edges.flat(), (edge) => edge[kind])
  return { values, locals: of('local'), shares: of('share'), gradients }
}

/** To a few of the last digits: squares are products in one and powers in the other, and errors add up. */
const agree = (found: Float64Array, wanted: Float64Array): void =>
  found.forEach((number, i) => {
    const other = wanted[i] as number
    const isSame =
      Object.is(number + 0, other + 0) || Math.abs(number - other) <= 1e-9 * Math.max(1e-9, Math.abs(other))
    expect(isSame, `${number} at ${i}, not ${other}`).toBe(true)
  })

const byEdge = (pass: Pass, numberAt: (pass: Pass, edge: number) => number): Float64Array =>
  Float64Array.from(pass.gateOf, (_, edge) => numberAt(pass, edge))

const holds = ({ circuit, inputs }: ReturnType<typeof read>): void => {
  const [pass, wanted] = [runPass(circuit, inputs), byRecords(circuit, inputs)]
  agree(pass.values, wanted.values)
  agree(byEdge(pass, localAt), wanted.locals)
  agree(byEdge(pass, shareAt), wanted.shares)
  agree(pass.gradients, wanted.gradients)
}

test('the engine finds what the gates find one by one, in random programs', () => {
  fc.assert(
    fc.property(randomProgram, ({ source }) => {
      holds(read(source))
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['a perceptron', mlp()],
  ['12,000 random wires, more than a block', randomText(12_000)],
])('and in %s', (_, source) => {
  holds(read(source))
})

test('wires that carry more than is put on them are carried so by the loops', () => {
  fc.assert(
    fc.property(randomProgram, fc.array(fc.nat(), { maxLength: 5 }), ({ source }, places) => {
      const { circuit, inputs } = read(source)
      const wires = new Set(places.map((place) => place % circuit.wires.length))
      const raised = [...wires].map((wire, i): Raised => ({ wire: wire as WireId, by: (i + 1) / 64 }))
      agree(forward(circuit, inputs, raised), byRecords(circuit, inputs, raised).values)
    }),
    { numRuns: 300 },
  )
})

test.each(['x = 2', 'x = 2; c = 3; x * c'])('an input and a constant alone are raised: %s', (source) => {
  const { circuit, inputs } = read(source)
  const raised = circuit.wires.map(({ id }): Raised => ({ wire: id, by: 0.5 }))
  expect(forward(circuit, inputs, raised)).toEqual(byRecords(circuit, inputs, raised).values)
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
  const { rows, groups } = engineOf(circuit)
  const outputs = rows.filter((_, place) => place % stride === 0)
  const placeOf = new Map(Array.from(outputs, (wire, place) => [wire, place]))
  expect(placeOf.size).toBe(circuit.wires.filter(({ maker }) => maker.kind === 'gate').length)
  expect(groups.map(({ from }) => from)).toEqual([0, ...groups.map(({ to }) => to)].slice(0, -1))
  expect(groups.at(-1)?.to).toBe(rows.length)
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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gates } from '../gates/index'
import { checkOf } from '../pass/check'
import { forward } from '../pass/forward'
import { numericGradient } from '../pass/numeric'
import { compile, evaluate, inputsOf, passOf } from './derive'
import { type RandomProgram, randomProgram } from './random-program'

const near = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))

/**
 * The slope at 0 by central differences at two step sizes; null where they do not agree, and exactly on a kink:
 * there the slopes to the right and to the left stay apart however small the step.
 */
const slopeOf = (outputAt: (moved: number) => number): number | null => {
  const middle = outputAt(0)
  const at = (step: number) => {
    const [right, left] = [outputAt(step) - middle, middle - outputAt(-step)]
    return { slope: (right + left) / (2 * step), apart: Math.abs(right - left) / step }
  }
  const [wide, narrow] = [at(1e-4), at(3e-5)]
  const onKink = narrow.apart > 1e-6 && narrow.apart > 0.6 * wide.apart
  return !onKink && near(wide.slope, narrow.slope, 1e-6) ? narrow.slope : null
}

/** By input; null where one of them has no slope to compare with. */
const slopesOf = ({ inputs, compute }: RandomProgram): readonly number[] | null => {
  const slopes = inputs.map((_, at) =>
    slopeOf((moved) => compute(inputs.map(({ value }, i) => (i === at ? value + moved : value)))),
  )
  return slopes.every((slope) => slope !== null) ? slopes : null
}

/** Two kinks may cancel out, relu(x) − relu(−x) at 0: a slope exists there that no chain rule finds. */
const standsOnKink = (source: string): boolean => {
  const compiled = compile(source)
  if (!compiled.ok) return false
  const { values } = passOf(compiled.value)
  return compiled.value.circuit.wires.some(
    ({ maker }) =>
      maker.kind === 'gate' &&
      // max(w, w) is w: its tie changes nothing.
      !(maker.inputs.length > 1 && new Set(maker.inputs).size === 1) &&
      maker.gate.kink(
        maker.inputs.map((input) => values[input] as number),
        maker.constant?.value ?? 0,
      ) !== null,
  )
}

test('reverse mode agrees with central differences in random programs over every gate', () => {
  const runs = 2500
  let skipped = 0
  const seen = new Map<string, number>([...gates.keys()].map((key) => [key, 0]))
  const keyOf = new Map([...gates].map(([key, gate]) => [gate, key]))
  const count = (source: string) => {
    const program = compile(source)
    if (!program.ok) return
    for (const { maker, reachesOutput } of program.value.circuit.wires) {
      const key = maker.kind === 'gate' && reachesOutput ? (keyOf.get(maker.gate) ?? 'own') : null
      if (key) seen.set(key, (seen.get(key) ?? 0) + 1)
    }
  }
  fc.assert(
    fc.property(randomProgram, (program) => {
      const found = evaluate(program.source)
      if (!found.ok) throw new Error(found.problems.map((problem) => problem.message).join('\n'))
      const { output, gradients } = found.value
      const expected = program.compute(program.inputs.map(({ value }) => value))
      expect(output).toSatisfy((value: number) => near(value, expected, 1e-12), `${expected} forward`)
      const slopes = slopesOf(program)
      if (!slopes || standsOnKink(program.source)) {
        skipped++
        return
      }
      count(program.source)
      program.inputs.forEach(({ name }, i) => {
        const [ours, theirs] = [gradients.get(name) ?? Number.NaN, slopes[i] as number]
        if (!near(ours, theirs, 1e-5)) throw new Error(`on ${name}: ${ours}, by differences ${theirs}`)
      })
    }),
    { numRuns: runs },
  )
  expect(skipped / runs).toBeLessThanOrEqual(0.1)
  for (const [key, times] of seen) expect(times, `${key} reached the output`).toBeGreaterThan(100)
  expect(seen.get('own'), 'gates of one’s own').toBeGreaterThan(100)
}, 60_000)

test('the numeric check agrees with reverse mode on every wire of random programs, inner ones too', () => {
  let [compared, skipped] = [0, 0]
  fc.assert(
    fc.property(randomProgram, ({ source }) => {
      const compiled = compile(source)
      if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
      const { circuit } = compiled.value
      const { gradients } = passOf(compiled.value)
      const inputs = inputsOf(compiled.value)
      fc.pre(!standsOnKink(source))
      for (const { id, text } of circuit.wires) {
        const outputAt = (moved: number) =>
          forward(circuit, inputs, [{ wire: id, by: moved }])[circuit.output] as number
        if (slopeOf(outputAt) === null) {
          skipped++
          continue
        }
        compared++
        const [ours, theirs] = [gradients[id] as number, numericGradient({ circuit, inputs }, id, 3e-5)]
        if (!near(ours, theirs, 1e-5)) throw new Error(`on ${text}: ${ours}, by differences ${theirs}`)
      }
    }),
    { numRuns: 200 },
  )
  expect(skipped / (compared + skipped)).toBeLessThanOrEqual(0.1)
})

test('the check that people see finds no fault with a right gradient, and finds a wrong one', () => {
  let [compared, doubted, missed] = [0, 0, 0]
  fc.assert(
    fc.property(randomProgram, ({ source }) => {
      const compiled = compile(source)
      if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
      const pass = passOf(compiled.value)
      const inputs = inputsOf(compiled.value)
      for (const { id, text } of compiled.value.circuit.wires) {
        const check = checkOf(pass, inputs, id)
        compared++
        if (check.doubt !== null) {
          doubted++
          continue
        }
        if (!check.agrees) throw new Error(`on ${text}: ${check.analytic}, by differences ${check.numeric}`)
        const wrong = pass.gradients.map((gradient, i) => (i === id ? gradient * 1.01 + 0.001 : gradient))
        if (checkOf({ ...pass, gradients: wrong }, inputs, id).agrees) missed++
      }
    }),
    { numRuns: 300 },
  )
  expect(doubted / compared).toBeLessThanOrEqual(0.1)
  expect(missed / compared).toBeLessThanOrEqual(0.01)
})

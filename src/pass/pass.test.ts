import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Built } from '../circuit/build'
import { inputsOf, type Wire, type WireId } from '../circuit/circuit'
import { builtFrom } from '../circuit/circuit-for-tests'
import { type Pass, runPass } from './backward'
import { numericGradient, usualStep } from './numeric'
import type { Step } from './steps'
import { stepsOf, storyOf } from './story'

const inputsFrom = ({ literals }: Built) => literals.map((literal) => literal.value)
const passOf = (source: string): Pass => {
  const built = builtFrom(source)
  return runPass(built.circuit, inputsFrom(built))
}
const textAt = (pass: Pass, id: number) => pass.circuit.wires[id]?.text ?? '?'
const say = (pass: Pass, step: Step): string => {
  switch (step.kind) {
    case 'forward':
      return `forward ${textAt(pass, step.gate)}`
    case 'seed':
      return `seed ${textAt(pass, step.wire)} ${step.upstream}`
    case 'share':
      return `${textAt(pass, step.gate)} to ${textAt(pass, step.into)}: ${step.upstream} · ${step.local} = ${step.downstream}, ${step.total} so far`
  }
}

const programs = [
  'x = -2; y = 5; z = -4\nq = x + y\nf = q * z',
  'x = 3; y = -4; z = 2; w = -1\nf = (x*y + max(z, w)) * 2',
  'x = 3; y = -4; sigy = 1.0 / (1 + exp(-y)); num = x + sigy; sigx = 1.0 / (1 + exp(-x)); xpy = x + y; f = num / (sigx + xpy**2)',
  'x = 1.5; x = x * x; x = x * x + x; unused = x + 3; more = unused * unused; f = x * x',
  's(t) = 1/(1+exp(-t)); x = 1; y = -2; f = s(x) * s(y) - s(x*y)',
  'w = [2, -3, -3]; x = [-1, -2]; dot = w[0]*x[0] + w[1]*x[1] + w[2]; f = sigmoid(dot)',
  'x = 0; f = max(x, 0) + relu(x) + abs(x) + x',
  'x = 2; f = x',
]

describe('the steps', () => {
  test('of circuit 1, in order', () => {
    const pass = passOf(programs[0] as string)
    expect(stepsOf(storyOf(pass)).map((step) => say(pass, step))).toEqual([
      'forward q',
      'forward f',
      'seed f 1',
      'f to q: 1 · -4 = -4, -4 so far',
      'f to z: 1 · 3 = 3, 3 so far',
      'q to x: -4 · 1 = -4, -4 so far',
      'q to y: -4 · 1 = -4, -4 so far',
    ])
  })

  test('of the staged example add up x as 1.5832, 1.5474, 2.0596 and y as 1.5832, 1.5922', () => {
    const pass = passOf(
      'x = 3\ny = -4\nsigy = sigmoid(y)\nnum = x + sigy\nsigx = sigmoid(x)\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1.0 / den\nf = num * invden',
    )
    const totals = (name: string) =>
      stepsOf(storyOf(pass)).flatMap((step) =>
        step.kind === 'share' && textAt(pass, step.into) === name ? [step.total.toFixed(4)] : [],
      )
    expect(totals('x')).toEqual(['1.5832', '1.5474', '2.0596'])
    expect(totals('y')).toEqual(['1.5832', '1.5922'])
  })

  test('a wire used twice by one gate hears from it twice', () => {
    const pass = passOf('x = 3; f = x * x')
    expect(
      stepsOf(storyOf(pass))
        .slice(2)
        .map((step) => say(pass, step)),
    ).toEqual(['f to x: 1 · 3 = 3, 3 so far', 'f to x: 1 · 3 = 3, 6 so far'])
  })
})

describe.each(programs.map((source) => [source]))('%j', (source) => {
  const pass = passOf(source)
  const { wires, output } = pass.circuit
  const steps = stepsOf(storyOf(pass))
  const shares = steps.flatMap((step) => (step.kind === 'share' ? [step] : []))

  test('has one forward step for each gate, then the seed, then one share for each edge that reaches the output', () => {
    const gates = wires.filter((wire) => wire.maker.kind === 'gate')
    const edges = gates.filter((wire) => wire.reachesOutput).flatMap((wire) => inputsOf(wire))
    expect(steps.map((step) => step.kind)).toEqual([
      ...gates.map(() => 'forward'),
      'seed',
      ...edges.map(() => 'share'),
    ])
  })

  test('a gate runs only once its operands are known, and speaks only once it has heard everything', () => {
    const done = new Set(wires.filter((wire) => wire.maker.kind !== 'gate').map((wire) => wire.id))
    for (const step of steps)
      if (step.kind === 'forward') {
        for (const input of inputsOf(wires[step.gate] as Wire)) expect(done).toContain(input)
        done.add(step.gate)
      }
    shares.forEach((share, i) => {
      const later = shares.slice(i).filter((other) => other.into === share.gate)
      expect(later).toEqual([])
      expect(share.upstream).toBe(pass.gradients[share.gate])
      expect(share.downstream).toBe(share.upstream * share.local)
    })
  })

  test('the last total on each wire is exactly its gradient', () => {
    const last = new Map(shares.map((share) => [share.into, share.total]))
    for (const { id, reachesOutput } of wires) {
      const heard = id === output ? 1 : (last.get(id) ?? 0)
      expect(pass.gradients[id]).toBe(heard)
      if (!reachesOutput) expect(pass.gradients[id]).toBe(0)
    }
  })
})

describe('the numeric check', () => {
  test.each(programs.filter((source) => !source.includes('relu')).map((source) => [source]))(
    'agrees with reverse mode on every wire of %j, inner ones too',
    (source) => {
      const built = builtFrom(source)
      const inputs = inputsFrom(built)
      const pass = runPass(built.circuit, inputs)
      for (const { id, text } of pass.circuit.wires) {
        const numeric = numericGradient({ circuit: built.circuit, inputs }, id)
        expect(numeric, text).toBeCloseTo(pass.gradients[id] as number, 6)
      }
    },
  )

  test.each([
    ['x = 2; f = x ** 2', 1, 4],
    ['x = 2; f = x ** 3', 1, 13],
    ['x = 2; f = 5x', 10, 5],
  ])('%j with a step of %d is %d', (source, step, expected) => {
    const built = builtFrom(source)
    const found = numericGradient(
      { circuit: built.circuit, inputs: inputsFrom(built) },
      built.circuit.inputs[0] as WireId,
      step,
    )
    expect(found).toBeCloseTo(expected, 10)
  })

  test('its usual step grows with the value and is never 0', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        expect(value + usualStep(value)).not.toBe(value)
      }),
    )
    expect(usualStep(0)).toBeLessThan(1e-4)
  })
})

test.each([
  ['x = 0; f = 1/x', Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ['x = -1; f = log(x)', Number.NaN, Number.NaN],
  ['x = 0; f = max(x, 0)', 0, 0.5],
  ['x = 0; f = relu(x)', 0, 0],
  ['x = 0; f = abs(x)', 0, 0],
  ['x = 0; f = x ** 0', 1, 0],
  ['x = 1000; f = exp(x)', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
])('%j flows on: the output is %d, the gradient on x %d', (source, output, gradient) => {
  const pass = passOf(source)
  expect(pass.values[pass.circuit.output]).toBe(output)
  expect(pass.gradients[pass.circuit.inputs[0] as number]).toBe(gradient)
})

test('the circuit is not changed by a pass', () => {
  const { circuit, literals } = builtFrom(programs[2] as string)
  const before = JSON.stringify(circuit)
  runPass(
    circuit,
    literals.map((literal) => literal.value),
  )
  runPass(
    circuit,
    literals.map(() => 7),
  )
  expect(JSON.stringify(circuit)).toBe(before)
})

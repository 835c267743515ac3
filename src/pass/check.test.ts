import { describe, expect, test } from 'vitest'
import { builtFrom } from '../circuit/circuit-for-tests'
import { runPass } from './backward'
import { checkOf } from './check'

const at = (source: string, name = 'x') => {
  const { circuit, literals } = builtFrom(source)
  const inputs = literals.map(({ value }) => value)
  const pass = runPass(circuit, inputs)
  const wire = circuit.wires.find(({ names }) => names.includes(name))
  if (!wire) throw new Error(`no wire ${name}`)
  return { pass, inputs, id: wire.id }
}

test.each([
  ['a product', 'x = 4; y = -3; f = x * y'],
  ['max far from a tie', 'x = 4; y = 2; f = max(x, y)'],
  ['max near a tie', 'x = 2; y = 2.0000001; f = max(x, y)'],
  ['max of a wire with itself', 'x = 2; f = max(x, x)'],
  ['relu just above 0', 'x = 0.000001; f = relu(x)'],
  ['a gate of one’s own just above its kink', 's(t) = relu(t); x = 0.000001; f = s(x)'],
  ['a kink on another way than its own', 'x = 1; y = 0; f = x * 2 + relu(y)'],
  ['a smooth gate of one’s own', 's(t) = 1 / (1 + exp(-t)); x = 1; f = s(x)'],
  ['a wire that leads nowhere', 'x = 1; y = 2; unused = x + 1; f = y'],
  ['a saturated sigmoid', 'x = 20; f = sigmoid(x)'],
  ['one that is saturated to the last digit', 'x = 40; f = sigmoid(x)'],
  ['a saturated tanh', 'x = 10; f = tanh(x)'],
  ['a small slope on a large number', 'x = 3; f = 1000 + 0.0001 * x'],
  ['a minimum by cancelling', 'x = 1; f = x ** 2 - 2 * x'],
  ['a minimum of a square', 'x = 0.5; f = (x * 4 - 2) ** 2'],
  ['beside a pole', 'x = 0.000001; f = 1 / x'],
  ['beside the end of a domain', 'x = 0.0000001; f = log(x)'],
  ['a cube at its flat place', 'x = 0; f = x ** 3'],
])('%s: they agree', (_, source) => {
  const { pass, inputs, id } = at(source)
  expect(checkOf(pass, inputs, id)).toMatchObject({ doubt: null, agrees: true })
})

test.each([
  ['max at a tie', 'x = 2; y = 2; f = max(x, y)', /max has a kink/],
  ['max a hair beside a tie', 'x = 2; y = 2.0000000000000004; f = max(x, y)', /max has a kink/],
  ['relu at 0', 'x = 0; f = relu(x)', /relu has a kink/],
  ['relu a hair above 0', 'x = 1e-20; f = relu(x)', /relu has a kink/],
  ['a valley whose two sides look alike', 'x = 1e-20; f = max(x, -x)', /max has a kink/],
  ['a kink inside a gate of one’s own', 's(t) = max(t, 0) + t; x = 0; f = s(x)', /s has a kink/],
  ['a hair beside it', 's(t) = max(t, 0) + t; x = 1e-20; f = s(x)', /s has a kink/],
  ['an overflow', 'x = 1000; f = exp(x)', /NaN or ∞/],
  ['a division by 0', 'x = 0; f = 1 / x', /NaN or ∞/],
  ['a slope of ∞', 'x = 0; f = sqrt(x)', /NaN or ∞/],
  ['a hair beside a pole', 'x = 1e-13; f = 1 / x', /bends too sharply/],
  ['a step lost in rounding', 'x = 1; f = x + 1e20', /lost in rounding/],
  ['a step half lost in rounding', 's(t) = (t + 1e11) - 1e11; x = 1; f = s(x)', /lost in rounding/],
])('%s: not reliable', (_, source, doubt) => {
  const { pass, inputs, id } = at(source)
  expect(checkOf(pass, inputs, id).doubt).toMatch(doubt)
})

describe('a gradient that is wrong is found out', () => {
  test.each([
    ['by a sign', 'x = 4; y = -3; f = x * y', -1],
    ['by a tenth of a percent', 'x = 4; y = -3; f = x * y', 1.001],
    ['behind an exponential', 'x = 3; f = exp(x) / 7', 1.0001],
    ['where it is small', 'x = 20; f = sigmoid(x)', 1.1],
    ['beside a kink', 'x = 0.000001; f = relu(x)', 0.5],
    ['beside a pole', 'x = 0.000001; f = 1 / x', 1.01],
  ])('%s', (_, source, times) => {
    const { pass, inputs, id } = at(source)
    const gradients = pass.gradients.map((gradient, i) => (i === id ? gradient * times : gradient))
    expect(checkOf({ ...pass, gradients }, inputs, id)).toMatchObject({ doubt: null, agrees: false })
  })

  test('where there should be none', () => {
    const { pass, inputs, id } = at('x = 1; f = x ** 2 - 2 * x')
    const gradients = pass.gradients.map((gradient, i) => (i === id ? 0.001 : gradient))
    expect(checkOf({ ...pass, gradients }, inputs, id)).toMatchObject({ doubt: null, agrees: false })
  })
})

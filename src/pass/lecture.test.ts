import { describe, expect, test } from 'vitest'
import { signOf } from '../circuit/circuit'
import { builtFrom } from '../circuit/circuit-for-tests'
import { edgeAt, type Pass, runPass, shareAt } from './backward'

const passOf = (source: string): Pass => {
  const { circuit, literals } = builtFrom(source)
  return runPass(
    circuit,
    literals.map((literal) => literal.value),
  )
}
const named = (pass: Pass, name: string) =>
  pass.circuit.wires.find((wire) => wire.names.includes(name))?.id ?? -1

/** Every wire of the lecture's drawings: what it is, its value, its gradient. Computed independently. */
type Row = readonly [wire: string, value: number, gradient: number]
const circuits: readonly (readonly [string, string, readonly Row[]])[] = [
  [
    'circuit 1',
    'x = -2; y = 5; z = -4\nq = x + y\nf = q * z',
    [
      ['x', -2, -4],
      ['y', 5, -4],
      ['z', -4, 3],
      ['q', 3, -4],
      ['f', -12, 1],
    ],
  ],
  [
    'circuit 2',
    'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))',
    [
      ['w0', 2, -0.19661193324148188],
      ['x0', -1, 0.39322386648296376],
      ['w1', -3, -0.39322386648296376],
      ['x1', -2, -0.5898357997244457],
      ['w2', -3, 0.19661193324148188],
      ['*', -2, 0.19661193324148188],
      ['*', 6, 0.19661193324148188],
      ['+', 4, 0.19661193324148188],
      ['+', 1, 0.19661193324148188],
      ['*−1', -1, -0.19661193324148188],
      ['exp', 0.36787944117144233, -0.534446645388523],
      ['+1', 1.3678794411714423, -0.534446645388523],
      ['f', 0.7310585786300049, 1],
    ],
  ],
  [
    'circuit 3',
    'x = 3; y = -4; z = 2; w = -1\nf = (x*y + max(z, w)) * 2',
    [
      ['x', 3, -8],
      ['y', -4, 6],
      ['z', 2, 2],
      ['w', -1, 0],
      ['*', -12, 2],
      ['max', 2, 2],
      ['+', -10, 2],
      ['f', -20, 1],
    ],
  ],
  [
    'the staged example',
    'x = 3\ny = -4\nsigy = 1.0 / (1 + math.exp(-y))\nnum = x + sigy\nsigx = 1.0 / (1 + math.exp(-x))\nxpy = x + y\nxpysqr = xpy**2\nden = sigx + xpysqr\ninvden = 1.0 / den\nf = num * invden',
    [
      ['x', 3, 2.0595697955721652],
      ['y', -4, 1.5922327514838093],
      ['sigy', 0.01798620996209156, 0.5121444488396316],
      ['num', 3.0179862099620918, 0.5121444488396316],
      ['sigx', 0.9525741268224334, -0.7915934472725935],
      ['xpy', -1, 1.583186894545187],
      ['xpysqr', 1, -0.7915934472725935],
      ['den', 1.9525741268224333, -0.7915934472725935],
      ['invden', 0.5121444488396316, 3.0179862099620918],
      ['f', 1.5456448841066441, 1],
    ],
  ],
]

describe.each(circuits)('%s', (_, source, rows) => {
  const pass = passOf(source)
  /** A drawn wire by its name, or the next one that the gate of this sign makes. */
  const taken = new Set<number>()
  const find = (wire: string): number => {
    const id = pass.circuit.wires.find(
      (drawn) =>
        (drawn.names.includes(wire) || (drawn.names.length === 0 && signOf(drawn) === wire)) &&
        !taken.has(drawn.id),
    )?.id
    taken.add(id ?? -1)
    return id ?? -1
  }
  test.each(rows.map((row) => [...row, find(row[0])] as const))(
    '%s has %d above and %d below',
    (_, value, gradient, id) => {
      expect(pass.values[id]).toBeCloseTo(value, 12)
      expect(pass.gradients[id]).toBeCloseTo(gradient, 12)
    },
  )
})

describe('numbers from the slides', () => {
  test.each<[string, string, number, Record<string, number>]>([
    [
      'slide 4, the loss',
      'w = 2; x = 3; b = 1; t = 10\nL = (w*x + b - t)^2',
      9,
      { w: -18, x: -12, b: -6, t: 6 },
    ],
    ['slide 6', 'x = 4; y = -3; f = x*y', -12, { x: -3, y: 4 }],
    ['slide 6, x moved by 0.1', 'x = 4.1; y = -3; f = x*y', -12.3, { x: -3, y: 4.1 }],
    ['slide 8, a sum', 'x = 4; y = 2; f = x + y', 6, { x: 1, y: 1 }],
    ['slide 8, max', 'x = 4; y = 2; f = max(x, y)', 4, { x: 1, y: 0 }],
    ['slide 8, y past x', 'x = 4; y = 5; f = max(x, y)', 5, { x: 0, y: 1 }],
    ['slide 14, x and y lower', 'x = -2.1; y = 4.9; z = -4; f = (x+y)*z', -11.2, { z: 2.8 }],
    ['slide 14, z higher', 'x = -2; y = 5; z = -3.9; f = (x+y)*z', -11.7, { x: -3.9 }],
    [
      'slide 15, a step along the gradient',
      'x = -2.04; y = 4.96; z = -3.97; f = (x+y)*z',
      -11.5924,
      { z: 2.92 },
    ],
    [
      'slide 19, σ as one gate',
      'dot = 1; f = sigmoid(dot)',
      0.7310585786300049,
      { dot: 0.19661193324148188 },
    ],
    ['slide 19, σ at 2', 'x = 2; f = σ(x)', 0.8807970779778824, { x: 0.10499358540350651 }],
    [
      'slide 21, in one line',
      'x = 3; y = -4; f(x, y) = (x + σ(y)) / (σ(x) + (x + y)^2)',
      1.5456448841066441,
      { x: 2.0595697955721652, y: 1.5922327514838093 },
    ],
    [
      'slide 21, with a sigmoid of one’s own',
      's(t) = 1/(1+exp(-t)); x = 3; y = -4; f = (x + s(y)) / (s(x) + (x + y)^2)',
      1.5456448841066441,
      { x: 2.0595697955721652, y: 1.5922327514838093 },
    ],
    ['slide 26, w past z', 'x = 3; y = -4; z = 2; w = 2.5; f = 2*(x*y + max(z, w))', -19, { z: 0, w: 2 }],
    ['slide 27', 'w = 0.001; x = 1000; f = w*x', 1, { w: 1000, x: 0.001 }],
  ])('%s', (_, source, output, gradients) => {
    const pass = passOf(source)
    expect(pass.values[pass.circuit.output]).toBeCloseTo(output, 10)
    for (const [name, gradient] of Object.entries(gradients))
      expect(pass.gradients[named(pass, name)], name).toBeCloseTo(gradient, 10)
  })

  test('the shares of x and y in the staged example', () => {
    const pass = passOf(circuits[3]?.[1] ?? '')
    const sharesOf = (name: string) =>
      pass.circuit.wires[named(pass, name)]?.uses.map(({ by, port }) => shareAt(pass, edgeAt(pass, by, port)))
    const x = [0.5121444488396316, -0.03576154781265359, 1.583186894545187]
    sharesOf('x')?.forEach((share, i) => {
      expect(Math.min(...x.map((known) => Math.abs(known - (share as number)))), `share ${i}`).toBeLessThan(
        1e-12,
      )
    })
    expect(sharesOf('x')).toHaveLength(3)
    expect(sharesOf('y')).toHaveLength(2)
  })
})

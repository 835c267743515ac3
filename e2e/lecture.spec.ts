import { expect, test } from '@playwright/test'
import { numbers, open, picture } from './helpers/app'

/** The lecture's circuits with their numbers, recomputed outside this project with a scalar autograd. */
const circuits = [
  {
    name: 'circuit-1',
    program: 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z',
    numbers: { x: [-2, -4], y: [5, -4], z: [-4, 3], q: [3, -4], f: [-12, 1] },
    printed: ['x −2 −4', 'y 5 −4', 'z −4 3', 'q 3 −4', 'f −12 1'],
  },
  {
    name: 'circuit-2',
    program: 'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))',
    numbers: {
      w0: [2, -0.19661193324148188],
      x0: [-1, 0.39322386648296376],
      w1: [-3, -0.39322386648296376],
      x1: [-2, -0.5898357997244457],
      w2: [-3, 0.19661193324148188],
      'w0 * x0': [-2, 0.19661193324148188],
      'w1 * x1': [6, 0.19661193324148188],
      'w0 * x0 + w1 * x1': [4, 0.19661193324148188],
      'w0 * x0 + w1 * x1 + w2': [1, 0.19661193324148188],
      '-(w0 * x0 + w1 * x1 + w2)': [-1, -0.19661193324148188],
      'exp(-(w0 * x0 + w1 * x1 + w2))': [0.36787944117144233, -0.534446645388523],
      '1 + exp(-(w0 * x0 + w1 * x1 + w2))': [1.3678794411714423, -0.534446645388523],
      f: [0.7310585786300049, 1],
    },
    printed: [
      'w0 2.00 −0.20',
      'x0 −1.00 0.39',
      'w1 −3.00 −0.39',
      'x1 −2.00 −0.59',
      'w2 −3.00 0.20',
      'f 0.73 1.00',
    ],
  },
  {
    name: 'circuit-3',
    program: 'x = 3; y = -4; z = 2; w = -1\nf = (x*y + max(z, w)) * 2',
    settings: '&digits=2',
    numbers: {
      x: [3, -8],
      y: [-4, 6],
      z: [2, 2],
      w: [-1, 0],
      'x * y': [-12, 2],
      'max(z, w)': [2, 2],
      'x * y + max(z, w)': [-10, 2],
      f: [-20, 1],
    },
    printed: ['x 3.00 −8.00', 'y −4.00 6.00', 'z 2.00 2.00', 'w −1.00 0.00', 'f −20.00 1.00'],
  },
  {
    name: 'the staged example',
    program: [
      'x = 3',
      'y = -4',
      'sigy = 1.0 / (1 + math.exp(-y))  #(1)',
      'num = x + sigy # numerator       #(2)',
      'sigx = 1.0 / (1 + math.exp(-x))  #(3)',
      'xpy = x + y                      #(4)',
      'xpysqr = xpy**2                  #(5)',
      'den = sigx + xpysqr # denominator (6)',
      'invden = 1.0 / den               #(7)',
      'f = num * invden # done!         #(8)',
    ].join('\n'),
    numbers: {
      x: [3, 2.0595697955721652],
      y: [-4, 1.5922327514838093],
      sigy: [0.01798620996209156, 0.5121444488396316],
      num: [3.0179862099620918, 0.5121444488396316],
      sigx: [0.9525741268224334, -0.7915934472725935],
      xpy: [-1, 1.583186894545187],
      xpysqr: [1, -0.7915934472725935],
      den: [1.9525741268224333, -0.7915934472725935],
      invden: [0.5121444488396316, 3.0179862099620918],
      f: [1.5456448841066441, 1],
    },
    printed: ['x 3.00 += 2.06', 'y −4.00 += 1.59', 'f 1.55 1.00'],
  },
] as const

for (const circuit of circuits)
  test(`${circuit.name} shows the lecture’s numbers, wire by wire`, async ({ page }) => {
    await open(page, circuit.program, 'settings' in circuit ? circuit.settings : '')
    const seen = new Map((await numbers(page)).map(([name, ...pair]) => [name, pair]))
    for (const [name, [value, gradient]] of Object.entries(circuit.numbers)) {
      expect(seen.get(name)?.[0], `value of ${name}`).toBeCloseTo(value, 12)
      expect(seen.get(name)?.[1], `gradient on ${name}`).toBeCloseTo(gradient, 12)
    }
    const printed = await picture(page)
      .locator('[data-wire]')
      .evaluateAll((wires) =>
        wires.map((wire) =>
          [...wire.querySelectorAll('text')]
            .map((text) => [text.getBoundingClientRect(), text.textContent ?? ''] as const)
            .sort(([a], [b]) => (Math.abs(a.top - b.top) > 4 ? a.top - b.top : a.left - b.left))
            .map(([, text]) => text)
            .join(' '),
        ),
      )
    expect(printed).toEqual(expect.arrayContaining([...circuit.printed]))
  })

test('the staged example shows the shares of its forks', async ({ page }) => {
  await open(page, circuits[3].program)
  const shares = picture(page).getByRole('button', { name: /^share of the gradient on x / })
  await expect(shares).toHaveCount(3)
  expect((await shares.allTextContents()).toSorted()).toEqual(['0.51', '1.58', '−0.04'])
  expect(
    (
      await picture(page)
        .getByRole('button', { name: /^share of the gradient on y / })
        .allTextContents()
    ).toSorted(),
  ).toEqual(['0.01', '1.58'])
})

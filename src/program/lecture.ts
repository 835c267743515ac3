/** A named program: the gallery's menu, and what tests, docs and benches walk through. */
export type Example = {
  readonly id: string
  readonly title: string
  /** What to look at, in one line. */
  readonly about: string
  readonly group: 'Lecture' | 'More circuits' | 'Large circuits' | 'Gates one by one'
  readonly source: string
  /** Decimals to print, where they should not follow from the numbers. */
  readonly digits?: number
}

/** The lecture's circuits, in its order: what a first visit and an empty page begin with. */
export const lecture: readonly [Example, ...Example[]] = [
  {
    id: 'circuit-1',
    title: 'Circuit 1',
    about: 'A sum and a product: the smallest backward pass there is.',
    group: 'Lecture',
    source: 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z',
  },
  {
    id: 'circuit-2',
    title: 'Circuit 2',
    about: 'A neuron: a dot product, then the sigmoid taken apart into four gates.',
    group: 'Lecture',
    source: 'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\nf = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))',
  },
  {
    id: 'circuit-3',
    title: 'Circuit 3',
    about: 'Three habits of gates: a sum copies, max routes, a product swaps.',
    group: 'Lecture',
    source: 'x = 3; y = -4; z = 2; w = -1\nf = (x*y + max(z, w)) * 2',
    digits: 2,
  },
  {
    id: 'staged',
    title: 'Staged example',
    about: 'x is used three times and y twice: at a fork, gradients add up.',
    group: 'Lecture',
    source: [
      'x = 3',
      'y = -4',
      'sigy = 1.0 / (1 + math.exp(-y)) #(1)',
      'num = x + sigy                  #(2)',
      'sigx = 1.0 / (1 + math.exp(-x)) #(3)',
      'xpy = x + y                     #(4)',
      'xpysqr = xpy**2                 #(5)',
      'den = sigx + xpysqr             #(6)',
      'invden = 1.0 / den              #(7)',
      'f = num * invden                #(8)',
    ].join('\n'),
  },
]

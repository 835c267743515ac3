import { type Example, lecture } from './lecture'
import { mlp } from './mlp'

const more: readonly Example[] = [
  {
    id: 'loss',
    title: 'Squared loss',
    about: 'How wrong is w·x + b about t? The gradients say which way to turn w and b.',
    group: 'More circuits',
    source: 'w = 2; x = 3; b = 1; t = 10\nL = (w*x + b - t)^2',
  },
  {
    id: 'neuron',
    title: 'Neuron, one σ gate',
    about: 'Circuit 2 with its last four gates as one: the same gradients on the inputs.',
    group: 'More circuits',
    source: 'w = [2, -3, -3]\nx = [-1, -2]\ndot = w[0]*x[0] + w[1]*x[1] + w[2]\nf = sigmoid(dot)',
  },
  {
    id: 'own-gate',
    title: 'A gate of one’s own',
    about: 'Define s(t) once, use it twice: each use is one gate with its own slope.',
    group: 'More circuits',
    source: 's(t) = 1 / (1 + exp(-t))\nx = 1; y = -2\nf = s(x) * s(y)',
  },
]

const gate = (id: string, [title, source, about]: readonly [string, string, string]): Example => ({
  id: `gate-${id}`,
  title,
  about,
  group: 'Gates one by one',
  source,
})

const singles: readonly Example[] = [
  gate('add', ['x + y', 'x = 4; y = -3\nf = x + y', 'Copies the gradient to both inputs.']),
  gate('sub', ['x − y', 'x = 4; y = -3\nf = x - y', 'Turns the sign round for the second input.']),
  gate('mul', ['x * y', 'x = 4; y = -3\nf = x * y', 'Swaps: each input gets the other’s value.']),
  gate('div', ['x / y', 'x = 3; y = 2\nf = x / y', 'More below the bar means less.']),
  gate('pow', ['x ^ y', 'x = 2; y = 3\nf = x ** y', 'Both base and exponent have a say.']),
  gate('shift', ['x + 1', 'x = 3\nf = x + 1', 'A shift bends nothing.']),
  gate('scale', ['2 * x', 'x = 3\nf = 2 * x', 'A constant factor, forward and backward.']),
  gate('quotient', ['x / 2', 'x = 3\nf = x / 2', 'Divided forward, divided backward.']),
  gate('reciprocal', ['1 / x', 'x = 2\nf = 1 / x', 'Up becomes down.']),
  gate('power', ['x ^ 2', 'x = 3\nf = x ** 2', 'Slope 2·x: 6 at 3.']),
  gate('exponential', ['2 ^ x', 'x = 3\nf = 2 ** x', 'Grows as fast as it is large.']),
  gate('exp', ['exp', 'x = 1\nf = exp(x)', 'Its own slope.']),
  gate('log', ['log', 'x = 2\nf = log(x)', 'Most sensitive near 0.']),
  gate('sqrt', ['sqrt', 'x = 4\nf = sqrt(x)', 'Steep near 0, flat far away.']),
  gate('sin', ['sin', 'x = 1\nf = sin(x)', 'Its slope is cos.']),
  gate('cos', ['cos', 'x = 1\nf = cos(x)', 'Its slope is −sin.']),
  gate('tan', ['tan', 'x = 1\nf = tan(x)', 'Never flatter than 1.']),
  gate('tanh', ['tanh', 'x = 1\nf = tanh(x)', 'Squashes to between −1 and 1.']),
  gate('sigmoid', ['σ', 'x = 1\nf = sigmoid(x)', 'Slope out·(1 − out), at most ¼.']),
  gate('softplus', ['softplus', 'x = 1\nf = softplus(x)', 'A relu without the corner.']),
  gate('relu', ['relu', 'x = 2\nf = relu(x)', 'Open when positive, shut when not.']),
  gate('abs', ['abs', 'x = -2\nf = abs(x)', 'Left of 0 the sign turns round.']),
  gate('max', ['max', 'x = 4; y = 2\nf = max(x, y)', 'All to the larger input.']),
  gate('min', ['min', 'x = 4; y = 2\nf = min(x, y)', 'All to the smaller input.']),
]

/** Too large to be seen whole: its text is made, not written. */
const perceptron: Example = {
  id: 'perceptron',
  title: 'Multilayer perceptron',
  about: 'A thousand wires: 2 → 16 → 16 → 1 with ReLU, every weight an input with a gradient of its own.',
  group: 'Large circuits',
  source: mlp(),
}

/** First in the list is what a first visit shows. */
export const gallery: readonly [Example, ...Example[]] = [...lecture, ...more, ...singles]

/** With those that are too large to be seen whole. */
export const examples: readonly Example[] = [...lecture, ...more, perceptron, ...singles]

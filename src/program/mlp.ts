import { numbersFrom } from '../lib/random'

/** As many units as each layer has, the inputs first: micrograd's MLP(2, [16, 16, 1]). */
const layers = [2, 16, 16, 1] as const

/** Weights between −1 and 1: the same text every time. */
const weightsFrom = (seed: number): (() => string) => {
  const next = numbersFrom(seed)
  return () => (Math.round((2 * next() - 1) * 100) / 100).toFixed(2)
}

const times = <T>(count: number, each: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => each(i))

/**
 * A multilayer perceptron on one sample, every number a scalar, as text: the units of layer `l` are `h<l>_<i>`, their
 * weights the list `w<l>_<i>` and their biases the list `b<l>`; all but the last go through ReLU.
 */
export const mlp = (): string => {
  const next = weightsFrom(1337)
  const lines = [
    '# A perceptron of three layers, 2 → 16 → 16 → 1, on one sample',
    'h0_0 = 0.5',
    'h0_1 = -0.8',
  ]
  layers.slice(1).forEach((units, before) => {
    const layer = before + 1
    const inputs = layers[before] as number
    for (let unit = 0; unit < units; unit++)
      lines.push(`w${layer}_${unit} = [${times(inputs, next).join(', ')}]`)
    lines.push(`b${layer} = [${times(units, next).join(', ')}]`)
    const isLast = layer === layers.length - 1
    for (let unit = 0; unit < units; unit++) {
      const products = times(inputs, (i) => `w${layer}_${unit}[${i}]*h${before}_${i}`)
      const sum = [...products, `b${layer}[${unit}]`].join(' + ')
      lines.push(isLast ? `score = ${sum}` : `h${layer}_${unit} = relu(${sum})`)
    }
  })
  return lines.join('\n')
}

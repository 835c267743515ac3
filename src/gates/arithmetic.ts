import { elementwise, negated, precedence, signed } from './elementwise'

const opposite = (x: number, y: number) => !Number.isFinite(x) && x === -y
const zeroTimesInfinity = (x: number, y: number) =>
  (x === 0 && !Number.isFinite(y)) || (y === 0 && !Number.isFinite(x))
const noSum = (x: number, y: number) => (opposite(x, y) ? '∞ and −∞ cancel to nothing definite.' : null)
const noProduct = (x: number, y: number) =>
  zeroTimesInfinity(x, y) ? '0 times ∞ has no definite value.' : null
const byZero = (x: number, y: number) => {
  if (y !== 0) return null
  if (x === 0) return '0 divided by 0 has no definite value.'
  return `Dividing by ${Object.is(y, -0) ? '−0' : '0'} gives ${x / y > 0 ? '∞' : '−∞'}.`
}

/** A small factor beside a large one: the gradients are lopsided the other way round. */
const isLopsided = (x: number, y: number): boolean => {
  const [small, large] = [Math.min(Math.abs(x), Math.abs(y)), Math.max(Math.abs(x), Math.abs(y))]
  return large >= 10 && large >= 1000 * small
}

export const add = elementwise({
  name: 'add',
  spoken: 'plus',
  ports: ['x', 'y'],
  syntax: [
    { form: 'infix', symbol: '+', power: precedence.sum, assoc: 'left', latex: (x, y) => `${x} + ${y}` },
  ],
  formula: 'x + y',
  value: (x, y) => x + y,
  local: { x: '1', y: '1' },
  sign: '+',
  story: 'A sum copies what arrives to both inputs, whatever their values.',
  tale: {
    forward: '{va} and {vb} add up to {out}.',
    backward: 'A sum passes the full request on to both: {each}.',
    why: 'One unit more at either input is one unit more at the output, whatever the values.',
  },
  tale: {
    forward: '{va} and {vb} meet: {(va)} + {(vb)} = {out}.',
    backward:
      'The sum is asked to go {want}. It hands the same full request to {a} and to {b}: {(g)} · 1 = {g} each.',
  },
  trouble: noSum,
  folds: {
    left: (constant) => [{ gate: 'shift', constant }],
    right: (constant) => [{ gate: 'shift', constant }],
  },
})

export const sub = elementwise({
  name: 'sub',
  spoken: 'minus',
  ports: ['x', 'y'],
  syntax: [
    { form: 'infix', symbol: '-', power: precedence.sum, assoc: 'left', latex: (x, y) => `${x} - ${y}` },
  ],
  formula: 'x - y',
  value: (x, y) => x - y,
  local: { x: '1', y: '-1' },
  sign: '−',
  story: 'A difference copies what arrives to its first input and turns the sign round for its second.',
  tale: {
    forward: '{va} minus {vb} is {out}.',
    backward: 'The first input gets the request as it is, the second gets it turned round: {each}.',
    why: 'More of {a} is more of the difference, more of {b} is less.',
  },
  tale: {
    forward: '{va} minus {vb}: {(va)} − {(vb)} = {out}.',
    backward:
      '{a} gets the request as it is, {(g)} · 1 = {ga}; more of {b} means less, so {b} gets it turned round: {(g)} · (−1) = {gb}.',
  },
  trouble: (x, y) => noSum(x, -y),
  folds: {
    left: (constant) => [
      { gate: 'scale', constant: { value: -1, text: '-1' }, formula: '-x' },
      { gate: 'shift', constant },
    ],
    right: (constant) => [{ gate: 'shift', constant: negated(constant) }],
  },
})

/** The smaller factor gets the larger gradient: worth a word where they are far apart. */
const lopsided = (x: number, y: number): string => {
  const ratio = Math.abs(x / y)
  if (ratio >= 1000) return 'Huge {a}, small {b}: the huge gradient goes to {b}. '
  return ratio <= 0.001 ? 'Small {a}, huge {b}: the huge gradient goes to {a}. ' : ''
}

export const mul = elementwise({
  name: 'mul',
  spoken: 'times',
  ports: ['x', 'y'],
  syntax: [
    {
      form: 'infix',
      symbol: '*',
      power: precedence.product,
      assoc: 'left',
      latex: (x, y) => `${x} \\cdot ${y}`,
    },
  ],
  formula: 'x * y',
  value: (x, y) => x * y,
  local: { x: 'y', y: 'x' },
  sign: '*',
  story: 'A product swaps: each input gets what arrives times the other input.',
  tale: (x, y) => ({
    forward: '{va} times {vb} is {out}.',
    backward: isLopsided(x, y)
      ? 'The factors swap places, so the small one gets the large push and the large one the small: {each}.'
      : 'The factors swap places, each gets the request times the other: {each}.',
    why: 'How much a factor matters is decided by the number that it is multiplied with.',
  }),
  tale: (x, y) => ({
    forward: '{va} times {vb}: {(va)} · {(vb)} = {out}.',
    backward: `${lopsided(x, y)}The inputs change places: {a} gets the request times {b}’s value, {(g)} · {(vb)} = {ga}; {b} gets it times {a}’s value, {(g)} · {(va)} = {gb}.`,
  }),
  trouble: noProduct,
  folds: {
    left: (constant) => [{ gate: 'scale', constant }],
    right: (constant) => [{ gate: 'scale', constant }],
  },
})

export const div = elementwise({
  name: 'div',
  spoken: 'division',
  ports: ['x', 'y'],
  syntax: [
    {
      form: 'infix',
      symbol: '/',
      power: precedence.product,
      assoc: 'left',
      latex: (x, y) => `\\frac{${x}}{${y}}`,
      encloses: 'both',
    },
  ],
  formula: 'x / y',
  value: (x, y) => x / y,
  local: { x: '1 / y', y: '-x / y ** 2' },
  sign: '/',
  story:
    'A quotient passes 1/y of what arrives to the numerator; a larger denominator means a smaller result.',
  tale: {
    forward: '{va} divided by {vb} is {out}.',
    backward:
      'Above the bar, {a} gets {(g)} / {(vb)} = {ga}; below it, {b} gets {(g)} · (−{(va)} / {(vb)}²) = {gb}.',
    why: 'A quotient is {a} times one over {b}: a product and a reciprocal in one.',
  },
  tale: {
    forward: '{va} over {vb}: {(va)} / {(vb)} = {out}.',
    backward:
      '{a} gets 1 / {(vb)} of the request, {(g)} · {(la)} = {ga}; a larger {b} makes less of {a}, so {b} gets {(g)} · {(lb)} = {gb}.',
  },
  trouble: byZero,
  folds: {
    left: (constant) =>
      constant.value === 1
        ? [{ gate: 'reciprocal', constant: null }]
        : [
            { gate: 'reciprocal', constant: null, formula: '1 / x' },
            { gate: 'scale', constant },
          ],
    right: (constant) => [{ gate: 'quotient', constant }],
  },
})

export const shift = elementwise({
  name: 'shift',
  ports: ['x'],
  formula: 'x + c',
  value: (x, c) => x + c,
  local: { x: '1' },
  sign: (c) => (c.startsWith('-') ? signed('')(c) : signed('+')(c)),
  story: 'Adding a constant bends nothing: what arrives passes unchanged.',
  tale: {
    forward: '{va} shifted by {c} is {out}.',
    backward: 'A shift bends nothing, the request passes in full: {each}.',
    why: 'The {c} is built in: it has no wire, so it needs no gradient.',
  },
  tale: {
    forward: 'Shifted by {c}: {(va)} + {(c)} = {out}.',
    backward: 'A shift bends nothing. The request passes unchanged: {(g)} · 1 = {ga}.',
  },
  trouble: noSum,
})

export const scale = elementwise({
  name: 'scale',
  spoken: 'scaling',
  ports: ['x'],
  syntax: [{ form: 'prefix', symbol: '-', power: precedence.sign, constant: -1, latex: (x) => `-${x}` }],
  formula: 'x * c',
  value: (x, c) => x * c,
  local: { x: 'c' },
  sign: signed('*'),
  story: 'What arrives is scaled by the same constant.',
  tale: (_, c) => ({
    forward: c === -1 ? 'The sign turns: {va} becomes {out}.' : '{va} times {c} is {out}.',
    backward:
      c === -1
        ? 'The wish turns round as well: {each}.'
        : 'The request is multiplied by the same {c}: {each}.',
    why: 'One unit more of {a} moves the output by {c}.',
  }),
  tale: (_, c) => ({
    forward: 'Scaled by {c}: {(va)} · {(c)} = {out}.',
    backward:
      c === -1
        ? 'The wish turns round: {(g)} · (−1) = {ga}.'
        : 'The request is scaled in the same way: {(g)} · {(c)} = {ga}.',
  }),
  trouble: noProduct,
})

/** `u / c`: of the `scale` kind, but divided, since 5/3 and 5·(1/3) differ in the last digit. */
export const quotient = elementwise({
  name: 'scale',
  spoken: 'scaling',
  ports: ['x'],
  formula: 'x / c',
  value: (x, c) => x / c,
  local: { x: '1 / c' },
  sign: signed('/'),
  story: 'What arrives is divided by the same constant.',
  tale: {
    forward: '{va} divided by {c} is {out}.',
    backward: 'The request is divided by the same {c}: {a} gets {(g)} / {(c)} = {ga}.',
    why: 'One unit more of {a} moves the output by one over {c}.',
  },
  tale: {
    forward: 'Divided by {c}: {(va)} / {(c)} = {out}.',
    backward: 'The request is divided in the same way: {(g)} / {(c)} = {ga}.',
  },
  trouble: byZero,
})

export const reciprocal = elementwise({
  name: 'reciprocal',
  spoken: 'one-over',
  ports: ['x'],
  formula: '1 / x',
  value: (x) => 1 / x,
  local: { x: '-1 / x ** 2' },
  sign: '1/x',
  story: 'Up becomes down: a larger denominator means a smaller result, the more so near 0.',
  tale: {
    forward: 'One over {va} is {out}.',
    backward: 'Up becomes down: {a} gets {(g)} · (−1 / {(va)}²) = {ga}.',
    why: 'The more below the bar, the less comes out, and most of all close to 0.',
  },
  tale: {
    forward: 'One over {va}: 1 / {(va)} = {out}.',
    backward: 'Up becomes down: the slope is −1 / {(va)}² = {la}, so {a} gets {(g)} · {(la)} = {ga}.',
  },
  trouble: (x) => byZero(1, x),
})

import { elementwise, negated, signed } from './elementwise'

const powers = { sum: 10, product: 20, sign: 30, power: 40 } as const

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

export const add = elementwise({
  name: 'add',
  spoken: 'plus',
  ports: ['x', 'y'],
  syntax: [{ form: 'infix', symbol: '+', power: powers.sum, assoc: 'left', latex: (x, y) => `${x} + ${y}` }],
  formula: 'x + y',
  value: (x, y) => x + y,
  local: { x: '1', y: '1' },
  sign: '+',
  story: 'A sum copies what arrives to both inputs, whatever their values.',
  why: 'One unit more at either input is one unit more at the output, whatever the values.',
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
  syntax: [{ form: 'infix', symbol: '-', power: powers.sum, assoc: 'left', latex: (x, y) => `${x} - ${y}` }],
  formula: 'x - y',
  value: (x, y) => x - y,
  local: { x: '1', y: '-1' },
  sign: '−',
  story: 'A difference copies what arrives to its first input and turns the sign round for its second.',
  why: 'More of the second input means less of the difference.',
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
  const [small, large] = [Math.abs(x), Math.abs(y)].toSorted((a, b) => a - b) as [number, number]
  if (large < 100 || small > large / 1000) return ''
  const [huge, tiny] = Math.abs(x) === large ? 'ab' : 'ba'
  return `Small {${tiny}}, huge {${huge}}: the larger gradient goes to {${tiny}}. `
}

export const mul = elementwise({
  name: 'mul',
  spoken: 'times',
  ports: ['x', 'y'],
  syntax: [
    { form: 'infix', symbol: '*', power: powers.product, assoc: 'left', latex: (x, y) => `${x} \\cdot ${y}` },
  ],
  formula: 'x * y',
  value: (x, y) => x * y,
  local: { x: 'y', y: 'x' },
  sign: '*',
  story: 'A product swaps: each input gets what arrives times the other input.',
  why: 'How much an input matters is decided by what it is multiplied with.',
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
      power: powers.product,
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
  why: 'A quotient is a product with one over its denominator: a swap and a 1/x.',
  tale: {
    forward: '{va} over {vb}: {(va)} / {(vb)} = {out}.',
    backward:
      '{a} gets 1 / {(vb)} of the request, {(g)} · {(la)} = {ga}; {b}, below the bar, gets −{(va)} / {(vb)}² of it, {(g)} · {(lb)} = {gb}.',
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

export const pow = elementwise({
  name: 'pow',
  spoken: 'power',
  ports: ['x', 'y'],
  syntax: [
    {
      form: 'infix',
      symbol: '**',
      power: powers.power,
      assoc: 'right',
      latex: (x, y) => `${x}^{${y}}`,
      encloses: 'right',
    },
  ],
  formula: 'x ** y',
  value: (x, y) => x ** y,
  local: {
    x: { formula: 'y * x ** (y - 1)', edge: (_, y) => (y === 0 ? 0 : null) },
    y: { formula: 'out * log(x)', edge: (x, y) => (x === 0 && y >= 0 ? 0 : null) },
  },
  sign: '^',
  story: 'A power asks its base by y·x^(y−1) and its exponent by the result times log x.',
  why: 'A power has two slopes: one along its base, one along its exponent.',
  tale: {
    forward: '{va} to the power of {vb}: {(va)}^{(vb)} = {out}.',
    backward:
      'The base {a} gets exponent times next lower power, {(g)} · {(la)} = {ga}; the exponent {b} gets result times logarithm, {(g)} · {(lb)} = {gb}.',
  },
  trouble: noPower,
  folds: {
    left: (constant) => [{ gate: 'exponential', constant }],
    right: (constant) => [{ gate: 'power', constant }],
  },
})

function noPower(x: number, y: number): string | null {
  if (x < 0 && !Number.isInteger(y)) return 'A negative number has no real power with a broken exponent.'
  return x === 0 && y < 0 ? '0 to a negative power is 1 divided by 0.' : null
}

export const shift = elementwise({
  name: 'shift',
  ports: ['x'],
  formula: 'x + c',
  value: (x, c) => x + c,
  local: { x: '1' },
  sign: (c) => (c.startsWith('-') ? signed('')(c) : signed('+')(c)),
  story: 'Adding a constant bends nothing: what arrives passes unchanged.',
  why: 'The constant is built in: it has no wire, and needs no gradient.',
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
  syntax: [{ form: 'prefix', symbol: '-', power: powers.sign, constant: -1, latex: (x) => `-${x}` }],
  formula: 'x * c',
  value: (x, c) => x * c,
  local: { x: 'c' },
  sign: signed('*'),
  story: 'What arrives is scaled by the same constant.',
  why: 'One unit more at the input moves the output by the constant.',
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
  why: 'One unit more at the input moves the output by one over the constant.',
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
  why: 'A larger denominator means a smaller result, the more so near 0.',
  tale: {
    forward: 'One over {va}: 1 / {(va)} = {out}.',
    backward: 'Up becomes down: the slope is −1 / {(va)}² = {la}, so {a} gets {(g)} · {(la)} = {ga}.',
  },
  trouble: (x) => byZero(1, x),
})

export const power = elementwise({
  name: 'power',
  ports: ['x'],
  syntax: [
    {
      form: 'call',
      names: ['square'],
      constant: 2,
      latexPower: powers.power,
      latex: (x) => `\\left(${x}\\right)^{2}`,
    },
  ],
  formula: 'x ** c',
  value: (x, c) => x ** c,
  local: { x: { formula: 'c * x ** (c - 1)', edge: (_, c) => (c === 0 ? 0 : null) } },
  sign: signed('^'),
  story: 'The slope of a power is its exponent times the next lower power.',
  why: 'A power is a product of equal factors, and each of them sends back its share.',
  tale: (_, c) => ({
    forward: '{va} to the power of {c}: {(va)}^{(c)} = {out}.',
    backward:
      c === 2
        ? 'The slope of a square is twice its input, 2 · {(va)} = {la}; {a} gets {(g)} · {(la)} = {ga}.'
        : 'The slope is {c} times the next lower power: {la}. So {a} gets {(g)} · {(la)} = {ga}.',
  }),
  trouble: noPower,
})

export const exponential = elementwise({
  name: 'exponential',
  ports: ['x'],
  formula: 'c ** x',
  value: (x, c) => c ** x,
  local: { x: { formula: 'out * log(c)', edge: (x, c) => (c === 0 && x >= 0 ? 0 : null) } },
  sign: (c) => `${c.replace('-', '−')}^x`,
  story: 'An exponential grows as fast as it is large: its slope is its output times log c.',
  why: 'The output is all that has to be kept for the way back.',
  tale: {
    forward: '{c} to the power of {va}: {(c)}^{(va)} = {out}.',
    backward:
      'It grows as fast as it is large: the slope is {out} times log {c}, {la}. So {a} gets {(g)} · {(la)} = {ga}.',
  },
  trouble: (x, c) => noPower(c, x),
})

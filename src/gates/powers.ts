import { elementwise, precedence, signed } from './elementwise'

const noPower = (x: number, y: number): string | null => {
  if (x < 0 && !Number.isInteger(y)) return 'A negative number has no real power with a broken exponent.'
  return x === 0 && y < 0 ? '0 to a negative power is 1 divided by 0.' : null
}

export const pow = elementwise({
  name: 'pow',
  spoken: 'power',
  ports: ['x', 'y'],
  syntax: [
    {
      form: 'infix',
      symbol: '**',
      power: precedence.power,
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
  tale: {
    forward: '{va} to the power {vb} is {out}.',
    backward:
      'The base {a} gets {(g)} · {(vb)} · {(va)}^({(vb)} − 1) = {ga}, the exponent {b} gets {(g)} · {(out)} · log {(va)} = {gb}.',
    why: 'Both have a say: the base by the next lower power, the exponent by the logarithm of the base.',
  },
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

export const power = elementwise({
  name: 'power',
  ports: ['x'],
  syntax: [
    {
      form: 'call',
      names: ['square'],
      constant: 2,
      latexPower: precedence.power,
      latex: (x) => `\\left(${x}\\right)^{2}`,
    },
  ],
  formula: 'x ** c',
  value: (x, c) => x ** c,
  local: { x: { formula: 'c * x ** (c - 1)', edge: (_, c) => (c === 0 ? 0 : null) } },
  sign: signed('^'),
  story: 'The slope of a power is its exponent times the next lower power.',
  tale: (_, c) =>
    c === 2
      ? {
          forward: '{va} squared is {out}.',
          backward: 'The slope of a square is twice its input: {a} gets {(g)} · 2 · {(va)} = {ga}.',
          why: 'It is a product that {a} enters twice, and the two equal shares add up.',
        }
      : {
          forward: '{va} to the power {c} is {out}.',
          backward: 'The exponent comes down in front: {a} gets {(g)} · {(c)} · {(va)}^({(c)} − 1) = {ga}.',
          why: 'The slope of a power is its exponent times the next lower power.',
        },
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
  tale: {
    forward: '{c} to the power {va} is {out}.',
    backward: 'The slope keeps step with the output: {a} gets {(g)} · {(out)} · log {(c)} = {ga}.',
    why: 'One step of {a} always multiplies the output by the same factor.',
  },
  tale: {
    forward: '{c} to the power of {va}: {(c)}^{(va)} = {out}.',
    backward:
      'It grows as fast as it is large: the slope is {out} times log {c}, {la}. So {a} gets {(g)} · {(la)} = {ga}.',
  },
  trouble: (x, c) => noPower(c, x),
})

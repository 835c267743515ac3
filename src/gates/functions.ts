import type { Call } from '../language/grammar'
import { elementwise } from './elementwise'

const call = (name: string, latex: Call['latex'], ...others: readonly string[]): Call => ({
  form: 'call',
  names: [name, ...others],
  latex,
})
const operator = (command: string) => (x: string | undefined) => `\\${command}\\left(${x}\\right)`
const rooted = (x: string | undefined) => `\\sqrt{${x}}`

export const exp = elementwise({
  name: 'exp',
  ports: ['x'],
  syntax: [{ form: 'call', names: ['exp'], latexPower: 40, latex: (x) => `e^{${x}}` }],
  formula: 'exp(x)',
  value: Math.exp,
  local: { x: 'out' },
  sign: 'exp',
  story: 'exp is its own slope: what arrives is multiplied by the output.',
  why: 'The output is all that has to be kept for the way back.',
  tale: {
    forward: 'e to the power of {va} is {out}.',
    backward: 'exp is its own slope. The request is multiplied by the output: {(g)} · {(out)} = {ga}.',
  },
})

export const log = elementwise({
  name: 'log',
  ports: ['x'],
  syntax: [call('log', operator('ln'))],
  formula: 'log(x)',
  value: Math.log,
  local: { x: { formula: '1 / x', edge: (x) => (x < 0 ? Number.NaN : null) } },
  sign: 'log',
  story: 'The smaller the input, the more sensitive the logarithm: its slope is 1/x.',
  why: 'Small inputs are very sensitive.',
  tale: {
    forward: 'The logarithm of {va} is {out}.',
    backward: 'The slope is 1 / {(va)} = {la}; {a} gets {(g)} · {(la)} = {ga}.',
  },
  trouble: (x) => {
    if (x === 0) return 'The logarithm of 0 is −∞.'
    return x < 0 ? 'A negative number has no real logarithm.' : null
  },
})

export const sqrt = elementwise({
  name: 'sqrt',
  ports: ['x'],
  syntax: [call('sqrt', rooted), { form: 'prefix', symbol: '√', power: 50, latex: rooted }],
  formula: 'sqrt(x)',
  value: Math.sqrt,
  local: { x: '1 / (2 * out)' },
  sign: 'sqrt',
  story: 'The slope of a root is one over twice the output: steep near 0, flat far away.',
  why: 'Steep near 0, flat far away.',
  tale: {
    forward: 'The root of {va} is {out}.',
    backward: 'The slope is one over twice the output, {la}; {a} gets {(g)} · {(la)} = {ga}.',
  },
  trouble: (x) => (x < 0 ? 'A negative number has no real square root.' : null),
})

export const sin = elementwise({
  name: 'sin',
  ports: ['x'],
  syntax: [call('sin', operator('sin'))],
  formula: 'sin(x)',
  value: Math.sin,
  local: { x: 'cos(x)' },
  sign: 'sin',
  story: 'The slope of sine is cosine.',
  why: 'Where the wave is steep the request passes, at its crests it does not.',
  tale: {
    forward: 'The sine of {va} is {out}.',
    backward: 'The slope is the cosine, {la}; {a} gets {(g)} · {(la)} = {ga}.',
  },
})

export const cos = elementwise({
  name: 'cos',
  ports: ['x'],
  syntax: [call('cos', operator('cos'))],
  formula: 'cos(x)',
  value: Math.cos,
  local: { x: '-sin(x)' },
  sign: 'cos',
  story: 'The slope of cosine is minus sine.',
  why: 'Where the wave is steep the request passes, at its crests it does not.',
  tale: {
    forward: 'The cosine of {va} is {out}.',
    backward: 'The slope is minus the sine, {la}; {a} gets {(g)} · {(la)} = {ga}.',
  },
})

export const tan = elementwise({
  name: 'tan',
  ports: ['x'],
  syntax: [call('tan', operator('tan'))],
  formula: 'tan(x)',
  value: Math.tan,
  local: { x: '1 + out ** 2' },
  sign: 'tan',
  story: 'The slope of tangent is one plus its output squared: never below 1.',
  why: 'However flat it looks, the slope is never below 1.',
  tale: {
    forward: 'The tangent of {va} is {out}.',
    backward: 'The slope is one plus the output squared, {la}; {a} gets {(g)} · {(la)} = {ga}.',
  },
})

export const tanh = elementwise({
  name: 'tanh',
  ports: ['x'],
  syntax: [call('tanh', operator('tanh'))],
  formula: 'tanh(x)',
  value: Math.tanh,
  local: { x: '1 - out ** 2' },
  sign: 'tanh',
  story: 'Squashed between −1 and 1: steepest at 0, flat at both ends.',
  why: 'Like a sigmoid, centred on 0 and up to four times as steep.',
  tale: {
    forward: '{va} is squashed to {out}, between −1 and 1.',
    backward: 'The slope is one minus the output squared, {la}; {a} gets {(g)} · {(la)} = {ga}.',
  },
})

/** Beyond here the slope of a sigmoid is below a hundredth. */
const flatFrom = 4.6

export const sigmoid = elementwise({
  name: 'sigmoid',
  ports: ['x'],
  syntax: [call('sigmoid', (x) => `\\sigma\\left(${x}\\right)`, 'σ')],
  formula: 'sigmoid(x)',
  // The second form keeps exp from overflowing on the far negative side.
  value: (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  local: { x: 'out * (1 - out)' },
  sign: 'σ',
  story: 'Its slope can be read off its output: steepest at ½ (0.25), flat at both ends.',
  why: 'Steepest in the middle, 0.25, and flat at both ends.',
  tale: (x) => ({
    forward: '{va} is squashed to {out}, between 0 and 1.',
    backward: `${Math.abs(x) > flatFrom ? 'Here the gate is nearly flat, and hardly anything gets through. ' : ''}The slope can be read off the output, {out} · (1 − {out}) = {la}; {a} gets {(g)} · {(la)} = {ga}.`,
  }),
})

export const softplus = elementwise({
  name: 'softplus',
  ports: ['x'],
  syntax: [call('softplus', (x) => `\\operatorname{softplus}\\left(${x}\\right)`)],
  formula: 'softplus(x)',
  // log(1 + eˣ), written so that neither a large nor a small x loses it.
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  local: { x: 'sigmoid(x)' },
  sign: 'softplus',
  story: 'A relu with its corner rounded off; its slope is the sigmoid.',
  why: 'A relu with its corner rounded off.',
  tale: {
    forward: '{va} is bent to {out}, always above 0.',
    backward: 'The slope is the sigmoid of the input, {la}; {a} gets {(g)} · {(la)} = {ga}.',
  },
})

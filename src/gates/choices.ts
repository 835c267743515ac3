import { elementwise } from './elementwise'
import type { Tale } from './gate'

/** 1 for the winner, 0 for the loser, ½ each at a tie (as PyTorch and JAX do); NaN knows no winner. */
const route = (mine: number, other: number, sign: 1 | -1): number => {
  if (Number.isNaN(mine) || Number.isNaN(other)) return Number.NaN
  if (mine === other) return 0.5
  return sign * mine > sign * other ? 1 : 0
}

const tie = (x: number, y: number) =>
  x === y
    ? 'A tie, a kink: no single slope exists here. What arrives is shared, ½ and ½. A formula with ≥ would give both inputs all of it (1 and 1); “exactly one gets it” would have to pick one.'
    : null

/** `ahead`: 1 where the first input goes through, −1 where the second does, 0 at a tie. */
const choice = (ahead: number, verb: string): Tale => {
  if (ahead === 0)
    return {
      forward: 'A dead heat at {out}: here is a kink.',
      backward:
        'No single slope exists at a tie. The request is shared: {(g)} · {la} = {ga} and {(g)} · {lb} = {gb}.',
    }
  const [winner, loser, sent] = ahead > 0 ? ['a', 'b', '{(g)} · 1 = {ga}'] : ['b', 'a', '{(g)} · 1 = {gb}']
  return {
    forward: `{v${winner}} ${verb} {v${loser}}: {out} goes through.`,
    backward: `The whole request is routed to the winner {${winner}}, ${sent}; {${loser}} hears nothing: {(g)} · 0 = {g${loser}}.`,
  }
}

const corner = (name: string) => (x: number) =>
  x === 0 ? `${name} has a corner at 0: the slope is different on either side. Here it is taken as 0.` : null

export const max = elementwise({
  name: 'max',
  ports: ['x', 'y'],
  syntax: [
    {
      form: 'call',
      names: ['max', 'maximum'],
      folds: true,
      latex: (...all) => `\\max\\left(${all.join(', ')}\\right)`,
    },
  ],
  formula: 'max(x, y)',
  value: Math.max,
  local: {
    x: { says: '1 if x > y, else 0', latex: '\\mathbb{1}[x > y]', number: (x, y) => route(x, y, 1) },
    y: { says: '1 if y > x, else 0', latex: '\\mathbb{1}[y > x]', number: (x, y) => route(y, x, 1) },
  },
  sign: 'max',
  story: 'max routes: the larger input gets all that arrives, the other nothing.',
  why: 'A tiny change of the loser changes nothing. A large one may, but a gradient does not speak of large changes.',
  tale: (x, y) => choice(Math.sign(x - y), 'beats'),
  kink: tie,
})

export const min = elementwise({
  name: 'min',
  ports: ['x', 'y'],
  syntax: [
    {
      form: 'call',
      names: ['min', 'minimum'],
      folds: true,
      latex: (...all) => `\\min\\left(${all.join(', ')}\\right)`,
    },
  ],
  formula: 'min(x, y)',
  value: Math.min,
  local: {
    x: { says: '1 if x < y, else 0', latex: '\\mathbb{1}[x < y]', number: (x, y) => route(x, y, -1) },
    y: { says: '1 if y < x, else 0', latex: '\\mathbb{1}[y < x]', number: (x, y) => route(y, x, -1) },
  },
  sign: 'min',
  story: 'min routes: the smaller input gets all that arrives, the other nothing.',
  why: 'A tiny change of the loser changes nothing. A large one may, but a gradient does not speak of large changes.',
  tale: (x, y) => choice(Math.sign(y - x), 'is below'),
  kink: tie,
})

export const relu = elementwise({
  name: 'relu',
  ports: ['x'],
  syntax: [{ form: 'call', names: ['relu'], latex: (x) => `\\operatorname{relu}\\left(${x}\\right)` }],
  formula: 'relu(x)',
  value: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
  local: {
    x: {
      says: '1 if x > 0, else 0',
      latex: '\\mathbb{1}[x > 0]',
      number: (x) => (Number.isNaN(x) ? x : Number(x > 0)),
    },
  },
  sign: 'relu',
  story: 'A gate in the plain sense: open for positive inputs, shut for all others.',
  why: 'It is max(0, x): a router whose rival is a constant.',
  tale: (x) =>
    x > 0
      ? {
          forward: '{va} is positive and passes: {out}.',
          backward: 'The gate is open. The request passes: {(g)} · 1 = {ga}.',
        }
      : {
          forward: '{va} is not positive: the gate puts out {out}.',
          backward: 'The gate is shut. The request stops here: {(g)} · 0 = {ga}.',
        },
  kink: (x) => {
    const said = corner('relu')(x)
    return said && `${said} (max(0, x), the same function, shares ½ at its tie.)`
  },
})

export const abs = elementwise({
  name: 'abs',
  ports: ['x'],
  syntax: [{ form: 'call', names: ['abs'], latex: (x) => `\\left|${x}\\right|` }],
  formula: 'abs(x)',
  value: Math.abs,
  local: { x: { says: 'the sign of x', latex: '\\operatorname{sign} x', number: Math.sign } },
  sign: 'abs',
  story: 'Right of 0 what arrives passes as it is, left of 0 with its sign turned round.',
  why: 'The distance from 0 grows to either side.',
  tale: (x) => ({
    forward: '{va} without its sign is {out}.',
    backward:
      x === 0
        ? 'At the corner the slope is taken as 0, and the request stops here: {(g)} · 0 = {ga}.'
        : x > 0
          ? 'Right of 0 the request passes as it is: {(g)} · 1 = {ga}.'
          : 'Left of 0 the request turns round: {(g)} · (−1) = {ga}.',
  }),
  kink: corner('abs'),
})

import type * as arithmetic from './arithmetic'
import type * as choices from './choices'
import type * as functions from './functions'
import type { Gate } from './gate'
import { gates } from './index'

/**
 * Gates of one kind that run together: reads and writes `n`, all numbers of a pass, for the rows from `from` up to `to`.
 * A row is four places in `n`: of the gate's output, of its operands `x` and `y`, and of its first local gradient, the
 * second one after it. Where a gate carries a constant, that is its second operand. Local gradients that are found
 * elsewhere are not written.
 */
export type Batch = (n: Float64Array, rows: Int32Array, from: number, to: number) => void
export const stride = 4

// Each is the record's `value` and `local` over again, as one small loop that the engine compiles for its kind alone;
// the tests hold every one of them against its record.

const add: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const y = n[rows[i + 2] as number] as number
    n[rows[i] as number] = x + y
  }
}

const sub: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const y = n[rows[i + 2] as number] as number
    n[rows[i] as number] = x - y
  }
}

const mul: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const y = n[rows[i + 2] as number] as number
    n[rows[i] as number] = x * y
  }
}

const div: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const y = n[rows[i + 2] as number] as number
    const e = rows[i + 3] as number
    n[rows[i] as number] = x / y
    n[e] = 1 / y
    n[e + 1] = -x / (y * y)
  }
}

const pow: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const y = n[rows[i + 2] as number] as number
    const out = x ** y
    const e = rows[i + 3] as number
    n[rows[i] as number] = out
    n[e] = y === 0 ? 0 : y * x ** (y - 1)
    n[e + 1] = x === 0 && y >= 0 ? 0 : out * Math.log(x)
  }
}

const shift: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const c = n[rows[i + 2] as number] as number
    n[rows[i] as number] = x + c
  }
}

const scale: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const c = n[rows[i + 2] as number] as number
    n[rows[i] as number] = x * c
  }
}

const quotient: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const c = n[rows[i + 2] as number] as number
    n[rows[i] as number] = x / c
    n[rows[i + 3] as number] = 1 / c
  }
}

const reciprocal: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    n[rows[i] as number] = 1 / x
    n[rows[i + 3] as number] = -1 / (x * x)
  }
}

const power: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const c = n[rows[i + 2] as number] as number
    n[rows[i] as number] = c === 2 ? x * x : x ** c
    n[rows[i + 3] as number] = c === 2 ? 2 * x : c === 0 ? 0 : c * x ** (c - 1)
  }
}

const exponential: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const c = n[rows[i + 2] as number] as number
    const out = c ** x
    n[rows[i] as number] = out
    n[rows[i + 3] as number] = c === 0 && x >= 0 ? 0 : out * Math.log(c)
  }
}

const exp: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const out = Math.exp(x)
    n[rows[i] as number] = out
    n[rows[i + 3] as number] = out
  }
}

const log: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    n[rows[i] as number] = Math.log(x)
    n[rows[i + 3] as number] = x < 0 ? Number.NaN : 1 / x
  }
}

const sqrt: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const out = Math.sqrt(x)
    n[rows[i] as number] = out
    n[rows[i + 3] as number] = 1 / (2 * out)
  }
}

const sin: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    n[rows[i] as number] = Math.sin(x)
    n[rows[i + 3] as number] = Math.cos(x)
  }
}

const cos: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    n[rows[i] as number] = Math.cos(x)
    n[rows[i + 3] as number] = -Math.sin(x)
  }
}

const tan: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const out = Math.tan(x)
    n[rows[i] as number] = out
    n[rows[i + 3] as number] = 1 + out * out
  }
}

const tanh: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const out = Math.tanh(x)
    n[rows[i] as number] = out
    n[rows[i + 3] as number] = 1 - out * out
  }
}

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)))

const sigmoid: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const out = logistic(x)
    n[rows[i] as number] = out
    n[rows[i + 3] as number] = out * (1 - out)
  }
}

const softplus: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    n[rows[i] as number] = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
    n[rows[i + 3] as number] = logistic(x)
  }
}

/** How much of what arrives goes to the larger one, `x`; NaN knows no winner. */
const won = (x: number, y: number): number => (x === y ? 0.5 : x > y ? 1 : x < y ? 0 : Number.NaN)

const max: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const y = n[rows[i + 2] as number] as number
    const e = rows[i + 3] as number
    const first = won(x, y)
    n[rows[i] as number] = Math.max(x, y)
    n[e] = first
    n[e + 1] = 1 - first
  }
}

const min: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    const y = n[rows[i + 2] as number] as number
    const e = rows[i + 3] as number
    const first = won(y, x)
    n[rows[i] as number] = Math.min(x, y)
    n[e] = first
    n[e + 1] = 1 - first
  }
}

const relu: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    n[rows[i] as number] = x > 0 || Number.isNaN(x) ? x : 0
    n[rows[i + 3] as number] = Number.isNaN(x) ? x : x > 0 ? 1 : 0
  }
}

const abs: Batch = (n, rows, from, to) => {
  for (let i = from; i < to; i += stride) {
    const x = n[rows[i + 1] as number] as number
    n[rows[i] as number] = Math.abs(x)
    n[rows[i + 3] as number] = Math.sign(x)
  }
}

type Name = keyof typeof arithmetic | keyof typeof functions | keyof typeof choices

/** By key; a gate of the catalogue without a loop does not compile. */
const loops: { readonly [name in Name]: Batch } = {
  add,
  sub,
  mul,
  div,
  pow,
  shift,
  scale,
  quotient,
  reciprocal,
  power,
  exponential,
  exp,
  log,
  sqrt,
  sin,
  cos,
  tan,
  tanh,
  sigmoid,
  softplus,
  max,
  min,
  relu,
  abs,
}

/** Where in a row an operand is; and 1 and −1, which have no place there. */
const [x, y, one, minusOne] = [1, 2, -1, -2] as const

/** By port, the local gradients that are numbers there are anyway: they are found, and not written. */
const found: { readonly [name in Name]?: readonly number[] } = {
  add: [one, one],
  sub: [one, minusOne],
  mul: [y, x],
  shift: [one],
  scale: [y],
}
export const foundLocals: ReadonlyMap<Gate | undefined, readonly number[]> = new Map(
  Object.entries(found).map(([key, locals]) => [gates.get(key), locals]),
)

export const batches: ReadonlyMap<Gate, Batch> = new Map(
  [...gates].map(([key, gate]) => [gate, loops[key as Name]]),
)

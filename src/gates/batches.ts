import * as arithmetic from './arithmetic'
import * as choices from './choices'
import * as functions from './functions'
import type { Gate } from './gate'

/**
 * Gates of one kind that run together. Of gate `i`: its output's wire `out[i]`, its operands' wires `a[i]` and
 * `b[i]`, its constant `c[i]`, and the place of its first local gradient, `edge[i]`, the second one after it.
 */
export type Run = {
  readonly values: Float64Array
  readonly locals: Float64Array
  readonly out: Int32Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly c: Float64Array
  readonly edge: Int32Array
}

/** Writes values and local gradients of the gates from `from` up to `to`. */
export type Batch = (run: Run, from: number, to: number) => void

// Each is the record's `value` and `local` over again, as one small loop that the engine compiles for its kind alone;
// the tests hold every one of them against its record.

const add: Batch = ({ values: v, locals: l, out, a, b, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const y = v[b[i] as number] as number
    v[out[i] as number] = x + y
    l[e] = 1
    l[e + 1] = 1
  }
}

const sub: Batch = ({ values: v, locals: l, out, a, b, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const y = v[b[i] as number] as number
    v[out[i] as number] = x - y
    l[e] = 1
    l[e + 1] = -1
  }
}

const mul: Batch = ({ values: v, locals: l, out, a, b, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const y = v[b[i] as number] as number
    v[out[i] as number] = x * y
    l[e] = y
    l[e + 1] = x
  }
}

const div: Batch = ({ values: v, locals: l, out, a, b, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const y = v[b[i] as number] as number
    v[out[i] as number] = x / y
    l[e] = 1 / y
    l[e + 1] = -x / (y * y)
  }
}

const shift: Batch = ({ values: v, locals: l, out, a, c, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const k = c[i] as number
    v[out[i] as number] = x + k
    l[e] = 1
  }
}

const scale: Batch = ({ values: v, locals: l, out, a, c, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const k = c[i] as number
    v[out[i] as number] = x * k
    l[e] = k
  }
}

const power: Batch = ({ values: v, locals: l, out, a, c, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const k = c[i] as number
    v[out[i] as number] = k === 2 ? x * x : x ** k
    l[e] = k === 2 ? 2 * x : k === 0 ? 0 : k * x ** (k - 1)
  }
}

const reciprocal: Batch = ({ values: v, locals: l, out, a, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    v[out[i] as number] = 1 / x
    l[e] = -1 / (x * x)
  }
}

const exp: Batch = ({ values: v, locals: l, out, a, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const o = Math.exp(x)
    v[out[i] as number] = o
    l[e] = o
  }
}

const tanh: Batch = ({ values: v, locals: l, out, a, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const o = Math.tanh(x)
    v[out[i] as number] = o
    l[e] = 1 - o * o
  }
}

const sigmoid: Batch = ({ values: v, locals: l, out, a, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    const o = x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
    v[out[i] as number] = o
    l[e] = o * (1 - o)
  }
}

const relu: Batch = ({ values: v, locals: l, out, a, edge }, from, to) => {
  for (let i = from; i < to; i++) {
    const e = edge[i] as number
    const x = v[a[i] as number] as number
    v[out[i] as number] = x > 0 || Number.isNaN(x) ? x : 0
    l[e] = Number.isNaN(x) ? x : x > 0 ? 1 : 0
  }
}

export const batches: ReadonlyMap<Gate, Batch> = new Map([
  [arithmetic.add, add],
  [arithmetic.sub, sub],
  [arithmetic.mul, mul],
  [arithmetic.div, div],
  [arithmetic.shift, shift],
  [arithmetic.scale, scale],
  [arithmetic.power, power],
  [arithmetic.reciprocal, reciprocal],
  [functions.exp, exp],
  [functions.tanh, tanh],
  [functions.sigmoid, sigmoid],
  [choices.relu, relu],
])

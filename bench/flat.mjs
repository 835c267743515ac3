// Two loops written for this mixture of gates alone: with a switch for each gate, and, as the limit, typed arrays sorted
// by level and kind with one small top-level loop for each kind.

const kinds = ['add', 'mul', 'sub', 'tanh', 'relu', 'square']

export const switched = ({ inputs, gates }) => {
  const first = inputs.length
  const size = first + gates.length
  const kind = Uint8Array.from(gates, ([name]) => kinds.indexOf(name))
  const [a, b] = [Int32Array.from(gates, (gate) => gate[1]), Int32Array.from(gates, (gate) => gate[2])]
  const [v, g] = [new Float64Array(size), new Float64Array(size)]
  return () => {
    v.set(inputs)
    g.fill(0)
    for (let i = 0; i < kind.length; i++) {
      const [x, y] = [v[a[i]], v[b[i]]]
      switch (kind[i]) {
        case 0:
          v[first + i] = x + y
          break
        case 1:
          v[first + i] = x * y
          break
        case 2:
          v[first + i] = x - y
          break
        case 3:
          v[first + i] = Math.tanh(x)
          break
        case 4:
          v[first + i] = Math.max(x, 0)
          break
        default:
          v[first + i] = x * x
      }
    }
    g[size - 1] = 1
    for (let i = kind.length - 1; i >= 0; i--) {
      const [out, up] = [v[first + i], g[first + i]]
      switch (kind[i]) {
        case 0:
          g[a[i]] += up
          g[b[i]] += up
          break
        case 1: {
          const [x, y] = [v[a[i]], v[b[i]]]
          g[a[i]] += up * y
          g[b[i]] += up * x
          break
        }
        case 2:
          g[a[i]] += up
          g[b[i]] -= up
          break
        case 3:
          g[a[i]] += up * (1 - out * out)
          break
        case 4:
          if (out > 0) g[a[i]] += up
          break
        default:
          g[a[i]] += 2 * up * v[a[i]]
      }
    }
    return g.subarray(0, first)
  }
}

const forward = [
  (v, a, b, out, from, to) => {
    for (let i = from; i < to; i++) v[out[i]] = v[a[i]] + v[b[i]]
  },
  (v, a, b, out, from, to) => {
    for (let i = from; i < to; i++) v[out[i]] = v[a[i]] * v[b[i]]
  },
  (v, a, b, out, from, to) => {
    for (let i = from; i < to; i++) v[out[i]] = v[a[i]] - v[b[i]]
  },
  (v, a, _, out, from, to) => {
    for (let i = from; i < to; i++) v[out[i]] = Math.tanh(v[a[i]])
  },
  (v, a, _, out, from, to) => {
    for (let i = from; i < to; i++) v[out[i]] = Math.max(v[a[i]], 0)
  },
  (v, a, _, out, from, to) => {
    for (let i = from; i < to; i++) v[out[i]] = v[a[i]] * v[a[i]]
  },
]

const backward = [
  (_v, g, a, b, out, from, to) => {
    for (let i = from; i < to; i++) {
      g[a[i]] += g[out[i]]
      g[b[i]] += g[out[i]]
    }
  },
  (v, g, a, b, out, from, to) => {
    for (let i = from; i < to; i++) {
      const [x, y, up] = [v[a[i]], v[b[i]], g[out[i]]]
      g[a[i]] += up * y
      g[b[i]] += up * x
    }
  },
  (_v, g, a, b, out, from, to) => {
    for (let i = from; i < to; i++) {
      g[a[i]] += g[out[i]]
      g[b[i]] -= g[out[i]]
    }
  },
  (v, g, a, _, out, from, to) => {
    for (let i = from; i < to; i++) g[a[i]] += g[out[i]] * (1 - v[out[i]] * v[out[i]])
  },
  (v, g, a, _, out, from, to) => {
    for (let i = from; i < to; i++) g[a[i]] += v[out[i]] > 0 ? g[out[i]] : 0
  },
  (v, g, a, _, out, from, to) => {
    for (let i = from; i < to; i++) g[a[i]] += 2 * g[out[i]] * v[a[i]]
  },
]

export const limit = ({ inputs, gates }) => {
  const first = inputs.length
  const size = first + gates.length
  const level = new Int32Array(size)
  gates.forEach(([kind, a, b], i) => {
    const second = kinds.indexOf(kind) < 3 ? level[b] : 0
    level[first + i] = Math.max(level[a], second) + 1
  })
  const order = gates
    .map(([kind], i) => ({ i, level: level[first + i], kind: kinds.indexOf(kind) }))
    .sort((x, y) => x.level - y.level || x.kind - y.kind || x.i - y.i)
  // Numbered anew in that order, so that what runs together lies together.
  const place = new Int32Array(size)
  inputs.forEach((_, i) => {
    place[i] = i
  })
  order.forEach(({ i }, at) => {
    place[first + i] = first + at
  })
  const a = Int32Array.from(order, ({ i }) => place[gates[i][1]])
  const b = Int32Array.from(order, ({ i }) => place[gates[i][2]])
  const out = Int32Array.from(order, (_, at) => first + at)
  const groups = []
  order.forEach(({ level, kind }, at) => {
    const last = groups.at(-1)
    if (last && last.level === level && last.kind === kind) last.to = at + 1
    else groups.push({ level, kind, from: at, to: at + 1 })
  })
  const output = place[size - 1]
  const [v, g] = [new Float64Array(size), new Float64Array(size)]
  return () => {
    v.set(inputs)
    g.fill(0)
    for (const { kind, from, to } of groups) forward[kind](v, a, b, out, from, to)
    g[output] = 1
    for (let i = groups.length - 1; i >= 0; i--) {
      const { kind, from, to } = groups[i]
      backward[kind](v, g, a, b, out, from, to)
    }
    return g.subarray(0, first)
  }
}

// The programs that are measured, the same every time.

/** Numbers from 0 to 1 (Park and Miller 1988). */
export const numbersFrom = (seed) => {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

/** One expression of so many operators: + − · ÷ in equal parts, and every tenth a call of exp, sin or tanh. */
export const expression = (operators, seed = 3) => {
  const next = numbersFrom(seed)
  const parts = ['x']
  for (let i = 0; i < operators; i++) {
    const name = 'abcdefgh'[Math.floor(next() * 8)]
    const operand =
      i % 10 === 9 ? `${['exp', 'sin', 'tanh'][i % 3]}(${name})` : next() < 0.2 ? '2.5' : `${name}${i % 40}`
    parts.push('+-*/'[Math.floor(next() * 4)], operand)
  }
  return parts.join(' ')
}

/** A tenth inputs; the rest are gates of two operands from anywhere above: 1,000 nodes have 1,800 edges. */
export const randomDag = (nodes, seed = 7) => {
  const next = numbersFrom(seed)
  const inputs = Math.floor(nodes / 10)
  const lines = Array.from({ length: inputs }, (_, i) => `n${i} = ${(2 * next() - 1).toFixed(2)}`)
  for (let i = inputs; i < nodes; i++) {
    const [a, b] = [Math.floor(next() * i), Math.floor(next() * i)]
    lines.push(`n${i} = n${a} ${next() < 0.5 ? '+' : '*'} n${b}`)
  }
  return lines.join('\n')
}

/** 2 to 8 inputs and 5 to 60 gates; operands half from anywhere above, half from the last five. */
export const smallDag = (seed) => {
  const next = numbersFrom(seed * 7919 + 1)
  next()
  const inputs = 2 + Math.floor(next() * 7)
  const gates = 5 + Math.floor(next() * 56)
  const names = Array.from({ length: inputs }, (_, i) => `x${i}`)
  const lines = names.map((name, i) => `${name} = ${i + 1}`)
  const pick = () =>
    next() < 0.5
      ? names[Math.floor(next() * names.length)]
      : names[names.length - 1 - Math.floor(next() * Math.min(5, names.length))]
  for (let i = 0; i < gates; i++) {
    const [a, b] = [pick(), pick()]
    lines.push(next() < 0.25 ? `g${i} = tanh(${a})` : `g${i} = ${a} ${next() < 0.5 ? '+' : '*'} ${b}`)
    names.push(`g${i}`)
  }
  return lines.join('\n')
}

/** What the engines run. */
export const mixture =
  'add 40 %, mul 35 %, sub 10 %, relu 10 %, tanh 3 %, square 2 %; operands from the last 500, and what has grown beyond 3 is multiplied by an input below ½'

/** Gates of that mixture as plain data: `[kind, a, b]`, operands by number, the inputs first. */
export const mixed = (gates, seed = 5) => {
  const next = numbersFrom(seed)
  const inputs = Array.from({ length: 50 }, () => Math.round((next() - 0.5) * 100) / 100)
  const values = [...inputs]
  const made = []
  const kinds = {
    add: (x, y) => x + y,
    mul: (x, y) => x * y,
    sub: (x, y) => x - y,
    relu: (x) => Math.max(0, x),
    tanh: Math.tanh,
    square: (x) => x * x,
  }
  const bounds = { add: 0.4, mul: 0.75, sub: 0.85, relu: 0.95, tanh: 0.98, square: 1 }
  const kindAt = (share) => Object.keys(bounds).find((kind) => share < bounds[kind]) ?? 'add'
  const make = (kind, a, b) => {
    made.push([kind, a, b])
    values.push(kinds[kind](values[a], values[b]))
  }
  /** Most of the last are used: what nobody uses does not reach the output. */
  const unused = []
  const pick = () => {
    const last = unused.length > 250 ? unused.shift() : undefined
    return last ?? values.length - 1 - Math.floor(next() * Math.min(500, values.length))
  }
  while (made.length < gates - 300) {
    const [share, a, b] = [next(), pick(), pick()]
    if (Math.abs(values[a]) > 3) make('mul', a, Math.floor(next() * inputs.length))
    else make(kindAt(share), a, b)
    unused.push(values.length - 1)
  }
  let sum = values.length - 1
  for (const each of unused) {
    if (made.length >= gates || each === sum) continue
    make('add', sum, each)
    sum = values.length - 1
  }
  return { inputs, gates: made }
}

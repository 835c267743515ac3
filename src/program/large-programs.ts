import { numbersFrom } from '../lib/random'

/** Test material: texts of large circuits, the same every time. */

/** A tenth inputs, the rest gates of two operands, taken from anywhere above; all come together in `out`. */
export const randomText = (wires: number, seed = 7): string => {
  const next = numbersFrom(seed)
  const names: string[] = []
  const unused = new Set<string>()
  const lines = Array.from({ length: Math.floor(wires / 10) }, (_, i) => {
    names.push(`x${i}`)
    unused.add(`x${i}`)
    return `x${i} = ${(2 * next() - 1).toFixed(2)}`
  })
  const pick = (): string => {
    const name = names[Math.floor(next() * names.length)] as string
    unused.delete(name)
    return name
  }
  for (let i = 0; names.length + unused.size < wires; i++) {
    const [a, b] = [pick(), pick()]
    const kind = next()
    lines.push(`g${i} = ${kind < 0.6 ? `${a} + ${b}` : kind < 0.9 ? `${a} * ${b}` : `tanh(${a} - ${b})`}`)
    names.push(`g${i}`)
    unused.add(`g${i}`)
  }
  // Added up in fours, and those in fours again.
  let loose = [...unused]
  for (let round = 0; loose.length > 1; round++) {
    const sums: string[] = []
    for (let i = 0; i < loose.length; i += 4) {
      const name = loose.length <= 4 ? 'out' : `s${round}_${sums.length}`
      lines.push(`${name} = ${loose.slice(i, i + 4).join(' + ')}`)
      sums.push(name)
    }
    loose = sums
  }
  return lines.join('\n')
}

/** One input, and a gate behind the other, two in each line. */
export const chainText = (gates: number): string =>
  [
    'x = 0.5',
    ...Array.from({ length: gates / 2 }, (_, i) => `g${i} = tanh(${i === 0 ? 'x' : `g${i - 1}`} * 1.01)`),
  ].join('\n')

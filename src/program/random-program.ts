import { compileFunction } from 'node:vm'
import fc from 'fast-check'
import { gates } from '../gates/index'

/** Test material: random programs as text, each with the same arithmetic in JavaScript, which knows nothing of ours. */
export type RandomProgram = {
  readonly source: string
  /** By input: its name in `evaluate`, and its number. */
  readonly inputs: readonly { readonly name: string; readonly value: number }[]
  readonly compute: (inputs: readonly number[]) => number
}

/** One expression, written for us and for JavaScript. */
type Piece = { readonly ours: string; readonly js: string; readonly value: number }
/** How a gate may be written; `x`, `y` and `z` are operands, `c` is a constant. */
type Form = { readonly ours: string; readonly js: string }

const reference = {
  ...Object.fromEntries(
    Object.getOwnPropertyNames(Math).map((name) => [name, Math[name as keyof Math]] as const),
  ),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  relu: (x: number) => Math.max(x, 0),
  softplus: (x: number) => Math.log(1 + Math.exp(x)),
  own0: (t: number) => t / (1 + t * t),
  own1: (t: number, u: number) => Math.sin(t) * u - t / (1 + t * t) + t,
}

const own = ['own0(t) = t / (1 + t^2)', 'def own1(t, u): return sin(t) u - own0(t) + t']

const js = (ours: string): string => ours.replace(/\b([a-z]\w*)\(/g, 'given.$1(').replaceAll('^', '**')
const form = (ours: string, asJs = js(ours)): Form => ({ ours, js: asJs })

/** Every gate of the catalogue by its formula, and other ways of writing them. */
const forms: readonly Form[] = [
  ...[...gates.values()].map((gate) => form(gate.formula)),
  form('c - x'),
  form('x - c'),
  form('c / x'),
  form('-x', '-(x)'),
  form('c x', 'c * x'),
  form('x²', 'x ** 2'),
  form('√x', 'given.sqrt(x)'),
  form('σ(x)', 'given.sigmoid(x)'),
  form('square(x)', 'x ** 2'),
  form('math.exp(x)', 'given.exp(x)'),
  form('np.maximum(c, x)', 'given.max(c, x)'),
  form('min(x, c)'),
  form('max(x, y, z)'),
  form('(x + y) z', '(x + y) * z'),
  form('-x^2 + y', '-(x ** 2) + y'),
  form('x - y - z', '(x - y) - z'),
  form('x / y / z', '(x / y) / z'),
  form('x × y − z · c', 'x * y - z * c'),
  form('own0(x)'),
  form('own1(x, y)'),
]

const constants = ['2', '3', '0.5', '1.5', '1', '4', '(-2)', '(-1)', '(-0.5)', '(1/3)', '2.5e-1']
const fill = (text: string, parts: ReadonlyMap<string, string>): string =>
  text.replace(/\b[xyzc]\b/g, (letter) => parts.get(letter) ?? letter)
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T
const sound = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= 20

const evaluators = new Map<string, (...values: readonly number[]) => number>()
const evaluatorOf = (text: string): ((...values: readonly number[]) => number) => {
  const known = evaluators.get(text)
  if (known) return known
  const made = compileFunction(`return ${text}`, ['given', 'x', 'y', 'z']).bind(null, reference)
  evaluators.set(text, made)
  return made
}

/** The value at these operands; null where it is none, is large, is steep, or would be so close by. */
const valueAt = (text: string, at: readonly number[]): number | null => {
  const compute = evaluatorOf(text)
  const value = compute(...at)
  const around = at.flatMap((_, i) =>
    [-1e-3, 1e-3].map((by) => compute(...at.map((x, k) => (k === i ? x + by : x)))),
  )
  return sound(value) && around.every((next) => Math.abs(next - value) < 0.02) ? value : null
}

type Choice = { readonly [key in 'form' | 'x' | 'y' | 'z' | 'c' | 'into']: number } & {
  readonly inline: boolean
}
type Plan = {
  readonly values: readonly number[]
  readonly list: readonly number[]
  readonly choices: readonly Choice[]
  readonly ending: number
  readonly separator: string
}

const write = ({ values, list, choices, ending, separator }: Plan): RandomProgram => {
  const lines = [...own, ...values.map((value, i) => `x${i} = ${value}`)]
  if (list.length > 0) lines.push(`w = [${list.join(', ')}]`)
  const numbers = [...values, ...list]
  const names = [...values.map((_, i) => `x${i}`), ...list.map((_, i) => `w[${i}]`)]
  const jsNames = numbers.map((_, i) => `v${i}`)
  const steps: string[] = []
  const pieces: Piece[] = numbers.map((value, i) => ({
    ours: names[i] as string,
    js: jsNames[i] as string,
    value,
  }))
  const again = new Set<string>()

  const tried = (wanted: Form, operands: readonly Piece[], c: string): Piece | null => {
    const parts = (of: 'ours' | 'js') =>
      new Map(
        [...'xyz'].map((letter, i) => [letter, operands[i]?.[of] ?? '']).concat([['c', c]]) as [
          string,
          string,
        ][],
      )
    const value = valueAt(
      fill(wanted.js, new Map([['c', c]])),
      operands.map((operand) => operand.value),
    )
    return value === null
      ? null
      : { ours: fill(wanted.ours, parts('ours')), js: fill(wanted.js, parts('js')), value }
  }
  /** Between ½ and 2½, where every gate has a value. */
  const tamed = (piece: Piece): Piece => ({
    ours: `(sin(${piece.ours}) + 1.5)`,
    js: `(given.sin(${piece.js}) + 1.5)`,
    value: Math.sin(piece.value) + 1.5,
  })
  const named = (name: string, piece: Piece): void => {
    lines.push(`${name} = ${piece.ours}`)
    const jsName = `v${numbers.length + steps.length}`
    steps.push(`const ${jsName} = ${piece.js}`)
    // What the name stood for until now can no longer be written.
    const stale = new RegExp(`(?<![\\wθ])${name}(?![\\wθ])`)
    for (let i = pieces.length - 1; i >= 0; i--)
      if (stale.test((pieces[i] as Piece).ours)) pieces.splice(i, 1)
    pieces.push({ ours: name, js: jsName, value: piece.value })
    if (names.includes(name)) again.add(name)
  }

  for (const choice of choices) {
    const operands = [choice.x, choice.y, choice.z].map((at) => pick(pieces, at))
    const c = pick(constants, choice.c)
    const wanted = pick(forms, choice.form)
    const piece = tried(wanted, operands, c) ?? tried(wanted, operands.map(tamed), c)
    if (!piece) continue
    if (choice.inline && piece.ours.length < 80)
      pieces.push({ ours: `(${piece.ours})`, js: `(${piece.js})`, value: piece.value })
    else
      named(pick(['q', 'r', 'h2', 'x0', 'θ', 'constructor'], choice.into), { ...piece, js: `(${piece.js})` })
  }

  const whole = pieces.slice(-4)
  const sum = {
    ours: whole.map((piece) => piece.ours).join(' + '),
    js: whole.map((piece) => piece.js).join(' + '),
  }
  lines.push(pick([`f = ${sum.ours}`, sum.ours, `f(x0, q) = ${sum.ours}`], ending))
  const body = [...steps, `return ${sum.js}`].join('\n')
  const run = compileFunction(body, ['given', ...jsNames])
  return {
    source: lines.join(separator),
    inputs: numbers.map((value, i) => {
      const name = names[i] as string
      return { name: again.has(name) ? `${name}@1` : name, value }
    }),
    compute: (inputs) => run(reference, ...inputs) as number,
  }
}

const number = fc.integer({ min: -300, max: 300 }).map((n) => n / 100)

/** Programs with forks, shadowed names, lists, folds, gates of one's own, and every gate of the catalogue. */
export const randomProgram: fc.Arbitrary<RandomProgram> = fc
  .record({
    values: fc.array(number, { minLength: 1, maxLength: 4 }),
    list: fc.array(number, { maxLength: 3 }),
    choices: fc.array(
      fc.record({
        form: fc.nat(10_000),
        x: fc.nat(10_000),
        y: fc.nat(10_000),
        z: fc.nat(10_000),
        c: fc.nat(10_000),
        into: fc.nat(10_000),
        inline: fc.boolean(),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    ending: fc.nat(2),
    separator: fc.constantFrom('\n', '; ', '\r\n'),
  })
  .map(write)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gateNamed, gates, grammar } from '../gates/index'
import { parse } from '../language/parse'
import { scan } from '../language/scan'
import { type Span, spanOf } from '../lib/result'
import { compile, evaluate } from './derive'
import { gallery } from './gallery'
import { insertGate, type Offer, palette } from './palette'
import { randomProgram } from './random-program'

const offered = (label: string): Offer => {
  const offer = palette.find((each) => each.label === label)
  if (!offer) throw new Error(`no offer ${label}`)
  return offer
}

describe('the palette', () => {
  test('has every gate as it is written, once', () => {
    expect(palette.map((offer) => offer.label)).toEqual(
      [
        ['x + y', 'x - y', 'x * y', 'x / y', 'x ** y', '-x', 'square(x)'],
        ['exp(x)', 'log(x)', 'sqrt(x)', 'sin(x)', 'cos(x)', 'tan(x)', 'tanh(x)', 'sigmoid(x)', 'softplus(x)'],
        ['max(x, y)', 'min(x, y)', 'relu(x)', 'abs(x)'],
      ].flat(),
    )
  })

  test('leaves out only gates that nobody writes', () => {
    const keys = new Set(palette.map((offer) => offer.gate))
    const left = [...gates.keys()].filter((key) => !keys.has(key))
    expect(left).toEqual(['shift', 'quotient', 'reciprocal', 'exponential'])
  })

  test.each([
    ['x + y', 'x + y'],
    ['x ** y', 'x ** y or x ^ y'],
    ['-x', '-x'],
    ['sigmoid(x)', 'sigmoid(x) or σ(x)'],
    ['sqrt(x)', 'sqrt(x) or √x'],
    ['max(x, y)', 'max(x, y, …) or maximum(x, y, …)'],
  ])('%s is written %s', (label, signature) => {
    expect(offered(label).signature).toBe(signature)
  })

  test.each([
    ['x * y', '∂/∂x = y, ∂/∂y = x. A product swaps: each input gets what arrives times the other input.'],
    ['x / y', '∂/∂x = 1 / y, ∂/∂y = -x / y ** 2. A quotient'],
    ['-x', '∂/∂x = -1. What arrives is scaled'],
    ['square(x)', '∂/∂x = 2 * x ** (2 - 1). The slope of a power'],
    ['sigmoid(x)', '∂/∂x = out * (1 - out). Its slope can be read'],
    ['max(x, y)', '∂/∂x = 1 if x > y, else 0; ∂/∂y = 1 if y > x, else 0. max routes'],
    ['abs(x)', '∂/∂x = the sign of x. Right of 0'],
  ])('the rule of %s is %s', (label, rule) => {
    expect(offered(label).rule).toContain(rule)
  })

  test.each(palette.map((offer) => [offer.label, offer] as const))('%s makes its gate', (label, offer) => {
    const compiled = compile(`f = ${label}`)
    if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
    const made = compiled.value.circuit.wires.at(-1)?.maker
    expect(made?.kind === 'gate' && made.gate).toBe(gateNamed(offer.gate))
    for (const way of offer.signature.replaceAll(', …', '').split(' or '))
      expect(evaluate(`x = 0.5; y = 0.25; f = ${way}`)).toEqual(evaluate(`x = 0.5; y = 0.25; f = ${label}`))
  })
})

/** `|` is the caret, or each end of the selection. */
const marked = (text: string): { source: string; selection: Span } => {
  const from = text.indexOf('|')
  const to = text.lastIndexOf('|')
  return { source: text.replaceAll('|', ''), selection: { from, to: to > from ? to - 1 : from } }
}
const mark = ({ source, selection: { from, to } }: { source: string; selection: Span }): string =>
  from === to
    ? `${source.slice(0, from)}|${source.slice(to)}`
    : `${source.slice(0, from)}|${source.slice(from, to)}|${source.slice(to)}`
const put = (text: string, label: string): string => {
  const { source, selection } = marked(text)
  return mark(insertGate(source, selection, offered(label)))
}

describe('a gate put at the caret', () => {
  test.each([
    ['|', 'sigmoid(x)', 'sigmoid(|x|)'],
    ['f = |', 'x + y', 'f = |x| + y'],
    ['f = |', '-x', 'f = -|x|'],
    ['f = |', 'max(x, y)', 'f = max(|x|, y)'],
    ['f = 2 * |', 'square(x)', 'f = 2 * square(|x|)'],
    ['f = (|)', 'x * y', 'f = (|x| * y)'],
    ['f = z|', 'exp(x)', 'f = z exp(|x|)'],
    ['f = 2|', 'exp(x)', 'f = 2 exp(|x|)'],
    ['f = 2.|', 'x * y', 'f = 2. |x| * y'],
    ['f = |z', 'x + y', 'f = |x| + y z'],
    ['f = |2', '-x', 'f = -|x| 2'],
    ['f = |(z)', 'x + y', 'f = |x| + y (z)'],
    ['f = |z', 'exp(x)', 'f = exp(|x|)z'],
    ['f = z|', '-x', 'f = z-|x|'],
    ['f =|  |+ 1', 'exp(x)', 'f =exp(|x|)  + 1'],
    ['f = x |# so|', '-x', 'f = x -|x|# so'],
  ])('%s with %s is %s', (text, label, expected) => {
    expect(put(text, label)).toBe(expected)
  })
})

describe('a gate put round what is selected', () => {
  test.each([
    ['f = |x + z|', 'sigmoid(x)', 'f = sigmoid(x + z)|'],
    ['f = |x + z|', 'max(x, y)', 'f = max(x + z, |y|)'],
    ['f = |x + z|', 'x * y', 'f = (x + z) * |y|'],
    ['f = |x * z|', 'x + y', 'f = x * z + |y|'],
    ['f = |x * z|', 'x / y', 'f = x * z / |y|'],
    ['f = |x - z|', 'x - y', 'f = x - z - |y|'],
    ['f = |2x|', 'x ** y', 'f = (2x) ** |y|'],
    ['f = |x ** z|', 'x ** y', 'f = (x ** z) ** |y|'],
    ['f = |x²|', 'x ** y', 'f = (x²) ** |y|'],
    ['f = |x²|', 'x * y', 'f = x² * |y|'],
    ['f = |-2|', 'x ** y', 'f = (-2) ** |y|'],
    ['f = |x ** 2|', '-x', 'f = -x ** 2|'],
    ['f = |x * 2|', '-x', 'f = -(x * 2)|'],
    ['f = |x|', '-x', 'f = -x|'],
    ['f = |(x + z)|', 'x * y', 'f = (x + z) * |y|'],
    ['f = |(x) + (z)|', 'x * y', 'f = ((x) + (z)) * |y|'],
    ['f = |exp(x) + (z)|', 'x * y', 'f = (exp(x) + (z)) * |y|'],
    ['f = |exp(x)|', 'x ** y', 'f = exp(x) ** |y|'],
    ['f = |math.exp(x)|', 'x ** y', 'f = math.exp(x) ** |y|'],
    ['f = 2 * math.|exp(x)|', 'x + y', 'f = 2 * (math.exp(x) + |y|)'],
    ['f = 2 * math.|exp(x)|', 'exp(x)', 'f = 2 * exp(math.exp(x))|'],
    ['w = [1]; f = |w[0]|', 'x ** y', 'w = [1]; f = w[0] ** |y|'],
    ['f = max(|x|, z)', 'x + y', 'f = max(x + |y|, z)'],
    ['f = (|x|) * 2', 'x + y', 'f = (x + |y|) * 2'],
    ['f = |x| * 2', 'x + y', 'f = (x + |y|) * 2'],
    ['f = 2 - |x|', 'x + y', 'f = 2 - (x + |y|)'],
    ['f = 2 + |x|', 'x * y', 'f = 2 + x * |y|'],
    ['f = 2|x|', 'x + y', 'f = 2(x + |y|)'],
    ['f = |2|x', 'x + y', 'f = (2 + |y|)x'],
    ['f = 2|x|', 'x ** y', 'f = 2x ** |y|'],
    ['f = |2|x', '-x', 'f = -2|x'],
    ['f = |x| ** 2', '-x', 'f = (-x)| ** 2'],
    ['f = 2 ** |x|', '-x', 'f = 2 ** -x|'],
    ['f = 2 ** |x|', 'exp(x)', 'f = 2 ** exp(x)|'],
    ['f = |x|²', 'x * y', 'f = (x * |y|)²'],
    ['f = 2|x|', 'exp(x)', 'f = 2 exp(x)|'],
    ['f =| x + z | # so', 'x * y', 'f = (x + z) * |y|  # so'],
    ['f = |x + z # so|', 'x * y', 'f = (x + z) * |y| # so'],
    ['f = |x +| z', 'x * y', 'f = (x +) * |y| z'],
    ['|x = 1; z = 2|', 'x * y', '(x = 1; z = 2) * |y|'],
    ['f = (|x + # so\n z|)', 'x * y', 'f = ((x + # so\n z) * |y|)'],
    ['f = max(|x,\n z|)', 'sigmoid(x)', 'f = max(sigmoid(x,\n z)|)'],
    ['f = (x|', 'x * y', 'f = (x |x| * y'],
    ['f = (|x|', 'x * y', 'f = (x * |y|'],
    ['|x + z|', 'x * y', '(x + z) * |y|'],
    ['s(t) = |t|² ; f = s(x)', 'x + y', 's(t) = (t + |y|)² ; f = s(x)'],
  ])('%s with %s is %s', (text, label, expected) => {
    expect(put(text, label)).toBe(expected)
  })
})

const any = fc.constantFrom(...palette)
const sources = fc.oneof(
  fc.constantFrom(...gallery.map((example) => example.source)),
  randomProgram.map((program) => program.source),
)
const places: ReadonlySet<string> = new Set(['from', 'to'])
const treeOf = (source: string): string =>
  JSON.stringify(parse(source, grammar).statements, (key, value) => (places.has(key) ? undefined : value))

test('at the caret, it runs into nothing: the tokens round it stay what they were', () => {
  const textOf = (source: string) => scan(source).tokens.map((token) => token.text)
  fc.assert(
    fc.property(sources, fc.nat(), any, (source, which, offer) => {
      const { tokens, comments } = scan(source)
      const at = which % (tokens.length + 1)
      const offset = tokens[at]?.span.from ?? source.length
      if (comments.some((comment) => comment.to === offset)) return
      const { source: after, selection } = insertGate(source, { from: offset, to: offset }, offer)
      const before = textOf(source)
      expect(textOf(after)).toEqual([...before.slice(0, at), ...textOf(offer.label), ...before.slice(at)])
      expect(after.slice(selection.from, selection.to)).toBe('x')
    }),
  )
})

const written = ({ gate, template }: Offer, first: string): string => {
  if (template.form === 'infix') return `${first} ${template.symbol} y`
  if (template.form === 'prefix') return `${template.symbol}${first}`
  return `${template.names[0]}(${[first, ...gateNamed(gate).ports.slice(1)].join(', ')})`
}

test('round any part of an expression, it takes that part for its operand and nothing else changes', () => {
  fc.assert(
    fc.property(sources, fc.nat(), any, (source, which, offer) => {
      const spots = parse(source, grammar).statements.flatMap((line) => {
        if (line.kind === 'assign') return line.assignments.flatMap(({ value }) => value)
        return line.kind === 'express' ? line.value : line.kind === 'define' ? line.body : []
      })
      const span = spanOf(spots[which % spots.length] as Span)
      const module = ['math.', 'np.'].find((text) => source.slice(0, span.from).endsWith(text)) ?? ''
      const [from, to] = [span.from - module.length, span.to]
      const whole = written(offer, `(${source.slice(from, to)})`)
      const expected = `${source.slice(0, from)} (${whole}) ${source.slice(to)}`
      expect(treeOf(insertGate(source, span, offer).source)).toBe(treeOf(expected))
    }),
    { numRuns: 200 },
  )
})

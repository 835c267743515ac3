import { expect, test } from 'vitest'
import { placedIn } from '../layout/place'
import { edgeAt, shareAt } from '../pass/backward'
import { knownAt, storyOf } from '../pass/story'
import { compileAnew, passOf } from '../program/derive'
import { chainText, randomText } from '../program/large-programs'
import { mlp } from '../program/mlp'
import { dotMasses, dotWeights, lineMasses, weightOf } from './mass'
import type { Picture } from './picture'

const pictureOf = (source: string): Picture => {
  const compiled = compileAnew(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const layout = placedIn(circuit, { digits: 2 })
  return {
    circuit,
    pass: passOf(compiled.value),
    layout,
    decimals: 2,
    asked: null,
    pointed: new Set(),
    wants: false,
  }
}

/** All of it, so large on the screen. */
const fitted = ({ layout }: Picture, pixels: number) => {
  const box = layout.places.bounds
  return { box, scale: pixels / Math.max(box.width, box.height) }
}

const edgesOf = ({ layout }: Picture): readonly number[] => Array.from(layout.plan.from, (_, edge) => edge)

const dotsOf = (d: string) =>
  [...d.matchAll(/M(-?\d+),(-?\d+)h0/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

test('where gates are too many for a dot each, every one of them is near a dot', () => {
  const picture = pictureOf(randomText(11_500))
  const { plan, places } = picture.layout
  const { scale } = fitted(picture, 6000)
  const masses = dotMasses(plan.kind.keys(), picture.layout, scale, dotWeights(picture, null))
  const found = masses.flatMap(({ d }) => dotsOf(d))
  expect(found.length).toBeLessThanOrEqual(2500)
  const gates = [...plan.kind.keys()].filter((wire) => plan.half[wire] !== 0)
  expect(gates.length).toBeGreaterThan(found.length)
  // In CSS pixels: 6,000 across and so many dots are about as far apart as a few dozen of them.
  const farthest = gates.map((wire) => {
    const [x, y] = [places.centre[places.columns.of[wire] as number] as number, places.wires[wire] as number]
    return Math.min(...found.map(([dotX, dotY]) => Math.max(Math.abs(dotX - x), Math.abs(dotY - y)) * scale))
  })
  expect(Math.max(...farthest)).toBeLessThan(70)
})

/** Five units that hear one another, fourteen steps long. */
const recurrent = (): string => {
  const five = [0, 1, 2, 3, 4]
  const steps = Array.from({ length: 14 }, (_, t) =>
    five.map((i) => {
      const heard = five.map((j) => `w${i}_${j} * h${j}_${t}`)
      return `h${i}_${t + 1} = tanh(v${i} * x${t} + ${heard.join(' + ')} + b${i})`
    }),
  )
  return [...steps.flat(), `f = ${five.map((i) => `h${i}_14`).join(' + ')}`].join('\n')
}

test.each([
  ['the perceptron', mlp()],
  ['a recurrent net, unrolled,', recurrent()],
])('of %s every use has its line, but for those that look the same', (_, source) => {
  const picture = pictureOf(source)
  const masses = lineMasses(edgesOf(picture), {
    picture,
    known: null,
    fromDots: true,
    window: fitted(picture, 4000),
  })
  const lines = masses.reduce((sum, { d }) => sum + d.split('M').length - 1, 0)
  expect(lines).toBeGreaterThan(0.95 * picture.layout.plan.from.length)
})

test('of too many lines those with the greatest gradients are drawn', () => {
  const picture = pictureOf(randomText(3000))
  const { plan } = picture.layout
  const edges = edgesOf(picture).slice(0, 2800)
  const weights = edges.map((edge) =>
    weightOf(shareAt(picture.pass, edgeAt(picture.pass, plan.by[edge] as never, plan.port[edge] as number))),
  )
  const masses = lineMasses(edges, { picture, known: null, fromDots: true, window: fitted(picture, 20_000) })
  const drawn = new Map(masses.map(({ weight, d }) => [weight, d.split('M').length - 1]))
  const least = Math.min(...drawn.keys())
  expect(least).toBeGreaterThan(Math.min(...weights))
  for (const [weight, count] of drawn) {
    const all = weights.filter((each) => each === weight).length
    if (weight > least) expect(count, `of weight ${weight}`).toBeGreaterThan(0.8 * all)
  }
})

test('of a chain seen from afar the dots show how the gradient fades', () => {
  const picture = pictureOf(chainText(4000))
  const { plan, places } = picture.layout
  const masses = dotMasses(plan.kind.keys(), picture.layout, 0.005, dotWeights(picture, null))
  const middle = ({ d }: { readonly d: string }) =>
    dotsOf(d).reduce((sum, [x]) => sum + x, 0) / dotsOf(d).length / places.bounds.width
  const byWeight = masses.toSorted((a, b) => a.weight - b.weight)
  expect(byWeight.length).toBeGreaterThan(1)
  expect(byWeight.map(middle)).toEqual(byWeight.map(middle).toSorted((a, b) => a - b))
  expect(byWeight.map(({ width }) => width)).toEqual(
    byWeight.map(({ width }) => width).toSorted((a, b) => a - b),
  )
})

test('before a gradient is told, its dot weighs nothing', () => {
  const picture = pictureOf(mlp())
  const { pass, layout } = picture
  const story = storyOf(pass)
  const at = (done: number) =>
    dotMasses(layout.plan.kind.keys(), layout, 0.1, dotWeights(picture, knownAt(pass, story, done)))
  expect(at(story.forward).map(({ weight }) => weight)).toEqual([0])
  const whole = dotMasses(layout.plan.kind.keys(), layout, 0.1, dotWeights(picture, null))
  expect(at(story.length)).toEqual(whole)
  expect(whole.length).toBeGreaterThan(1)
})

test('a line begins at the dot of its gate', () => {
  const picture = pictureOf('x = 2; a = tanh(x); f = exp(a)')
  const { places, plan } = picture.layout
  const edge = plan.from.findIndex((from) => picture.circuit.wires[from]?.names[0] === 'a')
  const [line] = lineMasses([edge], {
    picture,
    known: null,
    fromDots: true,
    window: { box: places.bounds, scale: 1 },
  })
  const column = places.columns.of[plan.from[edge] as number] as number
  expect(line?.d).toMatch(new RegExp(`^M${places.centre[column]},`))
})

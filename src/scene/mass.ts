import type { WireId } from '../circuit/circuit'
import type { Point } from '../layout/layout'
import type { Placed } from '../layout/placed'
import { edgeAt, shareAt } from '../pass/backward'
import { gradientAt, isSent, type Known } from '../pass/story'
import type { Picture } from './picture'
import type { Mass, Window } from './scene'

/**
 * So many lines are drawn at most, and so many dots: of more lines those with the greatest gradients, of more dots such
 * as are far enough apart. Of a circuit with few lines none is left out.
 */
const most = { lines: 1000, dots: 2500 }
const fewLines = 4000
/** Of so many lines at most the gradients are compared: of more, of a part that is the same wherever one looks from. */
const mostCompared = 4000
/** Of a line that is hardly seen, so many points. */
const fewPoints = 3
const bendsSeen = 0.3
/** Two that begin and end within so many CSS pixels are one. */
const cell = 2
/** Widths of lines in CSS pixels, by weight, and what a dot is never smaller than. */
const widths = [0.5, 0.7, 1, 1.6, 2.4] as const
const leastDot = 2.5
/** Of a dot, by weight. */
const dotSizes = [0.9, 0.9, 1, 1.2, 1.4] as const
const dotAcross = 40

/** How much a gradient weighs: by powers of a hundred; 0 for one that is exactly 0. */
export const weightOf = (gradient: number): number => {
  if (gradient === 0) return 0
  if (!Number.isFinite(gradient)) return 4
  const size = Math.log10(Math.abs(gradient))
  return size < -2 ? 1 : size < 0 ? 2 : size < 2 ? 3 : 4
}

/** Spread over all 32 bits: which lines are left out has nothing to do with where they are. */
const scrambled = (n: number): number => {
  const a = Math.imul(n ^ (n >>> 16), 0x45d9f3b)
  const b = Math.imul(a ^ (a >>> 16), 0x45d9f3b)
  return (b ^ (b >>> 16)) >>> 0
}

type Bundle = {
  readonly picture: Picture
  readonly known: Known | null
  readonly window: Window
  /** Lines begin at the dots that stand for gates, or where their wires end. */
  readonly fromDots: boolean
}

/** The lines of these edges, a path for each weight. What lies outside is not drawn: a line may be a hundred windows long. */
export const lineMasses = (
  edges: readonly number[],
  { picture, known, window, fromDots }: Bundle,
): readonly Mass[] => {
  const { scale } = window
  const { layout } = picture
  const paths = widths.map((): string[] => [])
  const taken = new Set<number>()
  let left = layout.plan.from.length <= fewLines ? Number.POSITIVE_INFINITY : most.lines
  for (const { edge, weight } of strongestFirst(edges, picture, known)) {
    if (left === 0) break
    const line = lineOf(layout, edge, { window, fromDots })
    if (line.d === '' || taken.has(line.place)) continue
    taken.add(line.place)
    left -= 1
    paths[weight]?.push(line.d)
  }
  return paths.flatMap((d, weight): readonly Mass[] =>
    d.length === 0
      ? []
      : [
          {
            key: `lines ${weight}`,
            of: 'lines',
            d: d.join(''),
            width: (widths[weight] as number) / scale,
            weight,
          },
        ],
  )
}

type Weighed = { readonly edge: number; readonly weight: number }

/** By what their gradients weigh, as far as they are told; among equals by lot, which is always the same. */
const strongestFirst = (
  edges: readonly number[],
  { pass, layout: { plan } }: Picture,
  known: Known | null,
): readonly Weighed[] => {
  // Halved until few enough are left: looking from a little further away leaves out some more, and changes no other.
  let threshold = 2 ** 32
  while (edges.length * (threshold / 2 ** 32) > mostCompared) threshold /= 2
  const found: (Weighed & { readonly lot: number })[] = []
  for (const edge of edges) {
    const lot = scrambled(edge)
    if (lot >= threshold) continue
    const by = plan.by[edge] as WireId
    const port = plan.port[edge] as number
    const isTold = known === null || isSent(pass, known, by, port)
    const weight = isTold ? weightOf(shareAt(pass, edgeAt(pass, by, port))) : 0
    found.push({ edge, weight, lot })
  }
  return found.sort((a, b) => b.weight - a.weight || a.lot - b.lot)
}

/**
 * A line, as far as it is in the window, to the tenth of a pixel, and a number that is the same for lines that look the
 * same; from afar without the bends that nobody sees.
 */
const lineOf = (
  { plan, places }: Placed,
  edge: number,
  { window: { box, scale }, fromDots }: Pick<Bundle, 'window' | 'fromDots'>,
): { readonly d: string; readonly place: number } => {
  const { points, lineAt } = places
  const first = lineAt[edge] as number
  const last = (lineAt[edge + 1] as number) - 1
  const from = plan.from[edge] as number
  const fine = 10 * scale
  const put = (x: number, y: number): string =>
    `${Math.round(x * fine) / fine},${Math.round(y * fine) / fine}`
  const stride = scale < bendsSeen ? Math.max(1, Math.floor((last - first) / (fewPoints - 1))) : 1
  const isOnTrunk = (places.via[edge] as number) >= 0
  const across = plan.half[from] === 0 ? places.start : places.centre
  let [x, y] = (
    isOnTrunk || !fromDots
      ? [points[2 * first], points[2 * first + 1]]
      : [across[places.columns.of[from] as number], places.wires[from]]
  ) as [number, number]
  let d = ''
  let isOpen = false
  for (let i = first; i <= last; i = i < last ? Math.min(last, i + stride) : last + 1) {
    const nextX = points[2 * i] as number
    const nextY = points[2 * i + 1] as number
    const isSeen =
      nextX >= box.x &&
      x <= box.x + box.width &&
      Math.max(y, nextY) >= box.y &&
      Math.min(y, nextY) <= box.y + box.height
    if (isSeen) d += `${isOpen ? '' : `M${put(x, y)}`}L${put(nextX, nextY)}`
    isOpen = isSeen
    x = nextX
    y = nextY
  }
  const ax = points[2 * first] as number
  const ay = points[2 * first + 1] as number
  const near = (n: number): number => Math.round((n * scale) / cell)
  const place = scrambled(scrambled(near(ax) * 73856093 + near(ay)) ^ (near(x) * 19349663 + near(y)))
  return { d, place }
}

/**
 * The gates of these wires as dots, a path for each weight: where they are too many, one for several that are near each
 * other, with the greatest of their gradients. Without weights all of them are alike.
 */
export const dotMasses = (
  wires: Iterable<number>,
  layout: Placed,
  scale: number,
  weightOf: (wire: number) => number = () => 2,
): readonly Mass[] => {
  const gates = Array.from(wires).filter((wire) => layout.plan.half[wire] !== 0)
  let dots = dotsIn(gates, layout, scale / cell, weightOf)
  for (let apart = 2 * cell; dots.firsts.length > most.dots; apart *= 2)
    dots = dotsIn(gates, layout, scale / apart, weightOf)
  const paths = dotSizes.map((): string[] => [])
  dots.firsts.forEach((wire, dot) => {
    paths[dots.weights[dot] as number]?.push(dotAt(layout, wire))
  })
  return paths.flatMap((d, weight): readonly Mass[] => {
    const width = (dotSizes[weight] as number) * Math.max(dotAcross, leastDot / scale)
    return d.length === 0 ? [] : [{ key: `dots ${weight}`, of: 'dots', d: d.join(''), width, weight }]
  })
}

/** What the gradient of a gate's wire weighs: nothing, as long as it is not told. */
export const dotWeights =
  ({ pass }: Picture, known: Known | null) =>
  (wire: number): number =>
    known === null || gradientAt(pass, known, wire as WireId) === 'whole'
      ? weightOf(pass.gradients[wire] as number)
      : 0

const dotAt = ({ places }: Placed, wire: number): string =>
  `M${Math.round(places.centre[places.columns.of[wire] as number] as number)},${Math.round(places.wires[wire] as number)}h0`

type Dots = { readonly firsts: readonly number[]; readonly weights: readonly number[] }

/** Of each cell of a grid the first gate, and the greatest weight of all; so much of a cell is a unit. */
const dotsIn = (
  gates: readonly number[],
  { places }: Placed,
  unit: number,
  weightOf: (wire: number) => number,
): Dots => {
  const dotOf = new Map<number, number>()
  const firsts: number[] = []
  const weights: number[] = []
  for (const wire of gates) {
    const x = places.centre[places.columns.of[wire] as number] as number
    const y = places.wires[wire] as number
    const place = Math.round(x * unit) * 1_000_003 + Math.round(y * unit)
    const weight = weightOf(wire)
    const dot = dotOf.get(place)
    if (dot === undefined) {
      dotOf.set(place, firsts.length)
      firsts.push(wire)
      weights.push(weight)
    } else if (weight > (weights[dot] as number)) weights[dot] = weight
  }
  return { firsts, weights }
}

/** A ring round what is at work or asked about, as large on screen however far away one is; radius and line in CSS pixels. */
export const beaconAt = (key: string, { x, y }: Point, scale: number, { radius, line } = beacon): Mass => {
  const r = Math.round((10 * radius) / scale) / 10
  const d = `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`
  return { key, of: 'beacon', d, width: line / scale, weight: 4 }
}
const beacon = { radius: 9, line: 3 }

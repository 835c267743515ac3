import type { WireId } from '../circuit/circuit'
import type { Placed } from '../layout/placed'
import { edgeAt, shareAt } from '../pass/backward'
import { isSent, type Known } from '../pass/story'
import type { Picture } from './picture'
import type { Mass, Window } from './scene'

/** So many lines are drawn at most, and so many dots; of more, a part that is the same wherever one looks from. */
const most = { lines: 300, dots: 2500 }
/** Of a line that is hardly seen, so many points. */
const fewPoints = 3
const bendsSeen = 0.3
/** Two that begin and end within so many CSS pixels are one. */
const cell = 2
/** Widths of lines in CSS pixels, by weight, and what a dot is never smaller than. */
const widths = [0.5, 0.7, 1, 1.6, 2.4] as const
const leastDot = 2.5
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

type Bundle = { readonly picture: Picture; readonly known: Known | null; readonly window: Window }

/** The lines of these edges, a path for each weight. What lies outside is not drawn: a line may be a hundred windows long. */
export const lineMasses = (edges: readonly number[], { picture, known, window }: Bundle): readonly Mass[] => {
  const { pass, layout } = picture
  const { plan } = layout
  const { scale } = window
  // Halved until few enough are left: looking from a little further away leaves out some more, and changes no other.
  let threshold = 2 ** 32
  while (edges.length * (threshold / 2 ** 32) > 2 * most.lines) threshold /= 2
  const paths = widths.map((): string[] => [])
  const taken = new Set<number>()
  let drawn = 0
  for (const edge of edges) {
    if (drawn >= most.lines) break
    if (scrambled(edge) >= threshold) continue
    const line = lineOf(layout, edge, window)
    if (line.d === '' || taken.has(line.place)) continue
    taken.add(line.place)
    drawn += 1
    const by = plan.by[edge] as WireId
    const port = plan.port[edge] as number
    const isTold = known === null || isSent(pass, known, by, port)
    const share = shareAt(pass, edgeAt(pass, by, port))
    paths[isTold ? weightOf(share) : 0]?.push(line.d)
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

/**
 * A line, as far as it is in the window, to the tenth of a pixel, and a number that is the same for lines that look the
 * same; from afar without the bends that nobody sees.
 */
const lineOf = (
  { plan, places }: Placed,
  edge: number,
  { box, scale }: Window,
): { readonly d: string; readonly place: number } => {
  const { points, lineAt } = places
  const [first, last] = [lineAt[edge] as number, (lineAt[edge + 1] as number) - 1]
  const from = plan.from[edge] as number
  const fine = 10 * scale
  const put = (x: number, y: number): string =>
    `${Math.round(x * fine) / fine},${Math.round(y * fine) / fine}`
  const stride = scale < bendsSeen ? Math.max(1, Math.floor((last - first) / (fewPoints - 1))) : 1
  const isOnTrunk = (places.via[edge] as number) >= 0
  let [x, y] = (
    isOnTrunk
      ? [points[2 * first], points[2 * first + 1]]
      : [places.start[places.columns.of[from] as number], places.wires[from]]
  ) as [number, number]
  let d = ''
  let isOpen = false
  for (let i = first; i <= last; i = i < last ? Math.min(last, i + stride) : last + 1) {
    const [nextX, nextY] = [points[2 * i] as number, points[2 * i + 1] as number]
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
  const [ax, ay] = [points[2 * first] as number, points[2 * first + 1] as number]
  const near = (n: number): number => Math.round((n * scale) / cell)
  const place = scrambled(scrambled(near(ax) * 73856093 + near(ay)) ^ (near(x) * 19349663 + near(y)))
  return { d, place }
}

/** The gates of these wires as dots. */
export const dotMass = (
  wires: Iterable<number>,
  { plan, places }: Placed,
  scale: number,
): readonly Mass[] => {
  const taken = new Set<number>()
  const width = Math.max(dotAcross, leastDot / scale)
  let d = ''
  let drawn = 0
  for (const wire of wires) {
    if (plan.half[wire] === 0 || drawn >= most.dots) continue
    const x = places.centre[places.columns.of[wire] as number] as number
    const y = places.wires[wire] as number
    const place = Math.round((x * scale) / cell) * 1_000_003 + Math.round((y * scale) / cell)
    if (taken.has(place)) continue
    taken.add(place)
    drawn += 1
    d += `M${Math.round(x)},${Math.round(y)}h0`
  }
  return d === '' ? [] : [{ key: 'dots', of: 'dots', d, width, weight: 2 }]
}

import type { Page } from '@playwright/test'
import type { Box as LayoutBox } from '../../src/layout/layout'
import { picture } from './app'

type Point = { readonly x: number; readonly y: number }
export type Side = 'left' | 'right' | 'top' | 'bottom'
/** In CSS pixels of the screen. */
export type Box = { readonly [side in Side]: number }

/** `owner`: the wire, branch or gate it is part of, the same for all its parts. */
export type Text = {
  readonly owner: string
  /** `value`, `gradient`, `share`, `name`, `sign`, `tag`, `sum`: its class. */
  readonly kind: string
  /** What a failing test calls it. */
  readonly called: string
  /** Font size as it appears. */
  readonly size: number
  readonly ink: Box
}
/** A circle, or a pill where it is wider than high. */
export type Body = { readonly owner: string; readonly called: string; readonly box: Box }
export type Line = {
  readonly owner: string
  readonly called: string
  readonly points: readonly Point[]
  readonly width: number
}
export type Shapes = {
  readonly texts: readonly Text[]
  readonly bodies: readonly Body[]
  readonly lines: readonly Line[]
  /** What the layout says the picture covers. */
  readonly bounds: Box
  readonly stage: Box
  /** The sides on which the picture announces that it goes on. */
  readonly beyond: readonly Side[]
}

/** Letters reach below the baseline, digits do not. */
const inDigits: readonly string[] = ['value', 'gradient', 'share', 'tag', 'sum']

/** Touching is allowed: names and digits have a halo. */
const tolerance = 1
const sides: readonly Side[] = ['left', 'right', 'top', 'bottom']

/** Everything drawn, on the screen. `bounds`: the scene's, in its own units. */
export const shapesOf = async (page: Page, bounds: LayoutBox): Promise<Shapes> => {
  const { texts, beyond, ...read } = await picture(page).evaluate(readPicture, bounds)
  return {
    ...read,
    texts: texts.map(({ owner, called, ...placed }) => ({
      owner,
      called,
      kind: placed.kind,
      size: placed.size,
      ink: inkOf(placed),
    })),
    beyond: sides.filter((side) => beyond.includes(side)),
  }
}

type Placed = {
  readonly kind: string
  readonly text: string
  readonly from: Point
  readonly to: Point
  readonly size: number
}

/**
 * The browser's own box of a text is as high as its font, with room for accents: much more than its ink. Ours is
 * counted from the baseline, in em: 0.75 up, as capitals and brackets are, and down 0.15 for numbers and what stands
 * in brackets, 0.22 for what may have a `y`. An asterisk alone, in a gate, hangs above its baseline.
 */
const inkOf = ({ kind, text, from, to, size }: Placed): Box => {
  const lowest = inDigits.includes(kind) ? 0.15 : 0.22
  const down = kind === 'sign' && text === '*' ? -0.38 : lowest
  return { left: from.x, right: to.x, top: from.y - 0.75 * size, bottom: from.y + down * size }
}

/** Runs in the page. */
const readPicture = (svg: Element, bounds: LayoutBox) => {
  const matrixOf = (element: Element): DOMMatrix => {
    const matrix = (element as SVGGraphicsElement).getScreenCTM()
    if (!matrix) throw new Error('not on screen')
    return matrix
  }
  const onScreen = (element: Element, { x, y }: Point): Point => {
    const at = new DOMPoint(x, y).matrixTransform(matrixOf(element))
    return { x: at.x, y: at.y }
  }
  const boxOnScreen = (element: Element, { x, y, width, height }: LayoutBox): Box => {
    const [from, to] = [onScreen(element, { x, y }), onScreen(element, { x: x + width, y: y + height })]
    return { left: from.x, top: from.y, right: to.x, bottom: to.y }
  }
  const camera = svg.querySelector('.camera')
  if (!camera) throw new Error('no picture')
  const scale = matrixOf(camera).a
  const marks = [...svg.querySelectorAll<SVGElement>('.wire, .branch, .gate')]
  const ownerOf = (element: Element): string => `mark ${marks.findIndex((mark) => mark.contains(element))}`
  const calledOf = (element: Element): string => {
    const mark = marks.find((each) => each.contains(element))
    const { wire, branch, gate } = mark?.dataset ?? {}
    return mark ? `${mark.classList[0]} ${wire ?? branch ?? gate}` : 'the picture'
  }

  const written = [...svg.querySelectorAll('text')].filter((text) => text.getNumberOfChars() > 0)
  return {
    texts: written.map((text) => {
      const number = text.closest('.number')
      const kind = number?.classList[1] ?? text.classList[0] ?? text.parentElement?.classList[0] ?? 'text'
      const said = text.textContent
      const what = number?.getAttribute('aria-label')?.split(':')[0] ?? `${kind} of ${calledOf(text)}`
      return {
        owner: ownerOf(text),
        kind,
        called: `${what} (${said})`,
        text: said,
        size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
        from: onScreen(text, text.getStartPositionOfChar(0)),
        to: onScreen(text, text.getEndPositionOfChar(text.getNumberOfChars() - 1)),
      }
    }),
    bodies: [...svg.querySelectorAll('.body > .outline')].map((outline) => ({
      owner: ownerOf(outline),
      called: calledOf(outline),
      box: boxOnScreen(outline, (outline as SVGRectElement).getBBox()),
    })),
    lines: [...svg.querySelectorAll('.line')].map((line) => ({
      owner: ownerOf(line),
      called: calledOf(line),
      points: [...(line.getAttribute('d') ?? '').matchAll(/[ML]([^,]+),([^ML]+)/g)].map(([, x, y]) =>
        onScreen(line, { x: Number(x), y: Number(y) }),
      ),
      width: Number.parseFloat(getComputedStyle(line).strokeWidth) * scale,
    })),
    bounds: boxOnScreen(camera, bounds),
    stage: (({ left, right, top, bottom }) => ({ left, right, top, bottom }))(svg.getBoundingClientRect()),
    beyond: (svg.getAttribute('data-beyond') ?? '').split(' '),
  }
}

/** What lies on what, in sentences. */
export const overlaps = ({ texts, bodies, lines }: Shapes): readonly string[] => [
  ...texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .filter((other) => meet(text.ink, other.ink))
      .map((other) => `${text.called} and ${other.called} overlap`),
  ),
  ...texts.flatMap((text) =>
    bodies
      .filter((body) => !isSignOf(text, body) && reachesInto(text.ink, body.box))
      .map((body) => `${text.called} lies on ${body.called}`),
  ),
  ...texts.flatMap((text) =>
    bodies
      .filter((body) => isSignOf(text, body) && sticksOut(text.ink, body.box))
      .map(() => `${text.called} sticks out of its gate`),
  ),
  ...texts.flatMap((text) =>
    lines
      .filter((line) => runsThrough(line, text.ink))
      .map((line) => `${line.called} runs through ${text.called}`),
  ),
]

/** What is cut by an edge of the stage that does not say so, or lies outside of what the picture says it covers. */
export const clipped = (
  { texts, bounds }: Shapes,
  stage: Box,
  beyond: readonly Side[],
): readonly string[] => [
  ...texts.flatMap(({ called, ink }) =>
    pastOf(ink, stage)
      .filter((side) => !beyond.includes(side))
      .map((side) => `${called} is cut at the ${side}`),
  ),
  ...texts.flatMap(({ called, ink }) =>
    pastOf(ink, bounds).map((side) => `${called} is outside of the picture’s bounds at the ${side}`),
  ),
]

const isSignOf = (text: Text, body: Body): boolean => text.kind === 'sign' && text.owner === body.owner

const pastOf = (ink: Box, frame: Box): readonly Side[] =>
  sides.filter((side) =>
    side === 'left' || side === 'top'
      ? ink[side] < frame[side] - tolerance
      : ink[side] > frame[side] + tolerance,
  )

const meet = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance

/** A pill is all that is no further than its radius from the stretch between the centres of its round ends. */
const pillOf = ({ left, right, top, bottom }: Box) => {
  const radius = (bottom - top) / 2
  return { radius, from: left + radius, to: right - radius, y: top + radius }
}

/** How far apart two stretches of one axis are. */
const apart = (from: number, to: number, otherFrom: number, otherTo: number): number =>
  Math.max(0, otherFrom - to, from - otherTo)

const reachesInto = ({ left, right, top, bottom }: Box, body: Box): boolean => {
  const { radius, from, to, y } = pillOf(body)
  return Math.hypot(apart(left, right, from, to), apart(top, bottom, y, y)) < radius - tolerance
}

/** By its corners, which are seldom inked: that is tolerance enough. */
const sticksOut = ({ left, right, top, bottom }: Box, body: Box): boolean => {
  const { radius, from, to, y } = pillOf(body)
  return [left, right].some((x) =>
    [top, bottom].some((at) => Math.hypot(apart(x, x, from, to), at - y) > radius),
  )
}

const runsThrough = ({ points, width }: Line, ink: Box): boolean => {
  const reach = width / 2 - tolerance
  const box = {
    left: ink.left - reach,
    right: ink.right + reach,
    top: ink.top - reach,
    bottom: ink.bottom + reach,
  }
  return points.some((point, index) => {
    const next = points[index + 1]
    return next !== undefined && crosses(point, next, box)
  })
}

/** Whether a stretch has a point inside a box: what each axis leaves of it, from 0 to 1. */
const crosses = (from: Point, to: Point, { left, right, top, bottom }: Box): boolean => {
  const across = within(from.x, to.x, left, right)
  const down = within(from.y, to.y, top, bottom)
  return Math.max(0, across.first, down.first) < Math.min(1, across.last, down.last)
}

const within = (from: number, to: number, low: number, high: number) => {
  const length = to - from
  if (length === 0) return from > low && from < high ? { first: 0, last: 1 } : { first: 1, last: 0 }
  const ends = [(low - from) / length, (high - from) / length] as const
  return { first: Math.min(...ends), last: Math.max(...ends) }
}

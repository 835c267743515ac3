import type { CDPSession, Page } from '@playwright/test'

type Point = { readonly x: number; readonly y: number }
/** Where each finger is at one moment. */
type Hand = readonly Point[]

/** One finger, from one place to another. */
export const dragFinger = (page: Page, from: Point, to: Point, steps = 8): Promise<void> =>
  gesture(
    page,
    shares(steps).map((share) => [between(from, to, share)]),
  )

/** Two fingers left and right of a point, closer or further apart. */
export const pinch = (page: Page, centre: Point, fromDistance: number, toDistance: number): Promise<void> =>
  gesture(
    page,
    shares(8).map((share) => pairAt(centre, fromDistance + (toDistance - fromDistance) * share)),
  )

/** Two fingers that keep their distance; the places are those of the point between them. */
export const twoFingerPan = (page: Page, from: Point, to: Point): Promise<void> =>
  gesture(
    page,
    shares(8).map((share) => pairAt(between(from, to, share), 80)),
  )

/** Between two moments of a hand, and how long it rests before it leaves (s). */
const beat = 0.03
const rest = 0.15

/**
 * Fingers come down one after the other, move together, come to rest and leave together. The events say when a person
 * would have made them: a hand that leaves in full swing throws, and the browser takes the next tap as catching it.
 */
const gesture = async (page: Page, [start = [], ...moves]: readonly Hand[]): Promise<void> => {
  const touch = await touchOf(page)
  let time = Date.now() / 1000 - (start.length + moves.length) * beat - rest
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', hand: Hand) => {
    time += beat
    return touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: hand.map((finger, id) => ({ ...finger, id })),
      timestamp: time,
    })
  }
  for (const [last] of start.entries()) await send('touchStart', start.slice(0, last + 1))
  for (const hand of moves) await send('touchMove', hand)
  time += rest
  const settled = moves.at(-1)
  if (settled) await send('touchMove', settled)
  await send('touchEnd', [])
}

/** One for each page, and never let go of: that would take back what fingers do next. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

const touchOf = (page: Page): Promise<CDPSession> => {
  const touch = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, touch)
  return touch
}

/** 0 for where it starts, then equal steps to 1. */
const shares = (steps: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, step) => step / steps)

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

const pairAt = ({ x, y }: Point, distance: number): Hand => [
  { x: x - distance / 2, y },
  { x: x + distance / 2, y },
]

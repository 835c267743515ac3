import { easeCubicInOut, type Selection, select } from 'd3'
import type { Point } from '../layout/layout'
import { textSize } from '../layout/measure'
import type { Subject, Token, Travel } from '../scene/scene'
import { translate } from './geometry'

/** How long a whole step is on its way, and the share of it before numbers leave the gate (ms). */
export const journey = 560
const entering = 0.42
/** The name of the wait for the end: the next step cuts it short with the rest. */
const ending = 'ending'

export type Travels = {
  /** Shows a step's numbers on their way, once; the picture below is finished already. */
  readonly run: (travel: Travel | null, milliseconds: number) => void
  readonly stop: () => void
}

/** Numbers on their way, in a layer of their own over the picture; nothing is left of them when they have arrived. */
export const createTravels = (
  layer: SVGGElement,
  elementOf: (subject: Subject) => Element | null,
): Travels => {
  let last: number | null = null
  let clear: (() => void)[] = []

  const stop = (): void => {
    for (const each of clear) each()
    clear = []
  }

  const run = (travel: Travel | null, milliseconds: number): void => {
    if (travel?.stride === last) return
    stop()
    last = travel?.stride ?? null
    if (!travel || milliseconds === 0) return
    const group = select(layer).append('g').attr('class', 'travels').attr('aria-hidden', 'true')
    clear.push(() => {
      group.selectAll('*').interrupt()
      group.interrupt(ending).remove()
    })
    const first = travel.into.length > 0 ? journey * entering : 0
    for (const token of travel.into) send(group, token, { delay: 0, lasts: first })
    for (const token of travel.out) {
      send(group, token, { delay: first, lasts: journey - first })
      for (const subject of token.lands) appear(subject)
    }
    group.transition(ending).duration(journey).on('end', stop)
  }

  const send = (
    group: Selection<SVGGElement, unknown, null, undefined>,
    token: Token,
    { delay, lasts }: { readonly delay: number; readonly lasts: number },
  ): void => {
    const way = along(token.path)
    group
      .append('text')
      .attr('class', `token ${token.of}`)
      .attr('font-size', textSize)
      .attr('transform', translate(way(0)))
      .style('opacity', delay === 0 ? 1 : 0)
      .text(token.text)
      .transition()
      .delay(delay)
      .duration(lasts)
      .ease(easeCubicInOut)
      .on('start', function () {
        select(this).style('opacity', 1)
      })
      .attrTween('transform', () => (share) => translate(way(share)))
      .remove()
  }

  /** The number that is on its way is seen in its place when it has come there. */
  const appear = (subject: Subject): void => {
    const element = elementOf(subject)
    if (!(element instanceof SVGElement)) return
    element.classList.add('coming')
    clear.push(() => element.classList.remove('coming'))
  }

  return { run, stop }
}

/** A point on a path by the share of its length that is behind it. */
export const along = (path: readonly Point[]): ((share: number) => Point) => {
  const lengths = path.slice(1).map((to, i) => {
    const from = path[i] as Point
    return Math.hypot(to.x - from.x, to.y - from.y)
  })
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  return (share) => {
    let left = share * whole
    for (const [i, length] of lengths.entries()) {
      const from = path[i] as Point
      const to = path[i + 1] as Point
      if (left <= length && length > 0) {
        const part = left / length
        return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      }
      left -= length
    }
    return path.at(-1) ?? { x: 0, y: 0 }
  }
}

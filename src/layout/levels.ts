import { kinds } from '../circuit/edges'
import type { Plan } from './plan'

/**
 * A drawing in short. Each wire has one level on all its way, from its column to the last before a gate that uses it,
 * and lines change levels only where they leave a wire for a gate: the blocks of Bachmaier, Brandenburg, Brunner and
 * Hübner (2010). A left column that keeps its order has an order of its own.
 */
export type Levels = {
  readonly plan: Plan
  /** By wire: its column, and the last one that it passes. */
  readonly of: Int32Array
  readonly ends: Int32Array
  /** The wires from top to bottom. */
  readonly order: Int32Array
  /** By wire its place from top to bottom; then, by wire again, that in a left column that keeps its order. */
  readonly place: Int32Array
  /**
   * By gap, which is after the column of its number, room for so many lines: who they come from and go to, as in `place`.
   * Of its `lines` the first ones are `straight`.
   */
  readonly room: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly lines: Int32Array
  readonly straight: Int32Array
}

export const levelsOf = (plan: Plan, order: Int32Array): Levels => {
  const { columns, kind, from } = plan
  const wires = kind.length
  const gaps = columns.count - 1
  const room = wires + from.length
  const levels: Levels = {
    plan,
    of: columns.of.slice(),
    ends: new Int32Array(wires),
    order: order.slice(),
    place: new Int32Array(2 * wires),
    room,
    from: new Int32Array(gaps * room),
    to: new Int32Array(gaps * room),
    lines: new Int32Array(gaps),
    straight: new Int32Array(gaps),
  }
  for (let i = 0; i < wires; i++) levels.place[order[i] as number] = i
  for (let i = 0; i < (columns.at[1] as number); i++) levels.place[wires + (columns.wires[i] as number)] = i
  for (let wire = 0; wire < wires; wire++) follow(levels, wire)
  for (let gap = 0; gap < gaps; gap++) draw(levels, gap)
  return levels
}

/** Where a wire ends, and what stands by its gate begins, follows from where its gates are. */
const follow = ({ plan, of, ends }: Levels, wire: number): void => {
  const { leaveAt, by, columns } = plan
  const first = leaveAt[wire] as number
  const end = leaveAt[wire + 1] as number
  let least = columns.count
  let most = 0
  for (let edge = first; edge < end; edge++) {
    const column = of[by[edge] as number] as number
    if (column < least) least = column
    if (column > most) most = column
  }
  if (columns.byGate[wire]) of[wire] = least - 1
  ends[wire] = Math.max(of[wire] as number, most - 1)
}

const draw = ({ plan, of, ends, room, from, to, lines, straight }: Levels, gap: number): void => {
  const wires = of.length
  const shift = gap === 0 && plan.keepsLeft ? wires : 0
  let line = gap * room
  for (let wire = 0; wire < wires; wire++)
    if ((of[wire] as number) <= gap && (ends[wire] as number) > gap) {
      from[line] = wire + shift
      to[line++] = wire
    }
  straight[gap] = shift === 0 ? line - gap * room : 0
  for (let edge = 0; edge < plan.from.length; edge++)
    if (of[plan.by[edge] as number] === gap + 1) {
      from[line] = (plan.from[edge] as number) + shift
      to[line++] = plan.by[edge] as number
    }
  lines[gap] = line - gap * room
}

export const crossingsInGap = (levels: Levels, gap: number): number => {
  const { place, room, from, to, lines, straight } = levels
  const first = gap * room
  const end = first + (lines[gap] as number)
  let crossings = 0
  for (let line = first + (straight[gap] as number); line < end; line++) {
    const a = place[from[line] as number] as number
    const b = place[to[line] as number] as number
    for (let other = first; other < line; other++)
      if (((place[from[other] as number] as number) - a) * ((place[to[other] as number] as number) - b) < 0)
        crossings += 1
  }
  return crossings
}

/** Between which columns a gate may stand with all others where they are. */
export const columnsFor = ({ plan, of }: Levels, gate: number): readonly [number, number] => {
  const { columns, enterAt, operands, leaveAt } = plan
  let earliest = columns.of[gate] as number
  let latest = columns.count - 1
  for (let i = enterAt[gate] as number; i < (enterAt[gate + 1] as number); i++) {
    const input = operands[i] as number
    if (!columns.byGate[input]) earliest = Math.max(earliest, (of[input] as number) + 1)
  }
  for (let edge = leaveAt[gate] as number; edge < (leaveAt[gate + 1] as number); edge++)
    latest = Math.min(latest, (of[plan.by[edge] as number] as number) - 1)
  return [earliest, latest]
}

/** A gate goes to the column before or after its own. */
export const step = (levels: Levels, gate: number, column: number): void => {
  const { plan, of, lines } = levels
  const first = Math.min(of[gate] as number, column) - 1
  of[gate] = column
  follow(levels, gate)
  for (let i = plan.enterAt[gate] as number; i < (plan.enterAt[gate + 1] as number); i++)
    follow(levels, plan.operands[i] as number)
  draw(levels, first)
  if (first + 1 < lines.length) draw(levels, first + 1)
}

/** In the two gaps that change when a gate takes a step from or to `column` and the one after it. */
export const crossingsAbout = (levels: Levels, column: number): number =>
  crossingsInGap(levels, column - 1) + (column < levels.lines.length ? crossingsInGap(levels, column) : 0)

/** A wire goes to another place; those between make room. */
export const put = ({ order, place }: Levels, wire: number, at: number): void => {
  const was = place[wire] as number
  const way = Math.sign(at - was)
  for (let i = was; i !== at; i += way) {
    const next = order[i + way] as number
    order[i] = next
    place[next] = i
  }
  order[at] = wire
  place[wire] = at
}

/** Whether another level of a wire would be seen. */
export const isFree = ({ plan, of, ends }: Levels, wire: number): boolean =>
  !plan.keepsLeft || (of[wire] as number) > 0 || (ends[wire] as number) > 0

/**
 * By place where a wire could be put: how many of the lines that it has cross others then (sifting; Matuszewski,
 * Schönfeld and Molitor 1999). Written to `into`, which has one entry more than there are wires; the fewest are returned.
 */
export const siftedInto = (into: Int32Array, levels: Levels, wire: number): number => {
  const { of, ends, room, from, to, lines, straight } = levels
  into.fill(0)
  const last = Math.min(ends[wire] as number, lines.length - 1)
  for (let gap = Math.max(0, (of[wire] as number) - 1); gap <= last; gap++) {
    const first = gap * room
    const bent = first + (straight[gap] as number)
    const end = first + (lines[gap] as number)
    const isStraight = (of[wire] as number) <= gap && (ends[wire] as number) > gap
    if (isStraight && bent > first) siftLevel(into, levels, wire, bent, end)
    for (let line = bent; line < end; line++) {
      const a = from[line] as number
      const b = to[line] as number
      if (a === wire) siftEnd(into, levels, wire, b, to, from, first, end)
      else if (b === wire) siftEnd(into, levels, wire, a, from, to, first, end)
    }
  }
  let sum = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 1 < into.length; at++) {
    sum += into[at] as number
    into[at] = sum
    if (sum < least) least = sum
  }
  return least
}

/** The place after `place`, once what is at `own` is taken away. What is far from foreseeable is not asked with an `if`. */
const after = (place: number, own: number): number => place + ((place - own) >>> 31)

/** A wire that goes on at its level crosses the lines that lead from one side of it to the other. */
const siftLevel = (into: Int32Array, levels: Levels, wire: number, first: number, end: number): void => {
  const { place, from, to } = levels
  const own = place[wire] as number
  for (let line = first; line < end; line++) {
    const a = from[line] as number
    const b = to[line] as number
    if (a === wire) continue
    const up = place[a] as number
    const down = place[b] as number
    const i = after(Math.min(up, down), own)
    const k = after(Math.max(up, down), own)
    into[i] = (into[i] as number) + 1
    into[k] = (into[k] as number) - 1
  }
}

/** A line from a wire to `other`, or the other way round, crosses those that are on one side there and on the other here. */
const siftEnd = (
  into: Int32Array,
  { place }: Levels,
  wire: number,
  other: number,
  there: Int32Array,
  here: Int32Array,
  first: number,
  end: number,
): void => {
  const own = place[wire] as number
  const goal = place[other] as number
  let above = 0
  for (let line = first; line < end; line++) {
    const a = here[line] as number
    const b = there[line] as number
    if (a === wire || b === other) continue
    const i = after(place[a] as number, own)
    // −1 where it is crossed from every place above that one, 0 where from every place below.
    const side = ((place[b] as number) - goal) >> 31
    above -= side
    into[i] = (into[i] as number) + 1 + 2 * side
  }
  into[0] = (into[0] as number) + above
}

export const isGate = ({ plan }: Levels, wire: number): boolean => plan.kind[wire] === kinds.gate

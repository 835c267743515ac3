import type { WireId } from '../circuit/circuit'
import { intoPlaces, longestIn } from '../lib/counts'
import type { Box, Places } from './layout'
import { fanWidth, shareBottom } from './measure'
import type { Placed } from './placed'
import type { Plan } from './plan'
import { placesInOrder, sortBenchFor } from './sort'
import { aboveWith, belowWith } from './weave'

/** What of a placed circuit lies in a box. */
export type Space = {
  /** Wires whose column and row reach into it, column after column. */
  readonly wiresIn: (box: Box) => readonly WireId[]
  /** Edges whose own lines come near it, and some others. */
  readonly edgesIn: (box: Box) => readonly number[]
}

/** Tiles are about so large, in units, unless there would be too many of them. */
const tileSize = { width: 1500, height: 1000 }
const mostTiles = { across: 256, down: 64 }

/** `known`: the tiles of these places, where they were found already. */
export const spaceOf = (placed: Placed, known: Tiles | null = null): Space => {
  const rows = rowsOf(placed)
  let tiles = known
  let isFirst = true
  return {
    wiresIn: (box) => wiresIn(placed, rows, box),
    edgesIn: (box) => {
      // Somebody waits for the first picture, and it is had sooner without an index.
      if (isFirst && tiles === null) {
        isFirst = false
        return edgesNear(placed, box)
      }
      tiles ??= tilesOf(placed.plan, placed.places)
      return edgesIn(tiles, box)
    },
  }
}

/** A fork opens so far left of where its lines begin. */
const forkRoom = 10 * fanWidth

/** The same without an index: every line goes from left to right. */
const edgesNear = ({ plan, places: { points, lineAt } }: Placed, box: Box): readonly number[] => {
  const found: number[] = []
  const right = box.x + box.width + forkRoom
  const bottom = box.y + box.height
  for (let edge = 0; edge < plan.from.length; edge++)
    for (let i = lineAt[edge] as number; i + 1 < (lineAt[edge + 1] as number); i++) {
      if ((points[2 * i] as number) > right || (points[2 * i + 2] as number) < box.x) continue
      const from = points[2 * i + 1] as number
      const to = points[2 * i + 3] as number
      if (Math.max(from, to) + shareBottom < box.y || Math.min(from, to) > bottom) continue
      found.push(edge)
      break
    }
  return found
}

/** Each column's wires from top to bottom. */
const rowsOf = ({ places }: Placed): Int32Array => {
  const { at, wires, count } = places.columns
  const rows = wires.slice()
  const largest = longestIn(at)
  const heights = new Float64Array(largest)
  const bench = sortBenchFor(largest)
  for (let column = 0; column < count; column++) {
    const first = at[column] as number
    const length = (at[column + 1] as number) - first
    for (let i = 0; i < length; i++) heights[i] = places.wires[wires[first + i] as number] as number
    const sorted = placesInOrder(heights, length, bench)
    for (let i = 0; i < length; i++) rows[first + i] = wires[first + (sorted[i] as number)] as number
  }
  return rows
}

/** The first of `from` to `to` that is not before; all that are before come first. */
const firstNot = (from: number, to: number, isBefore: (index: number) => boolean): number => {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

const wiresIn = ({ plan, places }: Placed, rows: Int32Array, box: Box): readonly WireId[] => {
  const { at, count } = places.columns
  const found: WireId[] = []
  const first = firstNot(0, count, (column) => (places.right[column] as number) < box.x)
  for (let column = first; column < count; column++) {
    if ((places.left[column] as number) > box.x + box.width) break
    const end = at[column + 1] as number
    const down = (row: number): number => {
      const wire = rows[row] as number
      return (
        (places.wires[wire] as number) + belowWith(plan.down[wire] as number, places.reach[wire] as number)
      )
    }
    for (let row = firstNot(at[column] as number, end, (i) => down(i) < box.y); row < end; row++) {
      const wire = rows[row] as WireId
      const up = aboveWith(plan.up[wire] as number, places.reach[wire] as number)
      if ((places.wires[wire] as number) - up > box.y + box.height) break
      found.push(wire)
    }
  }
  return found
}

/** By tile, the edges that pass it: numbers and arrays, to be sent from a worker. */
export type Tiles = {
  readonly bounds: Box
  readonly across: number
  readonly down: number
  readonly at: Int32Array
  readonly edges: Int32Array
  readonly count: number
}

export const tilesOf = (plan: Plan, places: Places): Tiles => {
  const { bounds, points, lineAt } = places
  const across = Math.max(1, Math.min(mostTiles.across, Math.ceil(bounds.width / tileSize.width)))
  const down = Math.max(1, Math.min(mostTiles.down, Math.ceil(bounds.height / tileSize.height)))
  const width = Math.max(1, bounds.width) / across
  const height = Math.max(1, bounds.height) / down
  const column = (x: number): number => Math.min(across - 1, Math.max(0, Math.floor((x - bounds.x) / width)))
  const row = (y: number): number => Math.min(down - 1, Math.max(0, Math.floor((y - bounds.y) / height)))
  const eachTile = (visit: (tile: number, edge: number) => void): void => {
    for (let edge = 0; edge < plan.from.length; edge++)
      for (let i = lineAt[edge] as number; i + 1 < (lineAt[edge + 1] as number); i++) {
        const ax = points[2 * i] as number
        const ay = points[2 * i + 1] as number
        const bx = points[2 * i + 2] as number
        const by = points[2 * i + 3] as number
        // A share is written before a line goes on.
        const left = i === lineAt[edge] ? ax - forkRoom : ax
        const slope = bx > ax ? (by - ay) / (bx - ax) : 0
        const last = column(bx)
        for (let tx = column(left); tx <= last; tx++) {
          const from = ay + slope * (Math.max(ax, bounds.x + tx * width) - ax)
          const to = ay + slope * (Math.max(ax, Math.min(bx, bounds.x + (tx + 1) * width)) - ax)
          // A share may stand below it.
          const end = row(Math.max(from, to) + shareBottom)
          for (let ty = row(Math.min(from, to)); ty <= end; ty++) visit(ty * across + tx, edge)
        }
      }
  }
  const at = new Int32Array(across * down + 1)
  eachTile((tile) => {
    at[tile + 1] = (at[tile + 1] as number) + 1
  })
  intoPlaces(at)
  const next = at.slice()
  const edges = new Int32Array(at[across * down] as number)
  eachTile((tile, edge) => {
    const place = next[tile] as number
    edges[place] = edge
    next[tile] = place + 1
  })
  return { bounds, across, down, at, edges, count: plan.from.length }
}

const edgesIn = ({ bounds, across, down, at, edges, count }: Tiles, box: Box): readonly number[] => {
  const width = Math.max(1, bounds.width) / across
  const height = Math.max(1, bounds.height) / down
  const clamp = (tile: number, most: number): number => Math.min(most - 1, Math.max(0, Math.floor(tile)))
  const [left, right] = [box.x, box.x + box.width].map((x) => clamp((x - bounds.x) / width, across)) as [
    number,
    number,
  ]
  const [top, bottom] = [box.y, box.y + box.height].map((y) => clamp((y - bounds.y) / height, down)) as [
    number,
    number,
  ]
  const seen = new Uint8Array(count)
  const found: number[] = []
  for (let ty = top; ty <= bottom; ty++)
    for (let tx = left; tx <= right; tx++) {
      const tile = ty * across + tx
      for (let i = at[tile] as number; i < (at[tile + 1] as number); i++) {
        const edge = edges[i] as number
        if (seen[edge]) continue
        seen[edge] = 1
        found.push(edge)
      }
    }
  return found
}

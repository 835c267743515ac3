import { inputsOf, type Wire, type WireId } from '../circuit/circuit'
import { textSize } from '../layout/measure'
import { bracketed, closeNumber } from '../lib/format'
import { widthOf } from '../lib/width'
import { edgeAt, localAt, shareAt } from '../pass/backward'
import { type Known, voicesOf } from '../pass/story'
import type { Light } from './light'
import { standOf, wireAt } from './picture'
import { roomFor, tieBetween } from './room'
import type { GateMark, Meeting, Piece, Scene } from './scene'
import type { Telling } from './telling'
import { called, inNumbers } from './words'

const rowHeight = 21
const padding = 8
/** A longer name would make a card that has no room. */
const longestName = 14

/** The numbers that meet at the gate at work, beside it; null where there is no gate, or nothing meets yet. */
export const meetingAt = (
  scene: Scene,
  light: Light,
  told: Telling & { readonly known: Known },
): Meeting | null => {
  if (light.gate === null) return null
  const wire = wireAt(told, light.gate)
  const mark = scene.all.find((each): each is GateMark => each.kind === 'gate' && each.key === wire.key)
  const rows = rowsOf(wire, light, told)
  if (!mark || rows.length === 0) return null
  const width = Math.max(...rows.map((row) => widthOf(row.map(({ text }) => text).join(''), textSize)))
  const size = { width: width + 2 * padding, height: rows.length * rowHeight + padding }
  const box = roomFor(size, mark.centre, scene)
  return {
    key: wire.key,
    box,
    tie: tieBetween(box, mark.centre, mark.halfWidth + 2),
    rows: rows.map((pieces, i) => ({
      at: { x: box.x + padding, y: box.y + padding / 2 + rowHeight * (i + 1) - 6 },
      pieces,
    })),
  }
}

type Row = readonly Piece[]

const rowsOf = (wire: Wire, light: Light, told: Telling & { readonly known: Known }): readonly Row[] => {
  const { known, pass, lens } = told
  const hasArrived = known.heardBy(wire.id).heard === voicesOf(pass, wire.id) && voicesOf(pass, wire.id) > 0
  const isBack = hasArrived && light.branches.size > 0 && isSent(wire, told)
  const forward = known.hasValue(wire.id) ? [forwardRow(wire, told)] : []
  if (lens === null) return isBack ? backwardRows(wire, light, told) : forward
  return [...forward, ...(hasArrived ? backwardRows(wire, light, told) : localRows(wire, told))]
}

const isSent = (wire: Wire, { known, pass }: Telling & { readonly known: Known }): boolean =>
  inputsOf(wire).some((_, port) => known.hasShare(edgeAt(pass, wire.id, port)))

const sign = (text: string): Piece => ({ text, of: 'sign' })

const forwardRow = (wire: Wire, told: Telling): Row => {
  if (wire.maker.kind !== 'gate') return []
  const { gate } = wire.maker
  const stand = standOf(told.pass, wire)
  const print = (value: number) => closeNumber(value, told.decimals)
  return [
    { text: inNumbers(gate, stand, print), of: 'value' },
    sign(' = '),
    { text: print(stand.out), of: 'value' },
  ]
}

const nameRow = (told: Telling, input: WireId): Row => {
  const name = called(wireAt(told, input))
  return name.length > longestName ? [] : [sign(`${name}: `)]
}

const backwardRows = (
  wire: Wire,
  light: Light,
  told: Telling & { readonly known: Known },
): readonly Row[] => {
  const { pass, decimals, known, lens } = told
  const print = (value: number) => closeNumber(value, decimals)
  return inputsOf(wire).flatMap((input, port) => {
    const edge = edgeAt(pass, wire.id, port)
    if (lens === null && !known.hasShare(edge)) return []
    const row: Row = [
      ...nameRow(told, input),
      { text: bracketed(print(pass.gradients[wire.id] as number)), of: 'gradient' },
      sign(` · ${bracketed(print(localAt(pass, edge)))} = `),
      { text: print(shareAt(pass, edge)), of: 'gradient' },
    ]
    return light.wires.has(wireAt(told, input).key) ? [row] : []
  })
}

/** What the gate knows alone: its slopes, before anything has arrived. */
const localRows = (wire: Wire, told: Telling & { readonly known: Known }): readonly Row[] => {
  const { pass, known, decimals } = told
  if (!known.hasValue(wire.id)) return []
  return inputsOf(wire).map((input, port) => [
    ...nameRow(told, input),
    sign(`local ${closeNumber(localAt(pass, edgeAt(pass, wire.id, port)), decimals)}`),
  ])
}

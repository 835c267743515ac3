import { inputsOf, signOf, type Use, type Wire, type WireId } from '../circuit/circuit'
import { firstUsed } from '../circuit/first-use'
import type { Point, Stub } from '../layout/layout'
import * as measure from '../layout/measure'
import { bodyIn, branchIn, stubIn } from '../layout/place'
import { fullNumber, preciseNumber, printNumber } from '../lib/format'
import { noticeOf } from './notice'
import { livingUses, type Picture, shareOf, wireAt } from './picture'
import type {
  Badge,
  BranchMark,
  GateMark,
  Mass,
  Numeral,
  Scene,
  Subject,
  Tone,
  Want,
  WireMark,
} from './scene'
import { tones } from './tones'
import { numbersOf, walkOfGate, walkOfShare, walkOfWire } from './walk'
import { called } from './words'

/** Line width by the size of the gradient, on a log scale; exactly 0 is a dashed hairline. */
const lineWidth = (gradient: number): number => {
  if (gradient === 0) return 0.75
  if (!Number.isFinite(gradient)) return 1.5
  return Math.min(3.5, Math.max(0.9, 1.5 + 0.5 * Math.log10(Math.abs(gradient))))
}

/** Structure, numbers and positions, met in one place: what is drawn, as plain data. */
export const buildScene = (picture: Picture): Scene => {
  const toneOf = tones(picture)
  const { circuit, layout } = picture
  const wires = circuit.wires.map((wire) => wireMark(picture, wire, toneOf))
  const gates = circuit.wires.flatMap((wire) => gateMark(picture, wire, toneOf))
  const branches = Array.from(layout.plan.from, (_, edge) => branchMark(picture, edge, toneOf))
  const marks = [...branches, ...wires, ...gates]
  return { ...frameOf(picture), marks, all: marks }
}

const noMap = (): readonly Mass[] => []

/** A scene without marks: what is said of the whole. */
export const frameOf = (picture: Picture): Scene => {
  const { circuit, layout } = picture
  const first = firstUsed(circuit)
  const output = wireAt(picture, circuit.output)
  const counted = counts(picture)
  return {
    marks: [],
    all: [],
    masses: [],
    vista: null,
    overview: noMap,
    bounds: layout.places.bounds,
    focus: null,
    meeting: null,
    travel: null,
    ends: { home: numbersOf(first ?? output), end: numbersOf(output) },
    label: `${counted}; the output ${called(output)} is ${printNumber(picture.pass.values[output.id] as number, picture.decimals)}.`,
    silent: `${counted}.`,
  }
}

const counts = ({ circuit }: Picture): string => {
  const gates = circuit.wires.filter((wire) => wire.maker.kind === 'gate').length
  const inputs = circuit.inputs.length
  return `Circuit of ${inputs} ${inputs === 1 ? 'input' : 'inputs'} and ${gates} ${gates === 1 ? 'gate' : 'gates'}`
}

export type ToneOf = (subject: Subject) => Tone

/** Characters: what is longer is told apart by its key. */
const longestText = 1000

export const wireMark = (picture: Picture, wire: Wire, toneOf: ToneOf): WireMark => {
  const { pass, decimals, layout, circuit } = picture
  const stub = stubIn(layout, wire.id)
  const value = pass.values[wire.id] as number
  const gradient = pass.gradients[wire.id] as number
  const walk = walkOfWire(picture, wire)
  const number = (about: 'value' | 'gradient', of: number): Numeral => {
    const subject: Subject = { about, wire: wire.key }
    const text = printNumber(of, decimals)
    const at = {
      x: stub.start.x + measure.numberIndent,
      y: stub.start.y + (about === 'value' ? measure.valueBaseline : measure.gradientBaseline),
    }
    const wish = about === 'gradient' && picture.wants ? wantInWords(of) : ''
    const label = `${about} ${about === 'value' ? 'of' : 'on'} ${called(wire)}: ${text}${wish}`
    return { subject, text, at, size: measure.textSize, tone: toneOf(subject), label, walk, heard: null }
  }
  const valueNumeral = number('value', value)
  const gradientNumeral = number('gradient', gradient)
  const words = { called: called(wire), origin: originOf(picture, wire) }
  const want = picture.wants ? wantOf(gradient) : null
  return {
    kind: 'wire',
    key: wire.key,
    wire: wire.text.length > longestText ? wire.key : wire.text,
    fullValue: fullNumber(value),
    fullGradient: fullNumber(gradient),
    path: stub.lead ? [stub.lead, stub.start, stub.end] : [stub.start, stub.end],
    arrow: stub.lead ? stub.start : null,
    name: nameOf(wire, stub),
    value: valueNumeral,
    gradient: gradientNumeral,
    fork: wire.uses.length > 1 ? forkOf(picture, wire, stub) : null,
    badge: wire.maker.kind === 'gate' ? null : badgeOf(picture, wire, inputBadgeAt(stub)),
    width: lineWidth(gradient),
    dashed: gradient === 0,
    thin: !wire.reachesOutput,
    pointed: picture.pointed.has(wire.key) || wire.uses.some(({ by }) => isPointed(picture, by)),
    role: wire.id === circuit.output ? 'output' : wire.maker.kind === 'gate' ? 'wire' : wire.maker.kind,
    label: wireLabel(words, valueNumeral.text, gradientNumeral.text),
    words,
    want,
    sight: 'clear',
  }
}

/** A wire in one sentence; a number that is not there yet is said to be. */
export const wireLabel = (
  { called, origin }: WireMark['words'],
  value: string | null,
  gradient: string | null,
): string => `${called}: value ${value ?? notYet}, gradient ${gradient ?? notYet}, ${origin}`

const notYet = 'not known yet'

const wantInWords = (gradient: number): string =>
  gradient === 0 || Number.isNaN(gradient)
    ? ''
    : `, wants ${gradient > 0 ? 'higher' : 'lower'}, with force ${preciseNumber(Math.abs(gradient))}`

/** On a log scale: from a hundredth, hardly felt, to a hundred. */
const wantOf = (gradient: number): Want | null =>
  gradient === 0 || Number.isNaN(gradient)
    ? null
    : { up: gradient > 0, force: Math.min(1, Math.max(0, (Math.log10(Math.abs(gradient)) + 2) / 4)) }

/** Where a wire comes from: `output of the plus gate of x and y`. */
const originOf = (picture: Picture, wire: Wire): string => {
  if (wire.maker.kind === 'gate') return `output of the ${gateInWords(picture, wire)}`
  return wire.maker.kind === 'input' ? 'an input' : 'a constant'
}

const gateInWords = (picture: Picture, wire: Wire): string => {
  if (wire.maker.kind !== 'gate') return ''
  const { gate, constant } = wire.maker
  const operands = inputsOf(wire).map((id) => called(wireAt(picture, id)))
  // What stands in the gate is said where its name does not say it: who speaks to the page says what they see.
  const sign = signOf(wire)
  const isSaid = !constant && (gate.spoken.includes(sign) || !/[\p{L}\d]/u.test(sign))
  return `${gate.spoken} gate${isSaid ? '' : ` ${sign}`} of ${operands.join(' and ')}`
}

/** Behind the value, inside its room: what is marked here is only `∞` or `NaN` wide. */
const inputBadgeAt = ({ start }: Stub): Point => ({ x: start.x + 50, y: start.y - 13 })

const nameOf = (wire: Wire, { label, start }: Stub): WireMark['name'] =>
  label === ''
    ? null
    : {
        text: label,
        full: called(wire),
        at: { x: start.x - measure.nameIndent, y: start.y + measure.nameBaseline },
      }

/** A fork's sum is told by `+=` only where two or more branches really send something back. */
const forkOf = (picture: Picture, wire: Wire, { start, fork }: Stub): WireMark['fork'] => ({
  at: fork,
  sum:
    livingUses(picture, wire).length > 1
      ? { x: start.x - measure.nameIndent, y: start.y + measure.gradientBaseline }
      : null,
})

const badgeOf = ({ pass }: Picture, wire: Wire, at: Point): Badge | null => {
  const notice = noticeOf(pass, wire)
  return notice && { kind: notice.kind, at }
}

export const gateMark = (picture: Picture, wire: Wire, toneOf: ToneOf): readonly GateMark[] => {
  const body = bodyIn(picture.layout, wire.id)
  if (!body || wire.maker.kind !== 'gate') return []
  const { centre, halfWidth } = body
  const subject: Subject = { about: 'gate', wire: wire.key }
  const sign = signOf(wire)
  const corner = measure.badgeOffset(halfWidth)
  const badge = badgeOf(picture, wire, { x: centre.x + corner.x, y: centre.y + corner.y })
  const silent = `${gateInWords(picture, wire)}, makes ${called(wire)}`
  return [
    {
      kind: 'gate',
      key: wire.key,
      subject,
      gate: wire.maker.gate.name,
      centre,
      halfWidth,
      sign: { text: sign, size: measure.signSize(sign) },
      tag:
        wire.tag === null
          ? null
          : { text: measure.tagText(wire.tag), at: { x: centre.x, y: centre.y + measure.tagBaseline } },
      badge,
      tone: toneOf(subject),
      thin: !wire.reachesOutput,
      pointed: isPointed(picture, wire.id),
      label: `${silent}${badge ? ', with a remark' : ''}`,
      silent,
      walk: walkOfGate(picture, wire),
      sight: 'clear',
    },
  ]
}

const isPointed = (picture: Picture, id: WireId): boolean => picture.pointed.has(wireAt(picture, id).key)

export const branchKey = (from: Wire, by: Wire, port: number): string => `${from.key}>${by.key}:${port}`

export const branchMark = (picture: Picture, edge: number, toneOf: ToneOf): BranchMark => {
  const branch = branchIn(picture.layout, edge)
  const wire = wireAt(picture, branch.from)
  const by = wireAt(picture, branch.by)
  const use: Use = { by: branch.by, port: branch.port }
  const share = shareOf(picture.pass, use)
  const subject: Subject = { about: 'share', wire: wire.key, by: by.key, port: branch.port }
  const text = printNumber(share, picture.decimals)
  const label = `share of the gradient on ${called(wire)} from ${called(by)}: ${text}`
  return {
    kind: 'branch',
    key: branchKey(wire, by, branch.port),
    use,
    path: branch.path,
    junction: branch.junction,
    share: branch.share && {
      subject,
      text,
      at: branch.share,
      size: measure.smallSize,
      tone: toneOf(subject),
      label,
      walk: walkOfShare(picture, wire, use),
      heard: null,
    },
    width: lineWidth(share),
    dashed: share === 0,
    thin: !by.reachesOutput,
    pointed: isPointed(picture, branch.by) || picture.pointed.has(wire.key),
    sight: 'clear',
  }
}

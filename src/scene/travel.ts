import { inputsOf, type Wire } from '../circuit/circuit'
import type { Point } from '../layout/layout'
import { printNumber } from '../lib/format'
import { remember } from '../lib/remember'
import { edgeAt, shareAt } from '../pass/backward'
import type { Step } from '../pass/steps'
import { branchKey } from './build'
import { wireAt } from './picture'
import type { BranchMark, GateMark, Mark, Numeral, Scene, Subject, Token, Travel, WireMark } from './scene'
import type { Telling } from './telling'

/** More steps than these are no moment that could be watched. */
const longestMoment = 64

/** The way of the numbers in the steps just taken: what goes into the gate at work, then what comes out of it. */
export const travelOf = (
  scene: Scene,
  { from, stride }: { readonly from: number; readonly stride: number },
  told: Telling,
): Travel | null => {
  if (told.done - from > longestMoment) return null
  const steps = Array.from({ length: Math.max(0, told.done - from) }, (_, i) => told.story.at(from + i))
  const [first] = steps
  // One moment at most: a longer way is not watched.
  if (!first || steps.some((step) => step.kind !== first.kind || gateOf(step) !== gateOf(first))) return null
  const marks = marksIn(scene.all)
  const tokens =
    first.kind === 'forward'
      ? forwardTokens(wireAt(told, first.gate), marks, told)
      : backTokens(steps, marks, told)
  return tokens && { stride, ...tokens }
}

const gateOf = (step: Step): number => (step.kind === 'seed' ? -1 : step.gate)

type Marks = {
  readonly wires: ReadonlyMap<string, WireMark>
  readonly gates: ReadonlyMap<string, GateMark>
  readonly branches: ReadonlyMap<string, BranchMark>
}

const marksIn = remember((all: readonly Mark[]): Marks => {
  const wires = new Map<string, WireMark>()
  const gates = new Map<string, GateMark>()
  const branches = new Map<string, BranchMark>()
  for (const mark of all) {
    if (mark.kind === 'wire') wires.set(mark.key, mark)
    else if (mark.kind === 'gate') gates.set(mark.key, mark)
    else branches.set(mark.key, mark)
  }
  return { wires, gates, branches }
})

type Tokens = Pick<Travel, 'into' | 'out'>

/** The operands' values run along their wires into the gate; its output's comes out of it. */
const forwardTokens = (wire: Wire, marks: Marks, told: Telling): Tokens | null => {
  const gate = marks.gates.get(wire.key)
  const place = marks.wires.get(wire.key)?.value
  if (!gate || !place) return null
  const into = inputsOf(wire).flatMap((input, port): readonly Token[] => {
    const operand = wireAt(told, input)
    const value = marks.wires.get(operand.key)?.value
    const branch = marks.branches.get(branchKey(operand, wire, port))
    return value && branch
      ? [token(value, [value.at, ...lifted(branch.path, value), gate.centre], `in ${port}`, [])]
      : []
  })
  return { into, out: [token(place, [gate.centre, place.at], 'out', [place.subject])] }
}

/** The upstream gradient runs into the gate; what the gate sends back runs along each branch to its place. */
const backTokens = (steps: readonly Step[], marks: Marks, told: Telling): Tokens | null => {
  const shares = steps.flatMap((step) => (step.kind === 'share' ? [step] : []))
  const [first] = shares
  const gateWire = first && wireAt(told, first.gate)
  const gate = gateWire && marks.gates.get(gateWire.key)
  const upstream = gateWire && marks.wires.get(gateWire.key)?.gradient
  if (!gateWire || !gate || !upstream) return null
  const out = shares.flatMap(({ into, port, gate: by }): readonly Token[] => {
    const operand = wireAt(told, into)
    const branch = marks.branches.get(branchKey(operand, gateWire, port))
    const sum = marks.wires.get(operand.key)?.gradient
    if (!branch || !sum) return []
    const text = printNumber(shareAt(told.pass, edgeAt(told.pass, by, port)), told.decimals)
    const stop = branch.share ?? sum
    const way = [
      gate.centre,
      ...lifted(branch.path, stop)
        .toReversed()
        .filter(({ x }) => x > stop.at.x),
      stop.at,
    ]
    const lands = branch.share ? [branch.share.subject, sum.subject] : [sum.subject]
    return [{ ...token(sum, way, `out ${port}`, lands), text }]
  })
  return { into: [token(upstream, [upstream.at, gate.centre], 'in', [])], out }
}

const token = (
  { text, subject }: Numeral,
  path: readonly Point[],
  key: string,
  lands: readonly Subject[],
): Token => ({
  key,
  text,
  of: subject.about === 'value' ? 'value' : 'gradient',
  path,
  lands,
})

/** A path beside its line: a number runs above it or below it, as it stands. */
const lifted = (path: readonly Point[], { at }: Numeral): readonly Point[] => {
  const line = path[0]?.y ?? 0
  const aside = at.y < line ? -6 : 14
  return path.map(({ x, y }) => ({ x, y: y + aside }))
}

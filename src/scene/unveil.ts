import type { Use, Wire } from '../circuit/circuit'
import type { Box } from '../layout/layout'
import { fullNumber, printNumber } from '../lib/format'
import { widthOf } from '../lib/width'
import { gradientAt, isSent, type Known, knownAt, voicesOf } from '../pass/story'
import { wireLabel } from './build'
import { around, boxesOf } from './ink'
import { boxesIn, isIn, type Light, lightAlong, lightAt, lightOn } from './light'
import { meetingAt } from './meeting'
import { wireByKey } from './picture'
import type { BranchMark, Focus, GateMark, Mark, Meeting, Numeral, Scene, Sight, WireMark } from './scene'
import type { Telling } from './telling'
import { travelOf } from './travel'

type Veil = Telling & { readonly known: Known; readonly light: Light | null }

/** The same scene as far as it is told: what is not known yet is blank, what is not at work steps back. */
export const unveil = (scene: Scene, told: Telling): Scene => {
  const { circuit, pass, story, done } = told
  const known = knownAt(pass, story, done)
  const light = lightOf(told)
  const veil: Veil = { ...told, known, light }
  const meeting = light && meetingAt(scene, light, veil)
  return {
    ...scene,
    marks: scene.marks.map((mark) => {
      if (mark.kind === 'branch') return veilBranch(mark, mark.use, veil)
      const wire = wireByKey({ circuit }, mark.key)
      if (!wire) return mark
      return mark.kind === 'wire' ? veilWire(mark, wire, veil) : veilGate(mark, wire, veil)
    }),
    label: known.hasValue(circuit.output) ? scene.label : scene.silent,
    focus: light && focusOn(boxesIn(scene.all, light), { scene, light, meeting }),
    meeting,
    travel: told.going && travelOf(scene, told.going, veil),
  }
}

type At = { readonly scene: Scene; readonly light: Light; readonly meeting: Meeting | null }

/**
 * What the camera turns to: `read`, what is read in the light; of that the gate at work, with its card, above all. Where
 * there is no room for both, what its wire says makes way, and if that is not enough, the card; at last all but the gate.
 */
export const focusOn = (read: readonly Box[], { scene, light, meeting }: At): Focus | null => {
  const card = meeting ? [meeting.box] : []
  const [gate] = light.gates
  const own =
    light.gate === null ? [] : scene.all.filter(({ kind, key }) => kind !== 'branch' && key === gate)
  const ours = own.flatMap(boxesOf)
  const body = own.filter(({ kind }) => kind === 'gate').flatMap(boxesOf)
  const [all, ...less] = [[...read, ...card], [...ours, ...card], [...body, ...card], ours, body]
    .map(around)
    .filter((box) => box !== null)
  return all ? [all, ...less] : null
}

export const lightOf = ({ circuit, story, done, lens, path, atRest }: Telling): Light | null => {
  if (path) return lightAlong(circuit, path)
  if (lens !== null) return lightOn(circuit, lens)
  return atRest ? null : lightAt(circuit, story, done)
}

/** A mark is made anew only where what is to be seen of it changes: the painter passes over the others. */
const variants = new WeakMap<Mark, Map<string, Mark>>()

const variant = <M extends Mark>(mark: M, seen: string, make: () => M): M => {
  const made = variants.get(mark) ?? new Map<string, Mark>()
  variants.set(mark, made)
  const found = made.get(seen) ?? make()
  made.set(seen, found)
  return found as M
}

const sightOf = (mark: Mark, { light, lens }: Veil): Sight => {
  if (!light || isIn(light, mark)) return 'clear'
  return lens === null ? 'dim' : 'fog'
}

/** The lens leaves a gate its inputs' values, its output's numbers, and what it sends back itself. */
const seesGradient = (mark: WireMark, wire: Wire, { light, lens, circuit, pass }: Veil): boolean => {
  if (lens === null) return true
  const gate = circuit.wires[lens]
  return mark.key === gate?.key || (light?.wires.has(mark.key) === true && voicesOf(pass, wire.id) === 1)
}

const veilWire = (mark: WireMark, wire: Wire, veil: Veil): WireMark => {
  const { pass, known, lens, decimals } = veil
  const [{ heard, total }, voices] = [known.heardBy(wire.id), voicesOf(pass, wire.id)]
  const sight = sightOf(mark, veil)
  const hasValue = known.hasValue(wire.id) && (lens === null || sight === 'clear')
  const there = gradientAt(pass, known, wire.id)
  const hasGradient = there !== 'none' && seesGradient(mark, wire, veil)
  return variant(mark, `${hasValue} ${hasGradient && heard} ${sight}`, () => {
    const isWhole = hasGradient && there === 'whole'
    const part = { total, heard, voices, decimals }
    const gradient = !hasGradient ? null : isWhole ? mark.gradient : soFar(mark.gradient, part)
    const value = hasValue ? mark.value : null
    return {
      ...mark,
      value,
      gradient,
      fullValue: hasValue ? mark.fullValue : null,
      fullGradient: !hasGradient ? null : isWhole ? mark.fullGradient : fullNumber(total),
      fork: mark.fork && { ...mark.fork, sum: hasGradient ? mark.fork.sum : null },
      badge: hasValue ? mark.badge : null,
      want: isWhole ? mark.want : null,
      ...(isWhole ? null : unweighed),
      label: wireLabel(mark.words, value?.text ?? null, gradient?.text ?? null),
      sight,
    }
  })
}

/** The line of a wire whose gradient is not known. */
const unweighed = { width: 1.5, dashed: false } as const

const heardIndent = 6

/** A gradient that still waits for some of its shares. */
const soFar = (
  numeral: Numeral | null,
  { total, heard, voices, decimals }: { total: number; heard: number; voices: number; decimals: number },
): Numeral | null => {
  if (!numeral) return null
  const text = printNumber(total, decimals)
  const called = numeral.label.slice(0, numeral.label.lastIndexOf(':'))
  const { x, y } = numeral.at
  return {
    ...numeral,
    text,
    label: `${called}: ${text} so far, from ${heard} of ${voices} branches`,
    heard: { text: `${heard}/${voices}`, at: { x: x + widthOf(text, numeral.size) + heardIndent, y } },
  }
}

const veilBranch = (mark: BranchMark, { by, port }: Use, veil: Veil): BranchMark => {
  const { pass, known, lens } = veil
  const sight = sightOf(mark, veil)
  const hasShare = isSent(pass, known, by, port) && (lens === null || sight === 'clear')
  return variant(mark, `${hasShare} ${sight}`, () => ({
    ...mark,
    share: hasShare ? mark.share : null,
    ...(hasShare ? null : unweighed),
    sight,
  }))
}

const veilGate = (mark: GateMark, wire: Wire, veil: Veil): GateMark => {
  const sight = sightOf(mark, veil)
  const hasRun = veil.known.hasValue(wire.id)
  return variant(mark, `${hasRun} ${sight}`, () => ({
    ...mark,
    badge: hasRun ? mark.badge : null,
    label: hasRun ? mark.label : mark.silent,
    sight,
  }))
}

import { inputsOf, type Wire } from '../circuit/circuit'
import { bracketed, factor, preciseNumber } from '../lib/format'
import { edgeAt, type Pass, seed } from '../pass/backward'
import type { Step } from '../pass/steps'
import { momentAt, type Story, voicesOf } from '../pass/story'
import { noticeOf } from './notice'
import { type Picture, standOf, wireAt } from './picture'
import { roundedProduct, roundedValue } from './tell'
import { called, inNumbers, sumOf } from './words'

/** What has just happened, ending in the arithmetic, and what else there is to say of it. */
export type Narration = { readonly text: string; readonly note: string | null }

type Telling = Pick<Picture, 'circuit' | 'pass' | 'decimals'>
type Share = Extract<Step, { kind: 'share' }>

/**
 * The moment that has just ended or is under way, in words, when `done` steps are over; going wire by wire (`fine`),
 * the multiplication that was the last.
 */
export const narrate = (telling: Telling, story: Story, done: number, fine = false): Narration => {
  const { text, note } = momentTold(telling, { story, done, fine })
  return { text: text.replaceAll('….', '…'), note: note?.replaceAll('….', '…') ?? null }
}

type Here = { readonly story: Story; readonly done: number; readonly fine: boolean }

const momentTold = (telling: Telling, here: Here): Narration => {
  const moment = momentAt(here.story, here.done)
  const [first] = moment
  if (!first) return opening(telling, here.story)
  switch (first.kind) {
    case 'forward':
      return forwardTold(telling, wireAt(telling, first.gate))
    case 'seed':
      return seedTold(wireAt(telling, first.wire))
    case 'share':
      return backwardTold(telling, sharesIn(moment), here)
  }
}

const sharesIn = (steps: readonly Step[]): readonly Share[] =>
  steps.flatMap((step) => (step.kind === 'share' ? [step] : []))

const opening = ({ circuit }: Telling, { forward }: Story): Narration => {
  const output = called(wireAt({ circuit }, circuit.output))
  return {
    text:
      forward > 0
        ? `Only the inputs are known. Gate by gate, from left to right, they make ${output}.`
        : `Nothing is to be computed: ${output} is an input itself.`,
    note: null,
  }
}

const seedTold = (output: Wire): Narration => ({
  text: `Now backward. ${called(output)} is asked to grow by one unit per unit of itself: its own gradient is ${seed}.`,
  note: 'Another seed would scale every gradient by the same factor.',
})

const forwardTold = (telling: Telling, wire: Wire): Narration => {
  const notice = noticeOf(telling.pass, wire)
  const tale = taleOf(telling.pass, wire)
  const text = tale ? filled(tale.forward, telling, wire) : inGeneral(telling, wire)
  return { text, note: notice?.text ?? roundedValue(telling, wire) }
}

/** Where a number is no ordinary one, what a gate does in general would be told of the wrong numbers. */
const taleOf = (pass: Pass, wire: Wire) => {
  if (wire.maker.kind !== 'gate') return null
  const { operands, constant, out } = standOf(pass, wire)
  return [...Array.from(operands), constant, out].every(Number.isFinite)
    ? (wire.maker.gate.tale?.(operands, constant) ?? null)
    : null
}

const inGeneral = ({ pass }: Telling, wire: Wire): string => {
  if (wire.maker.kind !== 'gate') return ''
  const { gate } = wire.maker
  const { operands, constant, out } = standOf(pass, wire)
  const numbers = new Map(gate.ports.map((port, i) => [port, operands[i] as number])).set('c', constant)
  const act = gate.body ? 'Several gates act as one: ' : ''
  return `${act}${inNumbers(gate.formula, numbers)} = ${preciseNumber(out)}.`
}

const backwardTold = (telling: Telling, shares: readonly Share[], here: Here): Narration => {
  const [first] = shares
  const last = shares.at(-1)
  if (!first || !last) return { text: '', note: null }
  const gate = wireAt(telling, first.gate)
  const isWhole = here.story.ends.includes(here.done) && !(here.fine && shares.length > 1)
  const told = isWhole ? wholeTold(telling, gate, shares) : shareTold(telling, last)
  const landed = isWhole ? shares : [last]
  const forks = [...new Set(landed.map(({ into }) => into))].flatMap((into) =>
    forkTold(telling, wireAt(telling, into), here),
  )
  return { text: [told, ...forks].join(' '), note: noteOf(telling, gate, shares) }
}

const wholeTold = (telling: Telling, gate: Wire, shares: readonly Share[]): string => {
  const { upstream } = shares[0] as Share
  if (upstream === 0)
    return 'The request is 0: here nothing behind this gate has any effect. That means insensitive at this point, not unimportant.'
  const isOrdinary = shares.every(
    ({ local, downstream }) => Number.isFinite(local) && Number.isFinite(downstream),
  )
  const tale = isOrdinary ? taleOf(telling.pass, gate) : null
  return tale
    ? filled(tale.backward, telling, gate)
    : shares.map((share) => shareTold(telling, share)).join(' ')
}

/** One multiplication of the chain rule. */
const shareTold = (telling: Telling, { gate, port, upstream, local, downstream }: Share): string =>
  `${inputNames(telling, wireAt(telling, gate))[port]} gets the request times the gate’s local gradient: ${factor(upstream)} · ${factor(local)} = ${preciseNumber(downstream)}.`

/** What a wire with several branches has heard so far. */
const forkTold = (telling: Telling, wire: Wire, { story, done }: Here): readonly string[] => {
  const voices = voicesOf(telling.pass, wire.id)
  if (voices < 2) return []
  const heard = sharesIn(story.steps.slice(0, done)).filter(({ into }) => into === wire.id)
  const total = preciseNumber(heard.at(-1)?.total ?? 0)
  const sum = sumOf(heard.map(({ downstream }) => preciseNumber(downstream)))
  const name = called(wire).length > longestName ? 'the wire' : called(wire)
  const all = voices === 2 ? 'Both' : `All ${voices}`
  if (heard.length === voices)
    return [`${all} branches have answered ${name}: their replies add up, ${sum} = ${total}.`]
  const soFar = heard.length > 1 ? `, ${sum} = ${total} so far` : ''
  const waits = wire.maker.kind === 'gate' ? 'must wait before it passes anything on' : 'waits for the rest'
  return [`${name} has heard from ${heard.length} of ${voices} branches${soFar}; it ${waits}.`]
}

/** Why printed numbers may seem not to fit, or else what the gate does in general. */
const noteOf = (telling: Telling, gate: Wire, shares: readonly Share[]): string | null => {
  const notice = noticeOf(telling.pass, gate)
  if (notice) return notice.text
  const rounded = shares.flatMap(({ upstream, local, downstream }) => {
    const said =
      telling.decimals > 0 ? roundedProduct({ upstream, local, share: downstream }, telling.decimals) : null
    return said === null ? [] : [said]
  })
  return rounded[0] ?? (gate.maker.kind === 'gate' ? gate.maker.gate.story : null)
}

const want = (gradient: number): string =>
  `${gradient > 0 ? 'higher' : 'lower'}, with force ${preciseNumber(Math.abs(gradient))}`

/** A longer name would bury the sentence. */
const longestName = 26

/** What a gate's inputs are called in a sentence. */
const inputNames = (telling: Pick<Telling, 'circuit'>, gate: Wire): readonly string[] =>
  inputsOf(gate).map((id, port, all) => {
    const name = called(wireAt(telling, id))
    if (name.length <= longestName) return name
    return all.length === 1 ? 'the input' : `the ${['first', 'second'][port] ?? `${port + 1}th`} input`
  })

/** A tale with its names and numbers put in, unrounded. */
const filled = (template: string, { circuit, pass }: Telling, gate: Wire): string => {
  const { operands, constant, out } = standOf(pass, gate)
  const upstream = pass.gradients[gate.id] as number
  const names = inputNames({ circuit }, gate)
  const edge = (port: number) => edgeAt(pass, gate.id, port)
  const numbers = new Map<string, number>([
    ['c', constant],
    ['out', out],
    ['g', upstream],
  ])
  for (const [port, letter] of [...'ab'].entries()) {
    if (port >= names.length) continue
    numbers.set(`v${letter}`, operands[port] as number)
    numbers.set(`l${letter}`, pass.locals[edge(port)] as number)
    numbers.set(`g${letter}`, (pass.shares[edge(port)] as number) + 0)
  }
  const words = new Map([
    ['a', names[0] ?? ''],
    ['b', names[1] ?? ''],
    ['want', want(upstream)],
  ])
  const number = (key: string) => preciseNumber(numbers.get(key) ?? Number.NaN)
  return template.replace(/\{(\(?)(\w+)\)?\}/g, (_, open: string, key: string) => {
    const word = words.get(key)
    if (word !== undefined) return word
    return open ? bracketed(number(key)) : number(key)
  })
}

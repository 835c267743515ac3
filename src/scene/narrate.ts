import { inputsOf, type Wire } from '../circuit/circuit'
import { bracketed, factor, preciseNumber } from '../lib/format'
import { edgeAt, localAt, type Pass, seed, shareAt } from '../pass/backward'
import { type Step, sharesInto } from '../pass/steps'
import { isEnd, momentAt, type Story, voicesOf } from '../pass/story'
import { noticeOf } from './notice'
import { type Picture, standOf, wireAt } from './picture'
import { roundedProduct, roundedSum, roundedValue, specialAt, wildNote } from './tell'
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
  return { text: punctuated(text), note: note === null ? null : punctuated(note) }
}

/** A number's … is stop enough, and `the first x` may begin a sentence. */
const punctuated = (text: string): string => text.replaceAll('….', '…').replace(/(^|\. )the /g, '$1The ')

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
  const output = wireAt({ circuit }, circuit.output)
  return { text: openingOf(output, forward > 0), note: null }
}

const openingOf = (output: Wire, hasGates: boolean): string => {
  if (output.maker.kind === 'gate')
    return `Only the inputs are known. Gate by gate, from left to right, they make ${called(output)}.`
  const known = `The output is ${output.maker.kind === 'input' ? 'an input' : 'a constant'} itself`
  return hasGates
    ? `${known}: the gates run, but nothing that they make reaches it.`
    : `${known}: nothing is to be computed.`
}

const seedTold = (output: Wire): Narration => ({
  text: `Now backward. ${called(output)} is asked to grow by one unit per unit of itself: its own gradient is ${seed}.`,
  note: 'Another seed would scale every gradient by the same factor.',
})

const forwardTold = (telling: Telling, wire: Wire): Narration => {
  const notice = noticeOf(telling.pass, wire)
  const tale = taleOf(telling.pass, wire)
  const text = tale ? filled(tale.forward, telling, wire) : inGeneral(telling, wire)
  return { text, note: notice?.text ?? wildNote(telling, wire) ?? roundedValue(telling, wire) }
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
  const stand = standOf(pass, wire)
  const act = gate.body ? 'Several gates act as one: ' : ''
  return `${act}${inNumbers(gate, stand)} = ${preciseNumber(stand.out)}.`
}

const backwardTold = (telling: Telling, shares: readonly Share[], here: Here): Narration => {
  const [first] = shares
  const last = shares.at(-1)
  if (!first || !last) return { text: '', note: null }
  const gate = wireAt(telling, first.gate)
  const isWhole = isEnd(here.story, here.done) && !(here.fine && shares.length > 1)
  const told = isWhole ? wholeTold(telling, gate, shares) : shareTold(telling, last)
  const landed = isWhole ? shares : [last]
  const forks = [...new Set(landed.map(({ into }) => into))].flatMap((into) =>
    forkTold(telling, wireAt(telling, into), here),
  )
  return { text: [told, ...forks].join(' '), note: noteOf(telling, landed, here) }
}

const wholeTold = (telling: Telling, gate: Wire, shares: readonly Share[]): string => {
  const { upstream } = shares[0] as Share
  const isOrdinary = shares.every(
    ({ local, downstream }) => Number.isFinite(local) && Number.isFinite(downstream),
  )
  // 0 · ∞ is no effect of 0.
  if (upstream === 0 && isOrdinary)
    return 'The request is 0: nothing that goes through this gate has any effect here. That means insensitive at this point, not unimportant.'
  const tale = isOrdinary && !isDecided(telling.pass, gate) ? taleOf(telling.pass, gate) : null
  return tale
    ? filled(tale.backward, telling, gate)
    : shares.map((share) => shareTold(telling, share)).join(' ')
}

/** Whether a slope was decided apart from its formula: a tale is made of the formula. */
const isDecided = (pass: Pass, wire: Wire): boolean => {
  if (wire.maker.kind !== 'gate') return false
  const { operands, constant } = standOf(pass, wire)
  return wire.maker.gate.locals.some(
    (local) => local.kind === 'formula' && (local.edge?.(operands, constant) ?? null) !== null,
  )
}

/** One multiplication of the chain rule. */
const shareTold = (telling: Telling, { gate, port, upstream, local, downstream }: Share): string =>
  `${inputNames(telling, wireAt(telling, gate))[port]} gets the request times the gate’s local gradient: ${factor(upstream + 0)} · ${factor(local + 0)} = ${preciseNumber(downstream + 0)}.`

/** The shares that have come to a wire, in the order in which they came. */
const heardBy = ({ pass }: Telling, { id }: Wire, { done }: Here): readonly Share[] =>
  sharesIn(sharesInto(pass, id, done))

/** More replies than these are not listed one by one. */
const mostListed = 4

/** What a wire with several branches has heard so far. */
const forkTold = (telling: Telling, wire: Wire, here: Here): readonly string[] => {
  const voices = voicesOf(telling.pass, wire.id)
  if (voices < 2) return []
  const heard = heardBy(telling, wire, here)
  const total = preciseNumber((heard.at(-1)?.total ?? 0) + 0)
  const isListed = heard.length <= mostListed
  const sum = isListed ? `, ${sumOf(heard.map(({ downstream }) => preciseNumber(downstream + 0)))} = ` : ''
  const name = called(wire).length > longestName ? 'the wire' : called(wire)
  const all = voices === 2 ? 'Both' : `All ${voices}`
  if (heard.length === voices)
    return [`${all} branches have answered ${name}: their replies add up${isListed ? sum : ' to '}${total}.`]
  const sums = heard.length > 1 ? `${isListed ? sum : ', '}${total}` : ''
  const waits = wire.maker.kind === 'gate' ? 'must wait before it passes anything on' : 'waits for the rest'
  return [`So far ${name} has heard from ${heard.length} of ${voices} branches${sums}; it ${waits}.`]
}

/** Why printed numbers may seem not to fit, or else what the gate does in general. */
const noteOf = (telling: Telling, shares: readonly Share[], here: Here): string | null => {
  const [first] = shares
  if (!first) return null
  const gate = wireAt(telling, first.gate)
  const { pass, decimals } = telling
  const why = gate.maker.kind === 'gate' ? gate.maker.gate.why : null
  const special = firstSaid(shares, (share) =>
    specialAt(telling, gate, { ...share, share: share.downstream }),
  )
  const odd = special ?? noticeOf(pass, gate)?.text
  if (odd) return odd
  if (decimals === 0) return why
  const product = firstSaid(shares, (share) =>
    roundedProduct({ ...share, share: share.downstream }, decimals),
  )
  const sum = firstSaid(shares, ({ into }) => {
    const heard = heardBy(telling, wireAt(telling, into), here)
    if (heard.length < 2 || heard.length > mostListed) return null
    const downstream = heard.map((share) => share.downstream)
    return roundedSum(downstream, heard.at(-1)?.total ?? 0, decimals)
  })
  return [product, sum].filter((said) => said !== null).join(' ') || why
}

const firstSaid = (shares: readonly Share[], say: (share: Share) => string | null): string | null => {
  for (const share of shares) {
    const said = say(share)
    if (said !== null) return said
  }
  return null
}

const want = (gradient: number): string =>
  `${gradient > 0 ? 'higher' : 'lower'}, with force ${preciseNumber(Math.abs(gradient))}`

/** A longer name would bury the sentence. */
const longestName = 26

/** What a gate's inputs are called in a sentence. */
const inputNames = (telling: Pick<Telling, 'circuit'>, gate: Wire): readonly string[] =>
  inputsOf(gate).map((id, port, all) => {
    const name = called(wireAt(telling, id))
    if (name.length > longestName) return all.length === 1 ? 'the input' : `the ${ordinal(port)} input`
    const isTwice = all.some((other, i) => other === id && i !== port)
    return isTwice
      ? `the ${ordinal(all.slice(0, port).filter((other) => other === id).length)} ${name}`
      : name
  })

const ordinal = (at: number): string => ['first', 'second', 'third'][at] ?? `${at + 1}th`

/** A tale with its names and numbers put in, unrounded. */
const filled = (template: string, { circuit, pass }: Telling, gate: Wire): string => {
  const { operands, constant, out } = standOf(pass, gate)
  const upstream = (pass.gradients[gate.id] as number) + 0
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
    numbers.set(`l${letter}`, localAt(pass, edge(port)) + 0)
    numbers.set(`g${letter}`, shareAt(pass, edge(port)) + 0)
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

import { asTheyAnswer, inputsOf, type Use, type Wire } from '../circuit/circuit'
import { bracketed, ended, factor, preciseNumber } from '../lib/format'
import { edgeAt, localAt } from '../pass/backward'
import { noticeOf, originOf } from './notice'
import { livingUses, type Picture, shareOf, standOf, wireAt, wireByKey } from './picture'
import { mismatchOf } from './rounding'
import type { Subject } from './scene'
import { called, inNames, inNumbers, ruleInNames, sumOf } from './words'

/** How a number came about: one line of arithmetic with unrounded factors, and what else there is to say. */
export type Told = { readonly text: string; readonly note: string | null }
type Telling = Pick<Picture, 'circuit' | 'pass' | 'decimals'>

/** The answer to pointing at something; null if it is no longer there. */
export const tell = (picture: Telling, subject: Subject): Told | null => {
  const wire = wireByKey(picture, subject.wire)
  if (!wire) return null
  switch (subject.about) {
    case 'value':
    case 'gate': {
      const told = tellValue(picture, wire)
      return subject.about === 'gate' ? withStory(told, wire) : told
    }
    case 'gradient':
      return tellGradient(picture, wire)
    case 'share': {
      const use = wire.uses.find(
        ({ by, port }) => wireAt(picture, by).key === subject.by && port === subject.port,
      )
      return use ? tellShare(picture, wire, use) : null
    }
  }
}

const join = (...parts: readonly (string | null)[]): string | null => parts.filter(Boolean).join(' ') || null

/** What the gate does in general, where nothing special is to be said. */
const withStory = ({ text, note }: Told, wire: Wire): Told =>
  wire.maker.kind === 'gate' ? { text, note: note ?? wire.maker.gate.story } : { text, note }

const tellValue = (picture: Telling, wire: Wire): Told => {
  const { pass } = picture
  const out = preciseNumber(pass.values[wire.id] as number)
  const note = noticeOf(pass, wire)?.text ?? null
  const { maker } = wire
  if (maker.kind === 'input') return { text: `${called(wire)} = ${out}, an input`, note }
  if (maker.kind === 'constant') return { text: `${out}, a constant of the program`, note }
  const operands = maker.inputs.map((id) => wireAt(picture, id))
  const arithmetic = inNumbers(maker.gate, standOf(pass, wire))
  const name = wire.names.length > 0 ? called(wire) : null
  const symbols = inNames(maker.gate.formula, { wire, operands })
  const text = [name, symbols, arithmetic, out].filter((part) => part !== null).join(' = ')
  return { text, note: note ?? wildNote(picture, wire) ?? roundedValue(picture, wire) }
}

/** Why printed inputs may not give the printed result. */
export const roundedValue = ({ pass, decimals }: Telling, wire: Wire): string | null => {
  if (wire.maker.kind !== 'gate' || decimals === 0) return null
  const { gate } = wire.maker
  const { operands, constant, out } = standOf(pass, wire)
  const combine = (rounded: readonly number[]) => gate.value(rounded, constant)
  const found = mismatchOf(Array.from(operands), combine, { result: out, decimals })
  return (
    found &&
    `With ${found.printed.join(' and ')} it would come to ${found.seen}; with unrounded inputs it is ${found.is}.`
  )
}

/** NaN and ∞ flow on: says at which wire they were made. */
export const wildNote = ({ pass }: Telling, wire: Wire): string | null => {
  if (Number.isFinite(pass.values[wire.id]) || noticeOf(pass, wire)) return null
  const source = originOf(pass, wire, (other) => noticeOf(pass, other)?.kind === 'trouble')
  return source && `It was made at ${called(source)}: ${noticeOf(pass, source)?.text}`
}

const tellGradient = (picture: Telling, wire: Wire): Told => {
  const { circuit, pass } = picture
  const gradient = pass.gradients[wire.id] as number
  const on = `gradient on ${called(wire)}`
  if (wire.id === circuit.output)
    return { text: `${on} = 1, the seed`, note: 'The output grows by one unit per unit of itself.' }
  const uses = livingUses(picture, wire)
  const [only] = uses
  if (!only)
    return {
      text: `${on} = 0`,
      note: `${called(wire)} does not reach the output: changing it changes nothing.`,
    }
  if (uses.length === 1) return { ...product(picture, only, on) }
  const shares = asTheyAnswer(uses).map((use) => shareOf(pass, use))
  return {
    text: `${on} = ${sumOf(shares.map(preciseNumber))} = ${preciseNumber(gradient)}`,
    note: join(
      `A fork adds up what its ${uses.length} branches send back.`,
      roundedSum(shares, gradient, picture.decimals),
    ),
  }
}

/** A gradient that still waits: what has come, and how much is to come. */
export const tellSoFar = (picture: Telling, wire: Wire, heard: number): Told => {
  const shares = asTheyAnswer(livingUses(picture, wire))
    .slice(0, heard)
    .map((use) => shareOf(picture.pass, use))
  const total = preciseNumber(shares.reduce((sum, share) => sum + share, 0))
  const sum = shares.length > 1 ? `${sumOf(shares.map(preciseNumber))} = ` : ''
  return {
    text: `gradient on ${called(wire)} so far = ${sum}${total}`,
    note: `It has heard from ${heard} of its ${livingUses(picture, wire).length} branches; the others are still to come.`,
  }
}

/** What has not been told yet: a number of a gate that has not run, or one that has not come back. */
export const tellUnknown = (wire: Wire, subject: Subject): Told => {
  if (subject.about === 'value' || subject.about === 'gate')
    return {
      text: `${called(wire)}: not computed yet`,
      note: wire.maker.kind === 'gate' ? wire.maker.gate.story : null,
    }
  const what = subject.about === 'share' ? 'share of the gradient' : 'gradient'
  return { text: `${what} on ${called(wire)}: not known yet`, note: 'The backward pass has not come so far.' }
}

/** Why printed shares may not add up to the printed sum. */
export const roundedSum = (shares: readonly number[], sum: number, decimals: number): string | null => {
  const add = (rounded: readonly number[]) => rounded.reduce((a, b) => a + b, 0)
  const found = mismatchOf(shares, add, { result: sum, decimals })
  return (
    found &&
    `The rounded shares seem to make ${sumOf(found.printed)} = ${found.seen}; the unrounded ones add up to ${found.is}.`
  )
}

const tellShare = (picture: Telling, wire: Wire, use: Use): Told =>
  product(picture, use, `share of the gradient on ${called(wire)} from ${called(wireAt(picture, use.by))}`)

/** upstream · local, for one use of a wire. */
const product = (picture: Telling, use: Use, what: string): Told => {
  const { pass } = picture
  const gateWire = wireAt(picture, use.by)
  if (gateWire.maker.kind !== 'gate') return { text: what, note: null }
  const upstream = pass.gradients[use.by] as number
  const local = localAt(pass, edgeAt(pass, use.by, use.port))
  const share = shareOf(pass, use) + 0
  const text = `${what} = ${factor(upstream)} · ${factor(local)} = ${preciseNumber(share)}`
  const factors = `Upstream ${preciseNumber(upstream)}, times local ${localInWords(picture, gateWire, use.port)}`
  const rounded = picture.decimals > 0 ? roundedProduct({ upstream, local, share }, picture.decimals) : null
  const special = specialAt(picture, gateWire, { port: use.port, local, share })
  return { text, note: join(ended(factors), special ?? rounded ?? gateWire.maker.gate.story) }
}

/** The local gradient as the gate's rule with its operands' names, and as a number. */
const localInWords = ({ circuit, pass }: Telling, gateWire: Wire, port: number): string => {
  const number = preciseNumber(localAt(pass, edgeAt(pass, gateWire.id, port)))
  if (gateWire.maker.kind !== 'gate') return number
  const { gate } = gateWire.maker
  const { operands: numbers, constant } = standOf(pass, gateWire)
  const rule = gate.locals[port]
  const operands = inputsOf(gateWire).map((id) => wireAt({ circuit }, id))
  if (!rule || gate.kink(numbers, constant) !== null) return number
  if (rule.kind !== 'formula') return `${number} (${ruleInNames(rule.says, gate.ports, operands)})`
  // Where the number was decided apart from the formula, the formula would mislead.
  if ((rule.edge?.(numbers, constant) ?? null) !== null) return number
  const formula = inNames(rule.formula, { wire: gateWire, operands })
  return formula && formula !== number ? `${formula} = ${number}` : number
}

/** What is special at this point: a kink, a slope that is no number. */
export const specialAt = (
  { pass }: Telling,
  gateWire: Wire,
  { port, local, share }: { port: number; local: number; share: number },
): string | null => {
  if (gateWire.maker.kind !== 'gate') return null
  const { gate } = gateWire.maker
  const { operands, constant } = standOf(pass, gateWire)
  const kink = gate.kink(operands, constant)
  if (kink !== null) return kink
  if (Number.isNaN(local)) return noticeOf(pass, gateWire)?.text ?? lost(share)
  if (Number.isNaN(share)) return lost(share)
  if (!Number.isFinite(local)) return 'The slope is infinite here.'
  const rule = gate.locals[port]
  const isTaken = rule?.kind === 'formula' && (rule.edge?.(operands, constant) ?? null) !== null
  return isTaken ? `Here the slope is taken as ${preciseNumber(local)}.` : null
}

const lost = (share: number): string | null =>
  Number.isNaN(share) ? 'A product with NaN, or of 0 and ∞, has no definite value.' : null

/** Why printed factors may not give the printed product. */
export const roundedProduct = (
  { upstream, local, share }: { upstream: number; local: number; share: number },
  decimals: number,
): string | null => {
  const multiply = (rounded: readonly number[]) => rounded.reduce((a, b) => a * b, 1)
  const found = mismatchOf([upstream, local], multiply, { result: share, decimals })
  const factors = found?.printed.map(bracketed).join(' · ')
  return found && `Rounded, it would look like ${factors} = ${found.seen}; unrounded it is ${found.is}.`
}

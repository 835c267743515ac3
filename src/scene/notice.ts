import { inputsOf, type Wire } from '../circuit/circuit'
import type { Pass } from '../pass/backward'
import { edgeAt, localAt } from '../pass/backward'
import { standOf } from './picture'

/** What has to be pointed out at a wire's maker: it stands on a kink, or is the first to make NaN or ±∞. */
export type Notice = { readonly kind: 'kink' | 'trouble'; readonly text: string }

const isWild = (value: number): boolean => !Number.isFinite(value)

/** NaN is made where no input is NaN; ±∞ where all inputs are finite. Anywhere else it only passes through. */
const isMadeHere = (out: number, given: readonly number[]): boolean =>
  Number.isNaN(out) ? !given.some(Number.isNaN) : isWild(out) && !given.some(isWild)

export const noticeOf = (pass: Pass, wire: Wire): Notice | null => {
  const out = pass.values[wire.id] as number
  const { maker } = wire
  if (maker.kind !== 'gate')
    return isWild(out)
      ? {
          kind: 'trouble',
          text: `${wire.text} is no ordinary number, and neither is what is computed from it.`,
        }
      : null
  const { operands, constant } = standOf(pass, wire)
  const given = Array.from(operands)
  if (isMadeHere(out, given)) return { kind: 'trouble', text: troubleOf(maker, given, constant) }
  if (given.some(isWild) || isWild(constant)) return null
  const kink = maker.gate.kink(operands, constant)
  if (kink !== null) return { kind: 'kink', text: kink }
  const steep = inputsOf(wire).some((_, port) => isWild(localAt(pass, edgeAt(pass, wire.id, port))))
  return steep
    ? { kind: 'trouble', text: 'The value is fine here, but the slope is not a finite number.' }
    : null
}

const troubleOf = (
  { gate, constant: built }: Extract<Wire['maker'], { kind: 'gate' }>,
  given: readonly number[],
  constant: number,
): string =>
  isWild(constant) && !given.some(isWild)
    ? `The constant ${built?.text ?? ''} is no ordinary number.`
    : gate.trouble(given, constant)

/** The nearest wire before this one at which its NaN or ±∞ was made. */
export const originOf = (
  { circuit, values }: Pass,
  wire: Wire,
  noticed: (wire: Wire) => boolean,
): Wire | null => {
  const passes = (other: number) =>
    Number.isNaN(values[wire.id]) ? Number.isNaN(values[other]) : isWild(values[other] as number)
  const before = new Set<number>(inputsOf(wire).filter(passes))
  for (let id = wire.id - 1; id >= 0; id--) {
    const other = circuit.wires[id]
    if (!other || !before.has(id)) continue
    if (noticed(other)) return other
    for (const input of inputsOf(other)) if (passes(input)) before.add(input)
  }
  return null
}

import { inputsOf, type Wire } from '../circuit/circuit'
import type { Pass } from '../pass/backward'
import { edgeAt } from '../pass/backward'
import { standOf } from './picture'

/** What has to be pointed out at a wire's maker: it stands on a kink, or is the first to make NaN or ±∞. */
export type Notice = { readonly kind: 'kink' | 'trouble'; readonly text: string }

const wild = 'is no ordinary number, and neither is what is computed from it.'

export const noticeOf = (pass: Pass, wire: Wire): Notice | null => {
  const out = pass.values[wire.id] as number
  if (wire.maker.kind !== 'gate')
    return Number.isFinite(out) ? null : { kind: 'trouble', text: `${wire.text} ${wild}` }
  const { gate } = wire.maker
  const { operands, constant } = standOf(pass, wire)
  if (!Array.from(operands).every(Number.isFinite)) return null
  if (!Number.isFinite(out)) return { kind: 'trouble', text: gate.trouble(operands, constant) }
  const kink = gate.kink(operands, constant)
  if (kink !== null) return { kind: 'kink', text: kink }
  const steep = inputsOf(wire).some((_, port) => !Number.isFinite(pass.locals[edgeAt(pass, wire.id, port)]))
  return steep
    ? { kind: 'trouble', text: 'The value is fine here, but the slope is not a finite number.' }
    : null
}

import { largestLiteral, stepOf, writeLiteral } from '../lib/literal'
import { inputRowsOf, withInput } from './inputs'
import { isFixed, refuse } from './refusing'
import { drag, type Session, say } from './session'

/** How a drag goes: a step for some pixels, a tenth of one, or ten. */
export type Pace = 'plain' | 'fine' | 'coarse'

/** By so many pixels of a hand's way, or by so many steps of a key. */
export type Pull = { readonly by: number; readonly unit: 'pixel' | 'step'; readonly pace: Pace }

/** Pixels for one step. Whole numbers are far apart, hundredths close together. */
const pixelsFor = (decimals: number): number => [8, 4][decimals] ?? 2

const factors: Readonly<Record<Pace, number>> = { plain: 1, fine: 0.1, coarse: 10 }

/** Takes an input in hand. While the picture is not that of the text its numbers cannot be moved, nor one that is not finite. */
export const grab = (session: Session, key: string): Session => {
  if (isFixed(session)) return refuse(session)
  const row = inputRowsOf(session).find((each) => each.key === key)
  if (!row) return session
  if (!Number.isFinite(row.value))
    return say(session, `${row.name} is no finite number: type another one in its place.`)
  const { value, decimals } = row
  const step = stepOf(value, decimals)
  return {
    ...session,
    gesture: session.gesture ?? session.source,
    typedAt: null,
    held: { key, value, step, grain: step, decimals },
  }
}

/** Moves the input in hand; nothing where there is none (any more). One that would leave the numbers stays, with a word. */
export const pull = (session: Session, { by, unit, pace }: Pull): Session => {
  const { held } = session
  if (!held) return session
  const { key, value, step } = held
  const wanted = value + (by * step * factors[pace]) / (unit === 'pixel' ? pixelsFor(held.decimals) : 1)
  const kept = Math.min(largestLiteral, Math.max(-largestLiteral, wanted))
  const grain = Math.min(held.grain, step * factors[pace])
  const decimals = grain < 0.99 * 10 ** -held.decimals ? held.decimals + 1 : held.decimals
  const written = withInput(session, key, writeLiteral(inSteps(kept, grain), decimals))
  if (!written.ok) return session
  const moved = written.value === session.source ? session : drag(session, written.value)
  const notice = kept === wanted ? moved.notice : atTheEnd
  return { ...moved, held: { ...held, value: kept, grain }, notice }
}

const inSteps = (value: number, step: number): number => {
  const steps = value / step
  // Beyond what a double counts exactly, every number is as round as any other.
  return Math.abs(steps) < 1e15 ? Math.round(steps) * step : value
}

const atTheEnd = 'This is as far as a number goes: the next would be read as ∞.'

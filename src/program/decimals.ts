import { remember } from '../lib/remember'
import { everyEdge, shareAt } from '../pass/backward'
import { type Program, passOf } from './derive'

const isWhole = (value: number): boolean => Number.isInteger(value) || !Number.isFinite(value)

/** Integers while every number there is, is one (circuit-1); else two decimals everywhere. */
export const usualDecimals = remember((program: Program): number => {
  const pass = passOf(program)
  const isPlain =
    [pass.values, pass.gradients].every((numbers) => numbers.every(isWhole)) &&
    everyEdge(pass, (edge) => isWhole(shareAt(pass, edge)))
  return isPlain ? 0 : 2
})

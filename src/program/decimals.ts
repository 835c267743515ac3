import { remember } from '../lib/remember'
import { type Program, passOf } from './derive'

const isWhole = (value: number): boolean => Number.isInteger(value) || !Number.isFinite(value)

/** Integers while every number there is, is one (circuit-1); else two decimals everywhere. */
export const usualDecimals = remember((program: Program): number => {
  const { values, gradients, shares } = passOf(program)
  return [values, gradients, shares].every((numbers) => numbers.every(isWhole)) ? 0 : 2
})

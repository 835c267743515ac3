import type { Naming } from '../code/names'
import type { Dialect } from '../code/python'
import type { Subject } from '../scene/scene'

/** What stands beside an answer: the chain rule, the paths to the output, or what a nudge does. */
export type Beside = 'rule' | 'paths' | 'nudge'

/** What is tried out on a circuit, beside stepping through it. */
export type Bench = {
  readonly beside: Beside
  /** By how much wires are held higher, and which of them, all at once; empty: the one that is asked about. By key. */
  readonly size: number
  readonly nudged: readonly string[]
  /** The path that is pointed at, by its place in the list. */
  readonly path: number | null
  /** The number whose factor in a formula is pointed at. */
  readonly lit: Subject | null
  /** A step along all gradients: how far per unit of gradient, and whether the output is to rise or to fall. */
  readonly rate: number
  readonly aim: 'raise' | 'lower'
  /** Inputs that are data: such a step leaves them. By name. */
  readonly locked: readonly string[]
  /** The staged code stands in place of the program: in which language, and what it calls gradients. */
  readonly code: boolean
  readonly dialect: Dialect
  readonly naming: Naming
}

/** How far a nudge or a step may go. */
export const sizes: readonly number[] = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]

export const plainBench: Bench = {
  beside: 'rule',
  size: 0.1,
  nudged: [],
  path: null,
  lit: null,
  rate: 0.01,
  aim: 'raise',
  locked: [],
  code: false,
  dialect: 'math',
  naming: 'dfdq',
}

/** Something else is looked at: what was pointed at in a list or a formula no longer is. */
export const unlit = (bench: Bench): Bench =>
  bench.path === null && bench.lit === null ? bench : { ...bench, path: null, lit: null }

/** For another program: what hangs on its wires is forgotten. */
export const cleared = (bench: Bench): Bench => ({ ...bench, nudged: [], path: null, lit: null, locked: [] })

import { programOf } from '../program/drawable'
import type { Bench } from './bench'

/** Inputs are locked by name; where only names have changed, the locks stay on the same inputs. */
export const withLocks = (bench: Bench, before: string | null, after: string | null): Bench => {
  if (bench.locked.length === 0 || before === after) return bench
  const [old, now] = [namesIn(before), namesIn(after)]
  if (old.length !== now.length) return bench
  const locked = bench.locked.map((name) => (now.includes(name) ? name : (now[old.indexOf(name)] ?? name)))
  return { ...bench, locked }
}

const namesIn = (whole: string | null): readonly string[] =>
  programOf(whole)?.literals.map(({ name }) => name) ?? []

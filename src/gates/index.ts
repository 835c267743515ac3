import { grammarOf } from '../language/grammar'
import * as arithmetic from './arithmetic'
import * as choices from './choices'
import * as functions from './functions'
import type { Gate } from './gate'

const catalogue = { ...arithmetic, ...functions, ...choices }

/** THE catalogue. Adding a gate is adding a record to one of the families. */
export const gates: ReadonlyMap<string, Gate> = new Map(Object.entries(catalogue))

/** A gate of the catalogue by its key; asking for one that is not there is a bug. */
export const gateNamed = (key: string): Gate => {
  const gate = gates.get(key)
  if (!gate) throw new Error(`no gate ${key} in the catalogue`)
  return gate
}

/** How the catalogue's gates are written: what the parser and the printers read. */
export const grammar = grammarOf([...gates].map(([key, gate]) => [key, gate.syntax] as const))

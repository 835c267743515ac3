import { grammar } from '../gates/index'
import { parse } from '../language/parse'
import type { Problem } from '../lib/result'
import { type Built, build } from './build'
import { inputsOf, signOf, type Wire } from './circuit'

/** A sound program's circuit, for tests. */
export const builtFrom = (source: string): Built => {
  const { statements, problems } = parse(source, grammar)
  const built = build(source, statements)
  const found: readonly Problem[] = built.ok ? problems : [...problems, ...built.problems]
  if (!built.ok || found.length > 0) throw new Error(found.map((problem) => problem.message).join('\n'))
  return built.value
}

/** Every wire in one line, as a person would check it: `q = x + y` has `x`, `y`, `q = +(x, y)`. */
export const outline = (source: string): readonly string[] => {
  const { wires } = builtFrom(source).circuit
  const called = (wire: Wire): string => wire.names.join(' = ') || `#${wire.id}`
  const at = (id: number): string => {
    const wire = wires[id] as Wire
    return wire.maker.kind === 'constant' ? wire.maker.constant.text : called(wire)
  }
  return wires.flatMap((wire) => {
    if (wire.maker.kind === 'constant') return []
    if (wire.maker.kind === 'input') return [called(wire)]
    return [`${called(wire)} = ${signOf(wire)}(${inputsOf(wire).map(at).join(', ')})`]
  })
}

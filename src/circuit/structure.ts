import { type Circuit, inputsOf, signOf } from './circuit'

/**
 * Equal for two circuits that are drawn at the same places: everything a layout looks at, and nothing of where in
 * the text it stands. Dragging an input never changes it.
 */
export const structureOf = ({ wires, output }: Circuit): string =>
  wires
    .map((wire) =>
      [
        wire.key,
        wire.names.join('='),
        wire.maker.kind,
        signOf(wire),
        inputsOf(wire).join(','),
        wire.tag ?? '',
      ].join('|'),
    )
    .join('\n')
    .concat(`\n${output}`)

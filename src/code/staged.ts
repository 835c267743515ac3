import { inputsOf, type Wire } from '../circuit/circuit'
import type { Gate } from '../gates/gate'
import { everyEdge, localAt, type Pass } from '../pass/backward'
import type { Step } from '../pass/steps'
import { type Story, stepsOf, storyOf } from '../pass/story'
import { type Program, passOf } from '../program/derive'
import { type Names, type Naming, namesIn } from './names'
import { numberIn, ownGate } from './own'
import { type Dialect, helpersIn, slopeIn, valueIn } from './python'

/** One line of the staged code, and what of the circuit it is about, by keys. */
export type CodeLine = {
  readonly text: string
  readonly kind: 'head' | 'input' | 'forward' | 'seed' | 'share' | 'print'
  /** The wire whose gate runs in this line, or sends its share; the input that is set. */
  readonly wire: string | null
  /** The wire whose gradient this line writes. */
  readonly into: string | null
  /** How many steps of the story are over when it has run; null where it takes none. */
  readonly done: number | null
}

export type Wanted = {
  readonly dialect: Dialect
  readonly naming: Naming
  /** A worksheet: the gradients are to be filled in. */
  readonly blank?: boolean
}

type Code = {
  readonly pass: Pass
  readonly story: Story
  readonly names: Names
  readonly dialect: Dialect
  readonly blank: boolean
}

/**
 * The pass as a program in Python: a line for every gate, tagged with its number, and backward, in reverse order, a
 * line for every share: `=` for the first one of a variable, `+=` for those that come later.
 */
export const codeOf = (program: Program, { dialect, naming, blank = false }: Wanted): readonly CodeLine[] => {
  const pass = passOf(program)
  const names = namesIn(program.circuit, naming)
  const code: Code = { pass, story: storyOf(pass), names, dialect: ableTo(pass, dialect), blank }
  const body = [
    ...inputLines(program, code),
    ...forwardLines(code),
    ...backwardLines(code),
    ...printLines(code),
  ]
  return [...headLines(code, body, remark(pass, code.dialect, dialect)), ...body]
}

export const codeText = (lines: readonly CodeLine[]): string =>
  `${lines.map(({ text }) => text).join('\n')}\n`

const isOrdinary = (pass: Pass): boolean =>
  [pass.values, pass.gradients].every((numbers) => numbers.every(Number.isFinite)) &&
  everyEdge(pass, (edge) => Number.isFinite(localAt(pass, edge)))

/** Python's own arithmetic stops at a division by 0 and at ∞; NumPy's goes on as the circuit does. */
const ableTo = (pass: Pass, dialect: Dialect): Dialect =>
  dialect === 'math' && !isOrdinary(pass) ? 'numpy' : dialect

/** What is to be said first where a number is no ordinary one. */
const remark = (pass: Pass, dialect: Dialect, wanted: Dialect): readonly string[] => {
  if (isOrdinary(pass)) return []
  if (dialect === 'torch')
    return ['# Where a number is infinite or none, PyTorch has rules of its own for gradients.']
  return dialect === wanted ? [] : ['# NumPy, not math: these numbers leave what math can hold.']
}

const line = (text: string, kind: CodeLine['kind'], about: Partial<CodeLine> = {}): CodeLine => ({
  text,
  kind,
  wire: null,
  into: null,
  done: null,
  ...about,
})

const ownGatesIn = ({ circuit }: Pass): readonly Gate[] => [
  ...new Set(
    circuit.wires.flatMap(({ maker }) => (maker.kind === 'gate' && maker.gate.body ? [maker.gate] : [])),
  ),
]

const imports = { math: 'import math', numpy: 'import numpy as np', torch: 'import torch' } as const

const headLines = (
  code: Code,
  body: readonly CodeLine[],
  remarks: readonly string[],
): readonly CodeLine[] => {
  const own = ownGatesIn(code.pass).map((gate) => ownGate(code.dialect, gate, code.names))
  const text = [...body.map((each) => each.text), ...own.flat()].join('\n')
  const functions = [...helpersIn(code.dialect, text).map((helper) => helper.split('\n')), ...own]
  const isNeeded = code.dialect !== 'math' || /\bmath\./.test(`${text}${functions.flat().join('')}`)
  const head = [
    ...remarks,
    ...(isNeeded ? [imports[code.dialect]] : []),
    ...(code.dialect === 'numpy' ? ["np.seterr(all='ignore')"] : []),
    ...functions.flatMap((lines) => ['', ...lines]),
  ]
  return head.length === 0 ? [] : [...head, ''].map((each) => line(each, 'head'))
}

const inputLines = ({ literals }: Program, { pass, names, dialect }: Code): readonly CodeLine[] => {
  const values = new Map(literals.map(({ wire, value }) => [wire, value]))
  const set = pass.circuit.wires.flatMap((wire) => {
    if (wire.maker.kind === 'gate') return []
    const value =
      wire.maker.kind === 'constant' ? wire.maker.constant.value : (values.get(wire.id) ?? Number.NaN)
    const text = `${names.of(wire)} = ${given(value, dialect, wire.maker.kind === 'input')}`
    return [line(text, 'input', { wire: wire.key })]
  })
  return [...set, line('', 'head')]
}

const given = (value: number, dialect: Dialect, isInput: boolean): string => {
  const number = numberIn(value)
  if (dialect === 'numpy') return `np.float64(${number})`
  if (dialect === 'math') return number
  return `torch.tensor(${number}, dtype=torch.float64${isInput ? ', requires_grad=True' : ''})`
}

const wireOf = ({ pass }: Code, id: number): Wire => pass.circuit.wires[id] as Wire

const fillingOf = (code: Code, wire: Wire) => ({
  operands: inputsOf(wire).map((id) => code.names.of(wireOf(code, id))),
  constant: wire.maker.kind === 'gate' ? numberIn(wire.maker.constant?.value ?? 0).replace(/\.0$/, '') : '0',
  out: code.names.of(wire),
})

/** The tags of the program's own lines; where it has none, the place of each gate in the forward pass. */
const tagsIn = ({ pass, story }: Code): ReadonlyMap<number, string> => {
  const gates = stepsOf(story).flatMap((step) => (step.kind === 'forward' ? [step.gate] : []))
  const own = gates.flatMap((gate) => {
    const tag = pass.circuit.wires[gate]?.tag
    return tag ? [[gate, tag] as const] : []
  })
  return new Map(own.length > 0 ? own : gates.map((gate, i) => [gate, String(i + 1)]))
}

const tagged = (text: string, tag: string | undefined, width: number): string =>
  tag === undefined ? text : `${text.padEnd(width)}  #(${tag})`

const longestOf = (lines: readonly { readonly text: string }[]): number =>
  lines.reduce((most, { text }) => Math.max(most, text.length), 0)

const forwardLines = (code: Code): readonly CodeLine[] => {
  const tags = tagsIn(code)
  const found = stepsOf(code.story).flatMap((step, i) => {
    if (step.kind !== 'forward') return []
    const wire = wireOf(code, step.gate)
    return [{ wire, done: i + 1, text: `${code.names.of(wire)} = ${forwardOf(code, wire)}` }]
  })
  const width = longestOf(found)
  return found.map(({ wire, done, text }) =>
    line(tagged(text, tags.get(wire.id), width), 'forward', { wire: wire.key, done }),
  )
}

const forwardOf = (code: Code, wire: Wire): string => {
  if (wire.maker.kind !== 'gate') return ''
  const { gate } = wire.maker
  const filling = fillingOf(code, wire)
  return gate.body
    ? `${code.names.gate(gate)}(${filling.operands.join(', ')})`
    : valueIn(code.dialect, gate, filling)
}

const backwardLines = (code: Code): readonly CodeLine[] => {
  const output = wireOf(code, code.pass.circuit.output)
  if (code.dialect === 'torch')
    return [line('', 'head'), line(`${code.names.of(output)}.backward()`, 'seed', { wire: output.key })]
  const tags = tagsIn(code)
  const heard = new Set<number>()
  const found = stepsOf(code.story).flatMap((step, i) => {
    if (step.kind === 'forward') return []
    const isFirst = step.kind === 'seed' || !heard.has(step.into)
    heard.add(step.kind === 'seed' ? step.wire : step.into)
    return [{ step, done: i + 1, text: backwardOf(code, step, isFirst) }]
  })
  const width = longestOf(found)
  const lines = found.map(({ step, done, text }) => {
    const [gate, into] = step.kind === 'seed' ? [step.wire, step.wire] : [step.gate, step.into]
    const shown = step.kind === 'seed' ? text : tagged(text, tags.get(gate), width)
    return line(shown, step.kind, { wire: wireOf(code, gate).key, into: wireOf(code, into).key, done })
  })
  const unheard = code.pass.circuit.wires.filter(({ id, maker }) => maker.kind === 'input' && !heard.has(id))
  const zeros = unheard.map((wire) =>
    line(`${code.names.gradientOf(wire)} = 0.0  # does not reach the output`, 'share', { into: wire.key }),
  )
  return [line('', 'head'), ...lines, ...zeros]
}

const backwardOf = (code: Code, step: Exclude<Step, { kind: 'forward' }>, isFirst: boolean): string => {
  const { names } = code
  if (step.kind === 'seed') return `${names.gradientOf(wireOf(code, step.wire))} = 1.0`
  const [into, gate] = [wireOf(code, step.into), wireOf(code, step.gate)]
  const sign = isFirst ? '=' : '+='
  const right = code.blank ? '________' : `${slopeOf(code, gate, step)} * ${names.gradientOf(gate)}`
  return `${names.gradientOf(into)} ${sign} ${right}`
}

const slopeOf = (code: Code, wire: Wire, { port, local }: Extract<Step, { kind: 'share' }>): string => {
  if (wire.maker.kind !== 'gate') return ''
  const { gate, inputs, constant } = wire.maker
  const filling = fillingOf(code, wire)
  if (gate.body) return `${code.names.slopes(gate)}(${filling.operands.join(', ')})[${port}]`
  const rule = gate.locals[port]
  const operands = inputs.map((id) => code.pass.values[id] as number)
  // Where the number was decided apart from the formula, the formula would give another one.
  const isDecided = rule?.kind === 'formula' && (rule.edge?.(operands, constant?.value ?? 0) ?? null) !== null
  return isDecided ? numberIn(local) : slopeIn(code.dialect, gate, port, filling)
}

const printLines = (code: Code): readonly CodeLine[] => {
  const { pass, names, dialect } = code
  const { circuit } = pass
  const output = names.of(wireOf(code, circuit.output))
  const item = dialect === 'torch' ? '.item()' : ''
  const gradients = circuit.wires.filter(({ maker }) => maker.kind === 'input')
  return [
    line('', 'head'),
    line(`print('${output}', float(${output}${item}))`, 'print'),
    ...gradients.map((wire) => {
      const name = names.gradientOf(wire)
      const value =
        dialect === 'torch'
          ? `0.0 if ${names.of(wire)}.grad is None else ${names.of(wire)}.grad.item()`
          : name
      return line(`print('${name}', float(${value}))`, 'print')
    }),
  ]
}

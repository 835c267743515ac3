import { composite } from '../gates/composite'
import type { Gate } from '../gates/gate'
import { grammar } from '../gates/index'
import { constants, operatorOf } from '../gates/run'
import type { Expr } from '../language/expr'
import type { Statement } from '../language/statement'
import { budget } from '../lib/budget'
import type { Problem } from '../lib/result'
import { buildProblem as problem } from './build-problems'

type Definition = Extract<Statement, { kind: 'define' }>

/** Gates that the program defines, `s(t) = …`, as far as it has been read. */
export type OwnGates = {
  readonly gates: Map<string, Gate>
  /** How many gates each is made of, those of the gates it uses included. */
  readonly sizes: Map<string, number>
  /** How deep each is nested: 1 where it uses no gate of the user's own. */
  readonly depths: Map<string, number>
  /** Names whose definition has a problem of its own. */
  readonly lost: Set<string>
}

export const noOwnGates = (): OwnGates => ({
  gates: new Map(),
  sizes: new Map(),
  depths: new Map(),
  lost: new Set(),
})

/** Takes up a definition, or says what is wrong with it. */
export const takeUp = (own: OwnGates, { name, ports, body, at }: Definition): readonly Problem[] => {
  const callees = body.flatMap((node) => (node.kind === 'call' ? [node.callee] : []))
  const size = callees.reduce((sum, callee) => sum + (own.sizes.get(callee) ?? 1) - 1, body.length)
  const depth = callees.reduce((most, callee) => Math.max(most, (own.depths.get(callee) ?? 0) + 1), 1)
  const found = [...problemsInside({ name, ports, body }, own)]
  if (size > budget.body) found.push(problem.bodyTooLarge(name, at))
  if (depth > budget.nesting) found.push(problem.bodyTooDeep(name, at))
  if (found.length > 0) own.lost.add(name)
  else {
    own.gates.set(name, composite(name, { ports, body, own: own.gates }))
    own.sizes.set(name, size)
    own.depths.set(name, depth)
    own.lost.delete(name)
  }
  return found
}

type Body = { readonly name: string; readonly ports: readonly string[]; readonly body: Expr }

const problemsInside = (inside: Body, own: OwnGates): readonly Problem[] =>
  inside.body.flatMap((node) => nodeProblems(node, inside, own))

const nodeProblems = (node: Expr[number], { name, ports }: Body, own: OwnGates): readonly Problem[] => {
  switch (node.kind) {
    case 'number':
    case 'prefix':
      return []
    case 'name':
      return ports.includes(node.name) || constants.has(node.name)
        ? []
        : [problem.notAnInput({ gate: name, ports }, node.name, node.span)]
    case 'infix':
      return operatorOf(node, own.gates) ? [] : [problem.tensor(`\`${node.symbol}\``, node.span)]
    case 'call':
      return calleeProblems({ node, inside: name }, own)
    case 'list':
    case 'entry':
    case 'method':
      return [problem.tensor('Lists inside a gate', node.span)]
  }
}

type Call = Extract<Expr[number], { kind: 'call' }>

/** Shared by bodies and ordinary expressions: is the callee a gate, and has it as many inputs as it takes? */
export const calleeProblems = (
  { node, inside }: { node: Call; inside: string | null },
  own: OwnGates,
): readonly Problem[] => {
  const gate = operatorOf(node, own.gates)?.gate
  if (own.lost.has(node.callee) && node.callee !== inside) return []
  if (!gate && node.callee === inside) return [problem.inside(node.callee, node.at)]
  if (!gate)
    return [problem.unknownGate(node.callee, node.at, [...grammar.calls.keys(), ...own.gates.keys()])]
  const has = node.operands.length
  if (has === gate.ports.length) return []
  return [problem.inputs(node.callee, node.at, { wants: wanted(node.callee, gate.ports.length), has })]
}

const wanted = (callee: string, ports: number): string => {
  if (grammar.calls.get(callee)?.folds) return 'two inputs or more'
  return ports === 1 ? 'one input' : `${ports} inputs`
}

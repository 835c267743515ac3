import { composite } from '../gates/composite'
import type { Gate } from '../gates/gate'
import { grammar } from '../gates/index'
import { constants, operatorOf } from '../gates/run'
import type { Expr } from '../language/expr'
import type { Statement } from '../language/statement'
import { budget } from '../lib/budget'
import { type Problem, spanOf } from '../lib/result'
import { buildProblem as problem } from './build-problems'

type Definition = Extract<Statement, { kind: 'define' }>

/** Gates that the program defines, `s(t) = …`, as far as it has been read. */
export type OwnGates = {
  readonly gates: Map<string, Gate>
  /** Names whose definition has a problem of its own. */
  readonly lost: Set<string>
  /** Of how many gates all of them are made, taken apart. */
  size: number
}

export const noOwnGates = (): OwnGates => ({ gates: new Map(), lost: new Set(), size: 0 })

/** Takes up a definition, or says what is wrong with it. */
export const takeUp = (own: OwnGates, { name, ports, body, at }: Definition): readonly Problem[] => {
  const size = body.reduce((sum, node) => sum + sizeOf(node, own), 0)
  const found = [...problemsInside({ name, ports, body }, own)]
  if (own.size + size > budget.bodies) found.push(problem.bodyTooLarge(name, at))
  if (found.length > 0) own.lost.add(name)
  else {
    own.gates.set(name, composite(name, { ports, body, own: own.gates }))
    own.size += size
    own.lost.delete(name)
  }
  return found
}

const sizeOf = (node: Expr[number], own: OwnGates): number =>
  (node.kind === 'call' && own.gates.get(node.callee)?.body?.length) || 1

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
        : [problem.notAnInput({ gate: name, ports }, node.name, spanOf(node))]
    case 'infix':
      return operatorOf(node, own.gates) ? [] : [problem.tensor(`\`${node.symbol}\``, spanOf(node))]
    case 'call':
      return calleeProblems({ node, inside: name }, own)
    case 'list':
    case 'entry':
    case 'method':
      return [problem.tensor('Lists inside a gate', spanOf(node))]
  }
}

type Call = Extract<Expr[number], { kind: 'call' }>

/** Shared by bodies and ordinary expressions: is the callee a gate, and has it as many inputs as it takes? */
export const calleeProblems = (
  { node, inside }: { node: Call; inside: string | null },
  own: OwnGates,
): readonly Problem[] => {
  const gate = operatorOf(node, own.gates)?.gate
  if (!gate && node.callee === inside) return [problem.inside(node.callee, node.at)]
  if (own.lost.has(node.callee)) return []
  if (!gate)
    return [problem.unknownGate(node.callee, node.at, [...grammar.calls.keys(), ...own.gates.keys()])]
  const has = node.operands.length
  if (has === gate.ports.length) return []
  return [
    problem.inputs(node.callee, node.at, {
      wants: wanted(node.callee, gate.ports.length),
      takes: gate.ports.length,
      has,
    }),
  ]
}

const wanted = (callee: string, ports: number): string => {
  if (grammar.calls.get(callee)?.folds) return 'two inputs or more'
  return ports === 1 ? 'one input' : `${ports} inputs`
}

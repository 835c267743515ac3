import { constants } from '../gates/run'
import { addNames, namesIn } from '../language/expr'
import type { Statement } from '../language/statement'

const namesGiven = (statement: Statement): readonly string[] => {
  switch (statement.kind) {
    case 'assign':
      return statement.assignments.map((assignment) => assignment.name)
    case 'define':
      return [statement.name, ...statement.ports]
    case 'broken':
      return statement.names
    case 'express':
    case 'import':
      return []
  }
}

export const namesUsed = (statement: Statement): ReadonlySet<string> => {
  switch (statement.kind) {
    case 'assign':
      return statement.assignments.reduce((names, { value }) => addNames(names, value), new Set<string>())
    case 'define':
      return namesIn(statement.body)
    case 'express':
      return namesIn(statement.value)
    case 'broken':
    case 'import':
      return new Set()
  }
}

/** What a gradient is named after: `q` of `dq`, `f` and `q` of `dfdq`, where they stand above; else nothing. */
export const namedAfter = (name: string, above: ReadonlySet<string>): readonly string[] => {
  if (!name.startsWith('d')) return []
  if (above.has(name.slice(1))) return [name.slice(1)]
  for (let i = 2; i < name.length - 1; i++) {
    const [left, right] = [name.slice(1, i), name.slice(i + 1)]
    if (name[i] === 'd' && above.has(left) && above.has(right)) return [left, right]
  }
  return []
}

const candidates = (statements: readonly Statement[]): ReadonlySet<Statement> => {
  const above = new Set<string>()
  const found = new Set<Statement>()
  for (const statement of statements) {
    const given = namesGiven(statement)
    const gradients = statement.kind === 'assign' && given.every((name) => namedAfter(name, above).length > 0)
    if (gradients) found.add(statement)
    for (const name of given) above.add(name)
    for (const name of namesUsed(statement)) above.add(name)
  }
  return found
}

/** A line that computes something, as opposed to naming inputs. */
const computes = (statement: Statement): boolean =>
  statement.kind === 'express' ||
  statement.kind === 'broken' ||
  (statement.kind === 'assign' && [...namesUsed(statement)].some((name) => !constants.has(name)))

const none: ReadonlySet<Statement> = new Set()

/**
 * The lines of a backward pass written by hand: they assign `dq` for a `q` above, and nothing else uses them.
 * Where they are all there is to compute, they are ordinary lines.
 */
export const backwardLines = (statements: readonly Statement[]): ReadonlySet<Statement> => {
  // Only a name that begins so can be a gradient's: most programs have none.
  if (!statements.some((line) => namesGiven(line).some((name) => name.startsWith('d')))) return none
  const found = new Set(candidates(statements))
  const giving = new Map<string, Statement[]>()
  for (const line of found)
    for (const name of namesGiven(line)) {
      const lines = giving.get(name) ?? []
      lines.push(line)
      giving.set(name, lines)
    }
  // What an ordinary line uses is ordinary too, and so is what that uses.
  const ordinary = statements.filter((line) => !found.has(line))
  for (const line of ordinary)
    for (const name of namesUsed(line)) {
      for (const used of giving.get(name) ?? []) if (found.delete(used)) ordinary.push(used)
      giving.delete(name)
    }
  const rest = statements.filter((line) => !found.has(line) && line.kind !== 'import')
  // A gate's definition computes nothing by itself, save as the last line: then it is the output.
  const others = rest.some((line, i) => (line.kind === 'define' ? i === rest.length - 1 : computes(line)))
  return others ? found : new Set()
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileAnew } from './derive'
import { spanIn, withLiteral } from './literal-edit'
import type { Program } from './program'
import { randomProgram } from './random-program'

const read = (source: string): Program => {
  const found = compileAnew(source)
  if (!found.ok) throw new Error(found.problems[0]?.message)
  return found.value
}

/** All that a reader of a program sees of it. */
const seen = (program: Program) => ({
  source: program.source,
  literals: program.literals,
  wires: program.circuit.wires.map(({ span, maker, ...wire }) => ({
    ...wire,
    span: spanIn(program, span),
    inputs: maker.kind === 'gate' ? maker.inputs : [],
  })),
})

const numbers = fc.oneof(
  fc.integer({ min: -9999, max: 9999 }).map(String),
  fc.double({ min: -100, max: 100, noNaN: true }).map((value) => value.toFixed(2)),
  fc.constantFrom('0', '-0', '.5', '-.25', '1e3', '2.5e-7', '−4', '10.'),
)

describe('a program in which one number changes', () => {
  test('is what reading it anew would give, edit after edit', () => {
    fc.assert(
      fc.property(
        randomProgram,
        fc.array(fc.tuple(fc.nat(20), numbers), { minLength: 1, maxLength: 6 }),
        ({ source }, edits) => {
          let program = read(source)
          for (const [which, text] of edits) {
            const span = program.literals[which % program.literals.length]?.span
            if (!span) return
            const next = program.source.slice(0, span.from) + text + program.source.slice(span.to)
            const quick = withLiteral(program, next)
            if (quick === null) {
              program = read(next)
              continue
            }
            expect(quick.circuit).toBe(program.circuit)
            expect(seen(quick)).toEqual(seen(read(next)))
            program = quick
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  const circuit1 = read('x = -2; y = 5\nz = -4\nf = (x + y) * z')
  test.each([
    ['a drag', 'x = -2.5; y = 5\nz = -4\nf = (x + y) * z', true],
    ['the minus of the screen', 'x = −2; y = 5\nz = -4\nf = (x + y) * z', true],
    ['an expression', 'x = 1/3; y = 5\nz = -4\nf = (x + y) * z', false],
    ['a number too large', 'x = 1e999; y = 5\nz = -4\nf = (x + y) * z', false],
    ['a line of more', 'x = -2; y = 5; q = 3\nz = -4\nf = (x + y) * z', false],
    ['a name', 'x = y; y = 5\nz = -4\nf = (x + y) * z', false],
    ['two numbers', 'x = -3; y = 6\nz = -4\nf = (x + y) * z', false],
    ['nothing', 'x = -2; y = 5\nz = -4\nf = (x + y) * z', false],
  ])('%s: read quickly or in full', (_, source, isQuick) => {
    expect(withLiteral(circuit1, source) !== null).toBe(isQuick)
  })

  test('with a backward pass by hand below it is read in full: that has places of its own', () => {
    const byHand = read('x = 2\nf = x * x\ndx = 2 * x')
    expect(withLiteral(byHand, 'x = 3\nf = x * x\ndx = 2 * x')).toBeNull()
  })
})

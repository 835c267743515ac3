import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileAnew, reading } from './derive'
import { randomProgram } from './random-program'

/** What a text comes to when it is read in slices, and how much was done after each. */
const inSlices = (source: string) => {
  const shares: number[] = []
  const work = reading(source)
  let step = work.next()
  for (; !step.done; step = work.next()) shares.push(step.value)
  return { found: step.value, shares }
}

/** Gates of the program's own are made anew each time: all that they say is compared, not their functions. */
const said = (found: unknown): string =>
  JSON.stringify(found, (_, value) => (value instanceof Map ? [...value] : value))

const long = ['n0 = 1', ...Array.from({ length: 5000 }, (_, i) => `n${i + 1} = n${i} * x`)].join('\n')

describe('a text read in slices', () => {
  test('gives the program that it gives at once, and so does a broken one its problems', () => {
    fc.assert(
      fc.property(randomProgram, fc.nat(), ({ source }, at) => {
        for (const text of [source, source.slice(0, at % source.length)])
          expect(said(inSlices(text).found)).toBe(said(compileAnew(text)))
      }),
      { numRuns: 100 },
    )
  })

  test('says how much is done, more and more', () => {
    const { found, shares } = inSlices(long)
    expect(found.ok && found.value.circuit.wires.length).toBe(5002)
    expect(shares.length).toBeGreaterThan(20)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true)
  })

  test.each([
    ['a sum', `f = ${Array.from({ length: 20_000 }, () => 'x').join(' * ')}`],
    ['several at once', `a, b, f = ${[1, 2, 3].map(() => `x${' * x'.repeat(7000)}`).join(', ')}`],
    ['a list', `w = [${Array.from({ length: 20_000 }, (_, i) => i).join(', ')}]\nf = w[0] * w[1]`],
  ])('is read in slices where all of it is one line, too: %s', (_, source) => {
    const { found, shares } = inSlices(source)
    expect(found.ok && found.value.circuit.wires.length).toBeGreaterThan(19_000)
    expect(new Set(shares).size).toBeGreaterThan(15)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })
})

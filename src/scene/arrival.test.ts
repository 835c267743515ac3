import { describe, expect, test } from 'vitest'
import { preciseNumber } from '../lib/format'
import { pathsOf } from '../pass/paths'
import { stepsOf, storyOf, voicesOf } from '../pass/story'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { chainOf } from './chain'
import { tellSoFar } from './tell'

const programs = [
  ...gallery.map(({ source }) => source),
  'x = 3; f = x - x',
  'x = 3; f = x / x',
  'x = 2; y = 5; a = x - y; b = y - x; c = y * x; f = a * b - c / x',
  'x = 2; g = x * 3; dead = g + 1; f = g / x - g * x',
]

/** Whatever tells of several shares tells them in the order of the one list of steps, with its running totals. */
describe.each(programs.map((source) => [source]))('%s', (source) => {
  const compiled = compile(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const pass = passOf(compiled.value)
  const shares = stepsOf(storyOf(pass)).flatMap((step) => (step.kind === 'share' ? [step] : []))
  const forks = circuit.wires.flatMap((wire) => {
    const heard = shares.filter(({ into }) => into === wire.id)
    return heard.length > 1 ? [{ wire, heard }] : []
  })
  const picture = { circuit, pass, decimals: 2 }

  test('what has come so far is the total of the steps', () => {
    for (const { wire, heard } of forks) {
      expect(heard).toHaveLength(voicesOf(pass, wire.id))
      for (const [i, { total }] of heard.entries())
        expect(tellSoFar(picture, wire, i + 1).text).toMatch(
          new RegExp(`= ${preciseNumber(total).replace(/[.]/g, '\\.')}$`),
        )
    }
  })

  test('the chain rule adds its terms in that order', () => {
    for (const { wire, heard } of forks) {
      const chain = chainOf(picture, { about: 'gradient', wire: wire.key })
      const listed = heard.slice(0, 4)
      const subjects = listed.map(({ gate, port }) => ({ by: circuit.wires[gate]?.key, port }))
      expect(chain?.factors.map(({ subject }) => subject)).toMatchObject(subjects)
      const terms = listed.map(({ downstream }) => preciseNumber(downstream + 0).replace(/^(−.*)$/, '($1)'))
      expect(chain?.plain).toContain(`= ${terms.join(' + ')}`)
    }
  })

  test('the paths are listed in that order, and those through one branch add up to its share', () => {
    for (const { wire, heard } of forks) {
      const { paths, count } = pathsOf(pass, wire.id, 1000)
      if (count > 1000) continue
      const branches = paths.map(({ edges }) => `${edges[0]?.gate} ${edges[0]?.port}`)
      expect([...new Set(branches)]).toEqual(heard.map(({ gate, port }) => `${gate} ${port}`))
      for (const { gate, port, downstream } of heard) {
        const through = paths.filter((_, i) => branches[i] === `${gate} ${port}`)
        const sum = through.reduce((total, { product }) => total + product, 0)
        expect(sum).toBeCloseTo(downstream, 9)
      }
    }
  })
})

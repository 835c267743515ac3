import type { Page } from '@playwright/test'
import type { Wire } from '../../src/circuit/circuit'
import { printNumber } from '../../src/lib/format'
import { edgeAt, shareAt } from '../../src/pass/backward'
import { knownAt, storyOf, voicesOf } from '../../src/pass/story'
import { usualDecimals } from '../../src/program/decimals'
import { compile, passOf } from '../../src/program/derive'
import { gallery } from '../../src/program/gallery'
import { branchKey } from '../../src/scene/build'
import { picture } from './app'

export type Told = { readonly name: string; readonly source: string; readonly digits?: number }

const fromGallery = (id: string): Told => {
  const example = gallery.find((each) => each.id === id)
  if (!example) throw new Error(`the gallery has no ${id}`)
  return { name: id, ...example }
}

/** The lecture's circuits, and one that somebody wrote: a fork into one gate, a gate of its own, a kink, a dead end. */
export const programs: readonly Told[] = [
  ...['circuit-1', 'circuit-2', 'circuit-3', 'staged'].map(fromGallery),
  {
    name: 'a program of one’s own',
    source: 's(t) = 1 / (1 + exp(-t))\na = 1.5; b = 1.5\nu = a * a + s(b)\nunused = b + 7\nf = max(a, b) * u',
  },
]

export type Grain = 'gate' | 'wire'

/** What is to be seen of a program after each stop of a walk: a line for every wire and every share. */
export const expectedOf = ({ source, digits }: Told, grain: Grain): readonly (readonly string[])[] => {
  const compiled = compile(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const pass = passOf(compiled.value)
  const story = storyOf(pass)
  const decimals = digits ?? usualDecimals(compiled.value)
  const print = (value: number) => printNumber(value, decimals)
  const stops =
    grain === 'gate' ? [0, ...story.ends] : Array.from({ length: story.length + 1 }, (_, done) => done)
  return stops.map((done) => {
    const known = knownAt(pass, story, done)
    const wires = pass.circuit.wires.map((wire) => {
      const { id, text } = wire
      const voices = voicesOf(pass, id)
      const { heard, total } = known.heardBy(id)
      const value = known.hasValue(id) ? print(pass.values[id] as number) : ''
      const isThere = heard > 0 || (voices === 0 && known.over)
      const gradient = isThere ? print(total) : ''
      const waits = isThere && heard < voices ? ` ${heard}/${voices}` : ''
      return `${text}: ${value} | ${gradient}${waits}`
    })
    const shares = pass.circuit.wires.flatMap((wire) =>
      wire.uses.length < 2
        ? []
        : wire.uses.map(({ by, port }) => {
            const edge = edgeAt(pass, by, port)
            const gate = pass.circuit.wires[by] as Wire
            const isSent = known.hasShare(edge) || (!gate.reachesOutput && known.over)
            return `${branchKey(wire, gate, port)} ${isSent ? print(shareAt(pass, edge)) : ''}`
          }),
    )
    return [...wires, ...shares].toSorted()
  })
}

/** What is to be read on the page, and all that is drawn, with every attribute, as a number. */
export type Seen = { readonly lines: readonly string[]; readonly drawn: number }

export const seenOn = (page: Page): Promise<Seen> =>
  picture(page).evaluate((svg) => {
    const textOf = (of: Element, selector: string) => of.querySelector(selector)?.textContent ?? ''
    const wires = [...svg.querySelectorAll('.wire')].map((wire) => {
      const name = wire.getAttribute('data-wire') ?? ''
      const heard = textOf(wire, '.gradient .heard')
      return `${name}: ${textOf(wire, '.value .digits')} | ${textOf(wire, '.gradient .digits')}${heard && ` ${heard}`}`
    })
    const forks = [...svg.querySelectorAll('.branch')].map((branch) => ({
      key: branch.getAttribute('data-branch') ?? '',
      share: textOf(branch, '.share .digits'),
    }))
    // A wire with one use has no share to show.
    const from = (key: string) => key.slice(0, key.indexOf('>'))
    const shares = forks
      .filter(({ key }) => forks.filter((other) => from(other.key) === from(key)).length > 1)
      .map(({ key, share }) => `${key} ${share}`)
    let drawn = 0
    for (const char of svg.innerHTML) drawn = (Math.imul(drawn, 31) + (char.codePointAt(0) ?? 0)) | 0
    return { lines: [...wires, ...shares].toSorted(), drawn }
  })

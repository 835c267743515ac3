import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placedIn } from '../layout/place'
import { storyOf } from '../pass/story'
import { usualDecimals } from '../program/decimals'
import { compile, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { buildScene } from '../scene/build'
import type { Scene } from '../scene/scene'
import { unveil } from '../scene/unveil'
import { dotOf } from './dot'
import { texOf } from './tex'
import { beamerOf, tikzOf, tikzPicture } from './tikz'

const sources = [
  ...gallery.map(({ source }) => source),
  'a_b = 1; c__ = 2; f = a_b * c__',
  'θ₁ = 0; σ_x = 1; f = σ_x / θ₁ + log(θ₁)',
  'w = [1, -2]; x = [3, 4]; f = w[0]*x[0] + w[1]*x[1]',
  's(t) = 1 / (1 + exp(-t)); x = 1e300; f = s(x) * x ** 2',
  'x = 1; dead = x * 2; f = sqrt(x) #(7)',
  'x = 3; f = x',
]

const partsOf = (source: string) => {
  const compiled = compile(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  const { circuit } = compiled.value
  const [pass, decimals] = [passOf(compiled.value), usualDecimals(compiled.value)]
  const plain = { asked: null, pointed: new Set<string>(), wants: false }
  const scene = buildScene({ circuit, pass, layout: placedIn(circuit, { digits: 2 }), decimals, ...plain })
  const story = storyOf(pass)
  const at = (done: number): Scene =>
    unveil(scene, {
      circuit,
      pass,
      decimals,
      story,
      done,
      going: null,
      atRest: false,
      path: null,
      lens: null,
    })
  return { scene, circuit, pass, decimals, at, story }
}

const inFolder = (run: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'backflow-'))
  try {
    run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const compiles = (tex: string): void =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'a.tex'), tex)
    const options = ['-interaction=nonstopmode', '-halt-on-error', 'a.tex']
    const { stdout, status } = spawnSync('pdflatex', options, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(stdout.slice(-2000))
    expect(readFileSync(join(folder, 'a.pdf')).subarray(0, 4).toString()).toBe('%PDF')
  })

const has = (command: string, ...options: string[]): boolean => spawnSync(command, options).status === 0
const noDot = has('dot', '-V') ? '' : 'skipped: no dot'
const noTex = has('pdflatex', '--version') ? '' : 'skipped: no pdflatex'
const without = (file: string) => noTex || (has('kpsewhich', file) ? '' : `skipped: no ${file}`)

test.each([
  ['a_b^2 & 5% of {x}', 'a\\_b\\textasciicircum{}2 \\& 5\\% of \\{x\\}'],
  ['−3 · θ₁', '\\ensuremath{-}3 \\ensuremath{\\cdot} \\ensuremath{\\theta}\\ensuremath{_{1}}'],
  ['\\input{x}', '\\textbackslash{}input\\{x\\}'],
  ['é😀', '??'],
])('%s as TeX', (text, tex) => {
  expect(texOf(text)).toBe(tex)
})

test('circuit-1 in TikZ has every number, its colour, and dashes where nothing flows', () => {
  const tikz = tikzPicture(partsOf('x = 4; y = 2; f = max(x, y)').scene)
  expect(tikz).toMatch(/\\node\[anchor=base west,value\] at \([\d.,-]+\) \{4\};/)
  expect(tikz).toMatch(/\\node\[anchor=base west,gradient\] at \([\d.,-]+\) \{1\};/)
  expect(tikz.match(/dashed/g)?.length).toBeGreaterThan(0)
})

test('DOT has every gate and every use of a wire', () => {
  const dot = dotOf(partsOf('x = 3; f = x * x'))
  expect(dot.match(/->/g)).toHaveLength(3)
  expect(dot).toContain('[label="3\\n3"]')
  expect(dotOf(partsOf('x = 1; f = x'))).toContain('w0 -> out')
})

test.skipIf(noDot)(`Graphviz accepts every circuit ${noDot}`, () => {
  const dots = sources.map((source) => dotOf(partsOf(source))).join('\n')
  const { status, stderr } = spawnSync('dot', ['-Tplain'], { input: dots, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

describe('TeX', () => {
  const standalone = without('standalone.cls')
  test.skipIf(standalone)(
    `a picture compiles as it is ${standalone}`,
    () => {
      compiles(tikzOf(partsOf(gallery[3]?.source ?? '').scene))
    },
    60_000,
  )

  test.skipIf(noTex)(
    `every picture compiles, at a step too ${noTex}`,
    () => {
      const pictures = sources.flatMap((source) => {
        const { scene, at, story } = partsOf(source)
        return [tikzPicture(scene), tikzPicture(at(Math.floor(story.length * 0.7)))]
      })
      const [head = ''] = tikzOf(partsOf('x = 1; f = x').scene).split('\\begin{document}')
      const document = head.replace(/\\documentclass.*/, '\\documentclass{article}')
      compiles(`${document}\\begin{document}\n${pictures.join('\n\n\\newpage\n')}\n\\end{document}\n`)
    },
    60_000,
  )

  const beamer = without('beamer.cls')
  test.skipIf(beamer)(
    `a frame with an overlay for every step compiles ${beamer}`,
    () => {
      const { at, story } = partsOf(gallery[0]?.source ?? '')
      compiles(beamerOf([0, ...story.ends].map(at), 'x_1 & more'))
    },
    60_000,
  )
})

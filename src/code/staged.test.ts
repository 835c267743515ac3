import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gates } from '../gates/index'
import { compile, type Program, passOf } from '../program/derive'
import { gallery } from '../program/gallery'
import { randomProgram } from '../program/random-program'
import { dialects, slopeIn } from './python'
import { codeOf, codeText, type Wanted } from './staged'

const programOf = (source: string): Program => {
  const compiled = compile(source)
  if (!compiled.ok) throw new Error(`${compiled.problems[0]?.message}\n${source}`)
  return compiled.value
}
const usual = { dialect: 'math', naming: 'dfdq' } as const
const written = (source: string, wanted: Wanted = usual) => codeText(codeOf(programOf(source), wanted))

test('circuit-1 is what one would write', () => {
  expect(written('x = -2; y = 5; z = -4\nq = x + y\nf = q * z')).toBe(`x = -2.0
y = 5.0
z = -4.0

q = x + y  #(1)
f = q * z  #(2)

dfdf = 1.0
dfdq = z * dfdf    #(2)
dfdz = q * dfdf    #(2)
dfdx = 1.0 * dfdq  #(1)
dfdy = 1.0 * dfdq  #(1)

print('f', float(f))
print('dfdx', float(dfdx))
print('dfdy', float(dfdy))
print('dfdz', float(dfdz))
`)
})

test('the staged example: its own tags, = for the first share and += for the later ones', () => {
  const source = gallery.find(({ id }) => id === 'staged')?.source ?? ''
  const lines = codeOf(programOf(source), { dialect: 'math', naming: 'dq' })
  const backward = lines.filter(({ kind }) => kind === 'share').map(({ text }) => text.replace(/ +/g, ' '))
  const tags = backward.flatMap((text) => /#\((\d)\)$/.exec(text)?.[1] ?? [])
  expect(tags.join('')).toBe('88766544322' + '1')
  expect(backward.filter((text) => /^d[xy] /.test(text)).map((text) => text.split(' ')[1])).toEqual([
    '=',
    '=',
    '+=',
    '+=',
    '+=',
  ])
  expect(backward[0]).toBe('dnum = invden * df #(8)')
})

test('every line that takes a step takes the next one', () => {
  for (const { source } of gallery) {
    const done = codeOf(programOf(source), usual).flatMap((line) => (line.done === null ? [] : [line.done]))
    expect(done).toEqual(done.map((_, i) => i + 1))
  }
})

test('a worksheet leaves the gradients to be filled in', () => {
  const lines = codeOf(programOf('x = 3; f = x * x'), { ...usual, blank: true })
  expect(lines.filter(({ kind }) => kind === 'share').map(({ text }) => text)).toEqual([
    'dfdx = ________   #(1)',
    'dfdx += ________  #(1)',
  ])
})

test('every choice of the catalogue has its code', () => {
  const filling = { operands: ['a', 'b'], constant: '2', out: 'o' }
  for (const gate of gates.values())
    gate.locals.forEach((_, port) => {
      expect(slopeIn('math', gate, port, filling)).not.toMatch(/undefined|\bx\b|\by\b/)
    })
})

const nasty = [
  'yield_ = 2; del2 = 1; nonlocal = 5; f = yield_ * 3 + del2 + nonlocal',
  'dx = 1; x = 2; dfdx = 3; f = x * dx + dfdx',
  'float = 2; torch = 3; case = 4; f = float * torch - case',
  'x₁ = 2; x1 = 3; f = x₁ * x1',
  'w = [1, -2]; x = [3, 4]; f = w[0]*x[0] + w[1]*x[1]',
  'θ = 0.5; f = sin(θ) ** 2',
  's(t) = 1 / (1 + exp(-t)); x = 1; f = s(x) * s(x)',
  's(a, b) = max(a, b) * a; r(t) = s(t, 2) + t; x = 3; f = r(x) - s(x, x)',
  'x = 2; y = 2; f = max(x, y) + min(x, y)',
  'x = 0; f = relu(x) + abs(x)',
  'x = 0; f = 1 / x',
  'x = 0; f = log(x)',
  'x = -1; f = log(x)',
  'x = 1000; f = exp(x)',
  'x = -1000; f = sigmoid(x) + softplus(x)',
  'x = 1; y = 2; dead = y * 3; f = x',
  'x = 3; f = x',
  'x = 3; f = x / x - x * x',
  'x = 2; x = x * 3; x = x + 1; f = x * x',
  'x = -8; f = x ** (1/3)',
  'x = 0; f = x ** 0 + 0 ** x',
  'x = 3; y = 2; f = x ** y',
  'f = max(0, x) * -2 - -x',
  'x = 2; f = -(-x) ** 2',
  'x = 4; f = sqrt(x) / 8 + 2 / x + 2 ** x',
]

type Run = readonly (readonly [string, number])[]

/** One process runs them all; every program's lines of output, as numbers. */
const runPython = (codes: readonly string[]): readonly (Run | string)[] => {
  const driver = `
import sys, json, io, contextlib
out = []
for code in json.load(sys.stdin):
    lines = io.StringIO()
    try:
        with contextlib.redirect_stdout(lines):
            exec(compile(code, 'code', 'exec'), {})
        out.append(lines.getvalue())
    except BaseException as error:
        out.append('!' + repr(error))
print(json.dumps(out))`
  const { stdout, stderr } = spawnSync('python3', ['-c', driver], {
    input: JSON.stringify(codes),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (!stdout) throw new Error(stderr)
  return (JSON.parse(stdout) as string[]).map((text) =>
    text.startsWith('!')
      ? text
      : text
          .trim()
          .split('\n')
          .map((row) => {
            const [name = '', value = ''] = row.split(' ')
            return [name, Number(value.replace('inf', 'Infinity').replace('nan', 'NaN'))] as const
          }),
  )
}

const has = (code: string): boolean => spawnSync('python3', ['-c', code]).status === 0
const skips = {
  math: has('import math') ? null : 'skipped: no python3',
  numpy: has('import numpy') ? null : 'skipped: no numpy',
  torch: has('import torch') ? null : 'skipped: no torch',
}

const same = (a: number, b: number): boolean =>
  Object.is(a + 0, b + 0) ||
  a === b ||
  (Number.isNaN(a) && Number.isNaN(b)) ||
  Math.abs(a - b) <= 1e-11 * Math.max(1, Math.abs(a), Math.abs(b))

describe.each(dialects)('%s', (dialect) => {
  const sources = [
    ...gallery.map(({ source }) => source),
    ...nasty,
    ...fc.sample(randomProgram, { numRuns: 150, seed: 4 }).map(({ source }) => source),
  ]
  test.skipIf(skips[dialect])(
    `runs as it is and prints the numbers of the picture ${skips[dialect] ?? ''}`,
    () => {
      const programs = sources.map(programOf)
      const naming = dialect === 'numpy' ? 'dq' : 'dfdq'
      const runs = runPython(programs.map((program) => codeText(codeOf(program, { dialect, naming }))))
      programs.forEach((program, i) => {
        const { values, gradients } = passOf(program)
        // Its own rules for gradients where a number is infinite or none: the code says so.
        if (dialect === 'torch' && ![...values, ...gradients].every(Number.isFinite)) return

        const { circuit } = program
        const inputs = circuit.wires.filter(({ maker }) => maker.kind === 'input')
        const expected = [
          values[circuit.output] as number,
          ...inputs.map(({ id }) => gradients[id] as number),
        ]
        const run = runs[i] as Run | string
        const code = () =>
          `${sources[i]}\n${codeText(codeOf(program, { dialect, naming }))}${JSON.stringify(run)}`
        if (typeof run === 'string') throw new Error(code())
        expect(run.length, code()).toBe(expected.length)
        run.forEach(([name, value], at) => {
          if (!same(value, expected[at] as number))
            throw new Error(`${name}: ${value}, not ${expected[at]}\n${code()}`)
        })
      })
    },
  )
})

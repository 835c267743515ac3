import { describe, expect, test } from 'vitest'
import { type Evaluation, evaluate } from './derive'

const rows = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('')
const doubling = (deep: number) =>
  `s0(t)=t\n${rows(deep, (i) => `s${i + 1}(t)=s${i}(t)*s${i}(t)\n`)}f=s${deep}(x)`

type Told = { readonly message: string } | Evaluation

/** What hangs runs into the test runner's own limit. */
const answerTo = (source: string): Told => {
  const found = evaluate(source)
  return found.ok ? found.value : { message: found.problems[0]?.message ?? '' }
}

describe('too much of anything is a problem of its own, found at once', () => {
  test.each([
    ['8,000,001 characters', 'x'.repeat(8_000_001), '8,000,001 characters'],
    ['a number of 100,000 digits', `x=${'9'.repeat(99_998)}`, 'too large'],
    ['brackets 10,000 deep', `f=${'('.repeat(10_000)}x${')'.repeat(10_000)}`, 'nested more than 200'],
    ['201 calls inside each other', `f=${'sin('.repeat(201)}x${')'.repeat(201)}`, 'nested more than 200'],
    ['brackets 10,000 deep, never closed', `f=${'['.repeat(10_000)}`, 'nested more than 200'],
    ['a name of 90,000 characters', `f=${'x'.repeat(90_000)}`, 'a name may have 64'],
    ['a gate that doubles sixty times', doubling(60), 'more than 100,000 gates'],
    [
      'a chain of 3,000 gates of one’s own',
      `s0(t)=t\n${rows(3000, (i) => `s${i + 1}(t)=s${i}(t)+1\n`)}f=s3000(x)`,
      'more than 100,000 gates',
    ],
    ['50,000 emoji', '😀'.repeat(50_000), 'U+1F600'],
    ['12,000 open brackets', 'f=(\n'.repeat(12_000), 'never closed'],
    ['40,000 methods', `f=x${'.T'.repeat(40_000)}`, 'not drawn yet'],
    ['90,000 minus signs and nothing', '-'.repeat(90_000), 'Something is missing'],
    [
      '2,000 unknown gates beside 2,000 known ones',
      rows(2000, (i) => `a${i}(t)=t\n`) + rows(2000, () => 'zzz1(x);'),
      'not a gate',
    ],
  ])('%s', (_, source, words) => {
    const told = answerTo(source)
    expect('message' in told ? told.message : 'no problem').toContain(words)
  })
})

describe('long or deep but sound is computed', () => {
  test.each<[string, string, number, number]>([
    ['a sum of 20,000 terms', `f=${'x+'.repeat(19_999)}x`, 20_000, 20_000],
    ['20,000 factors side by side', `f=${'(x)'.repeat(20_000)}`, 1, 20_000],
    ['a tower of 20,000 powers', `f=${'x**'.repeat(19_999)}x`, 1, 1],
    ['50,000 minus signs', `f=${'-'.repeat(50_000)}x`, 1, 1],
    ['max of 20,000', `f=max(${'y,'.repeat(19_999)}x)+x-y`, 1, 1.5],
    ['x² and 20,000 more terms', `f=x²${'+x'.repeat(20_000)}`, 20_001, 20_002],
    ['9,000 lines', `x=2\n${'x=x+1\n'.repeat(9000)}`, 9002, 1],
    ['a list of 30,000', `w=[${'1,'.repeat(29_999)}1]\nx=w[7]\nf=x*2`, 2, 2],
    ['brackets 200 deep', `f=${'('.repeat(200)}x${')'.repeat(200)}*1`, 1, 1],
    ['200 calls inside each other', `f=${'abs('.repeat(200)}x${')'.repeat(200)}`, 1, 1],
    ['a name of 64 characters', `x=1\n${'n'.repeat(64)}=2x`, 2, 2],
    ['a number of 90,000 digits', `x=0.${'0'.repeat(90_000)}1\nf=x+1`, 1, 1],
    ['a gate that doubles eleven times', doubling(11), 1, 2048],
    [
      'a chain of 200 gates of one’s own',
      `s1(t)=t+0
${rows(
  199,
  (i) => `s${i + 2}(t)=s${i + 1}(t)+1
`,
)}f=s200(x)`,
      200,
      1,
    ],
    ['6,000 gates of one’s own', `${rows(6000, (i) => `a${i}(t)=t\n`)}f=a7(x)`, 1, 1],
    ['a gate of 255 products used 100 times', `${doubling(8)}${'+s8(x)'.repeat(99)}`, 100, 25_600],
    [
      '1,500 backward lines, each used by the next',
      `f=x+${rows(1500, (i) => `q${i}+`)}0\n${rows(1500, (i) => `dq${1499 - i}=${i ? `dq${1500 - i}` : '1'}\n`)}g=dq0*x`,
      1,
      1,
    ],
  ])('%s', (_, source, output, gradient) => {
    const told = answerTo(source)
    if ('message' in told) throw new Error(told.message)
    expect(told.output).toBe(output)
    const x = told.gradients.get('x@1') ?? told.gradients.get('x') ?? told.gradients.get('w[7]')
    expect(x).toBe(gradient)
  })

  test('x = x*x sixty times overflows to ∞ without a problem', () => {
    const told = answerTo(`x=2\n${'x=x*x\n'.repeat(60)}`)
    expect('output' in told && told.output).toBe(Number.POSITIVE_INFINITY)
    expect('values' in told && told.values.size).toBe(61)
  })
})

test.each([
  ['a gate of 2,047 products used 500 times', `${doubling(11)}${'+s11(x)'.repeat(499)}`],
  [
    '3,000 names used before their lines',
    `${rows(3000, (i) => `y${i}=x${i}\n`)}${rows(3000, (i) => `x${i}=1\n`)}`,
  ],
  ['30,000 entries of no list', `f=x${'[0]'.repeat(30_000)}`],
])('there is an answer to %s', (_, source) => {
  const told = answerTo(source)
  expect('message' in told ? told.message : told.output).not.toBe('')
})

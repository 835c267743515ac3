import { expect, test } from 'vitest'
import { handLinesOf } from './by-hand'
import { compile } from './derive'

const checked = (source: string) => {
  const compiled = compile(source)
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message)
  return handLinesOf(compiled.value)
}
const marks = (source: string) =>
  checked(source).map(({ name, verdict }) => `${name} ${{ right: '✓', wrong: '✗', open: '·' }[verdict]}`)

const circuit1 = 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z\n'
const staged = `x = 3
y = -4
sigy = 1.0 / (1 + math.exp(-y)) #(1)
num = x + sigy #(2)
sigx = 1.0 / (1 + math.exp(-x)) #(3)
xpy = x + y #(4)
xpysqr = xpy**2 #(5)
den = sigx + xpysqr #(6)
invden = 1.0 / den #(7)
f = num * invden #(8)
`

test('the four lines under circuit 1 are right', () => {
  expect(marks(`${circuit1}dfdz = q\ndfdq = z\ndfdx = 1.0 * dfdq\ndfdy = 1.0 * dfdq`)).toEqual([
    'dfdz ✓',
    'dfdq ✓',
    'dfdx ✓',
    'dfdy ✓',
  ])
})

test('the staged backward pass is right, its running sums are left open until their last line', () => {
  const backward = `dnum = invden
dinvden = num
dden = (-1.0 / (den**2)) * dinvden
dsigx = (1) * dden
dxpysqr = (1) * dden
dxpy = (2 * xpy) * dxpysqr
dx = (1) * dxpy
dy = (1) * dxpy
dx += ((1 - sigx) * sigx) * dsigx
dx += (1) * dnum
dsigy = (1) * dnum
dy += ((1 - sigy) * sigy) * dsigy`
  expect(marks(staged + backward)).toEqual([
    ...['dnum ✓', 'dinvden ✓', 'dden ✓', 'dsigx ✓', 'dxpysqr ✓', 'dxpy ✓', 'dx ·', 'dy ·', 'dx ·', 'dx ✓'],
    ...['dsigy ✓', 'dy ✓'],
  ])
})

test.each([
  ['a sign', `${circuit1}dq = -z`, 'dq', /−4\. Its sign is the other way round/],
  ['no upstream', `${circuit1}dq = z\ndx = 1.0`, 'dx', /The upstream gradient −4 is missing/],
  ['no local', 'x = 3; f = sin(x) * 2\ndx = 2', 'dx', /The local gradient −0\.98\S* is missing/],
  ['= for +=', 'x = 3; y = 2; f = x * y + x\ndx = y\ndx = 1', 'dx', /one share of 2: .* with \+=/],
  ['a share too few', 'x = 3; f = x * 2 + x * 3 + x * 4\ndx = 2\ndx += 3', 'dx', /One share of 3 is missing/],
  [
    'an earlier line',
    `${circuit1}dq = -z\ndx = 1.0 * dq`,
    'dx',
    /This line is right; one that it builds on is not/,
  ],
  ['anything else', `${circuit1}dq = z * 7`, 'dq', /It is upstream 1 times local −4/],
])('%s is told apart', (_, source, name, says) => {
  const line = checked(source).findLast((each) => each.name === name)
  expect(line?.verdict).toBe('wrong')
  expect(line?.says).toMatch(says)
})

test.each([
  ['a name that is not there', `${circuit1}dq = z * w9`],
  ['of something else than the output', `${circuit1}dqdx = 1`],
  ['a gradient of a whole list', 'w = [1, 2]; f = w[0] * w[1]\ndw = 2'],
])('%s is not compared', (_, source) => {
  const lines = checked(source)
  expect(lines.every(({ verdict }) => verdict === 'open')).toBe(true)
})

test('entries of lists and gates of one’s own are worked out', () => {
  const lines = checked('s(t) = t * t; w = [3, 2]; q = w[0] * w[1]; f = s(q)\ndq = 2 * w[0] * w[1] + s(0)')
  expect(lines).toMatchObject([{ name: 'dq', value: 12, verdict: 'right' }])
})

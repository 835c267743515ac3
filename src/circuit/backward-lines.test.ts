import { describe, expect, test } from 'vitest'
import { builtFrom } from './circuit-for-tests'

const firstSlide = `x = -2; y = 5; z = -4 # set some inputs

# perform the forward pass
q = x + y # q becomes 3
f = q * z # f becomes -12

# perform the backward pass (backpropagation) in
# reverse order: first backprop. through f = q * z
dfdz = q # df/fz = q, so gradient on z becomes 3
dfdq = z # df/dq = z, so gradient on q becomes -4

# now backprop through q = x + y
# And the multiplication here is the chain rule!
dfdx = 1.0 * dfdq # dq/dx = 1
dfdy = 1.0 * dfdq # dq/dy = 1
`
const neuronSlide = `w = [2,-3,-3] # assume some random weights and data
x = [-1, -2]

# forward pass
dot = w[0]*x[0] + w[1]*x[1] + w[2]
f = 1.0 / (1 + math.exp(-dot)) # sigmoid function

# backward pass through the neuron (backpropagation)
ddot = (1 - f) * f # gradient on dot variable, using
                   # the sigmoid gradient derivation
# backprop into x
dx = [w[0] * ddot, w[1] * ddot]
# backprop into w
dw = [x[0] * ddot, x[1] * ddot, 1.0 * ddot]
`
const stagedSlides = `x = 3 # example values
y = -4

# sigmoid in numerator  
sigy = 1.0 / (1 + math.exp(-y))  #(1)
num = x + sigy # numerator       #(2)
# sigmoid in denominator
sigx = 1.0 / (1 + math.exp(-x))  #(3)
xpy = x + y                      #(4)
xpysqr = xpy**2                  #(5)
den = sigx + xpysqr # denominator (6)
invden = 1.0 / den               #(7)
f = num * invden # done!         #(8)
`
const stagedBackward = `# backprop f = num * invden
dnum = invden # gradient on numerator (8)
dinvden = num                        #(8)

# backprop invden = 1.0 / den
dden = (-1.0 / (den**2)) * dinvden   #(7)

# backprop den = sigx + xpysqr
dsigx = (1) * dden                   #(6)
dxpysqr = (1) * dden                 #(6)

# backprop xpysqr = xpy**2
dxpy = (2 * xpy) * dxpysqr           #(5)
# backprop xpy = x + y
dx = (1) * dxpy                    #(4)
dy = (1) * dxpy                    #(4)

# backprop sigx = 1.0 / (1 + math.exp(-x))
dx += ((1 - sigx) * sigx) * dsigx  #(3)
# Notice += !!

# backprop num = x + sigy
dx += (1) * dnum                   #(2)
dsigy = (1) * dnum                 #(2)

# backprop sigy = 1.0 / (1 + math.exp(-y))
dy += ((1 - sigy) * sigy) * dsigy  #(1)
`
const outputOf = (source: string) => {
  const { wires, output } = builtFrom(source).circuit
  return wires[output]?.text
}
const setAside = (source: string) =>
  builtFrom(source).asides.flatMap((line) =>
    line.kind === 'assign' ? line.assignments.map((assigned) => assigned.name) : [line.kind],
  )

describe('the code of the lecture pastes in whole', () => {
  test.each([
    ['slide 10', firstSlide, 'f', ['dfdz', 'dfdq', 'dfdx', 'dfdy'], 5],
    ['slide 20', neuronSlide, 'f', ['ddot', 'dx', 'dw'], 5 + 4 + 4],
    ['slide 22', stagedSlides, 'f', [], 2 + 2 * 4 + 6],
    [
      'slides 22 to 24',
      stagedSlides + stagedBackward,
      'f',
      ['dnum', 'dinvden', 'dden', 'dsigx', 'dxpysqr', 'dxpy', 'dx', 'dy', 'dx', 'dx', 'dsigy', 'dy'],
      2 + 2 * 4 + 6,
    ],
    ['slide 22 with CRLF', stagedSlides.replaceAll('\n', '\r\n'), 'f', [], 2 + 2 * 4 + 6],
  ])('%s', (_, source, output, asides, wires) => {
    expect(outputOf(source)).toBe(output)
    expect(setAside(source)).toEqual(asides)
    expect(builtFrom(source).circuit.wires).toHaveLength(wires)
  })

  test('its tags label the gates', () => {
    const { wires } = builtFrom(stagedSlides).circuit
    const tags = wires.flatMap((wire) => (wire.tag ? [`${wire.tag} ${wire.text}`] : []))
    expect(tags).toEqual('1 sigy,2 num,3 sigx,4 xpy,5 xpysqr,6 den,7 invden,8 f'.split(','))
  })
})

describe('a backward line is set aside', () => {
  test.each([
    ['the gradient of a wire', 'q = x * y\nf = q * z\ndq = z', ['dq'], 'f'],
    ['with respect to the output by name', 'f = x * y\ndfdx = y', ['dfdx'], 'f'],
    ['of an input that no line assigns', 'f = x * y\ndx = y', ['dx'], 'f'],
    ['of a list', 'w = [1, 2]\nf = w[0] * w[1]\ndw = [w[1], w[0]]', ['dw'], 'f'],
    ['one that accumulates', 'f = x * x\ndx = x\ndx += x', ['dx', 'dx'], 'f'],
    ['several in one line', 'f = x * y\ndx, dy = y, x', ['dx', 'dy'], 'f'],
    ['used by backward lines alone', 'q = x + y\nf = q * z\ndq = z\ndx = 1 * dq', ['dq', 'dx'], 'f'],
    ['one of a constant', 'f = x + y\ndx = 1', ['dx'], 'f'],
    ['one among the forward lines', 'q = x + y\ndq = z\nf = q * z', ['dq'], 'f'],
    ['the gradient of the output', 'f = x * y\ndf = 1\ndx = y * df', ['df', 'dx'], 'f'],
    ['behind an unnamed output', 'x = 2; y = 3\nx * y\ndx = y', ['dx'], 'x * y'],
    ['behind f(x, y) = …', 'f(x, y) = x * y\ndx = y', ['dx'], 'f'],
    ['even where it would be broken alone', 'f = x * y\ndx = [y, y, [y]]', ['dx'], 'f'],
  ])('%s', (_, source, asides, output) => {
    expect(setAside(source)).toEqual(asides)
    expect(outputOf(source)).toBe(output)
  })
})

describe('a line is no backward line', () => {
  test.each([
    ['if another statement uses it', 't = 1; dt = 0.1\nf = x + t * dt', 'f'],
    ['if a line that is used uses it', 'x = 1; dx = 2; ddx = dx * 2\nf = x * ddx', 'f'],
    ['if the last, unnamed statement uses it', 'x = 2; dx = x * x\ndx + 1', 'dx + 1'],
    ['if no wire of that name stands above', 'dq = x * y', 'dq'],
    ['if that name comes only below', 'dq = z * 2\nq = x * z', 'q'],
    ['if it is not an assignment of it', 'd = 2\nf = d * x', 'f'],
    ['if it is all there is to compute', 'x = 3\ndx = x * 2', 'dx'],
    ['if it is all there is to compute, in two lines', 'x = 3\ndx = x * 2\ndx += 1', 'dx'],
    ['if only the first half of its name is known', 'f = x * y\ndfdt = f * 2', 'dfdt'],
    ['if only the second half of its name is known', 'q = x * y\ndgdx = q * 2', 'dgdx'],
    ['if one of its names is not a gradient', 'f = x * y\ndx, g = y, f * 2', 'g'],
    ['if it defines a gate', 'x = 2\nf = x * x\nq = 3 f\ndef dx(t): return t\ng = dx(q)', 'g'],
  ])('%s', (_, source, output) => {
    expect(setAside(source)).toEqual([])
    expect(outputOf(source)).toBe(output)
  })
})

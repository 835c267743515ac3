// A plain port of micrograd's engine (Karpathy 2020, MIT) in words of its own: a number is an object that holds the set
// of those it was made of and a function that passes its gradient on; a difference is a sum with what is negated, as
// there. Only its recursion is a stack here: ten thousand gates are deeper than the call stack.

class Value {
  constructor(data, children = [], op = '') {
    this.data = data
    this.grad = 0
    this.passOn = () => {}
    this.children = new Set(children)
    this.op = op
  }

  static of(other) {
    return other instanceof Value ? other : new Value(other)
  }

  add(given) {
    const other = Value.of(given)
    const out = new Value(this.data + other.data, [this, other], '+')
    out.passOn = () => {
      this.grad += out.grad
      other.grad += out.grad
    }
    return out
  }

  mul(given) {
    const other = Value.of(given)
    const out = new Value(this.data * other.data, [this, other], '*')
    out.passOn = () => {
      this.grad += other.data * out.grad
      other.grad += this.data * out.grad
    }
    return out
  }

  sub(other) {
    return this.add(Value.of(other).mul(-1))
  }

  pow(exponent) {
    const out = new Value(this.data ** exponent, [this], `**${exponent}`)
    out.passOn = () => {
      this.grad += exponent * this.data ** (exponent - 1) * out.grad
    }
    return out
  }

  square() {
    return this.pow(2)
  }

  relu() {
    const out = new Value(Math.max(this.data, 0), [this], 'ReLU')
    out.passOn = () => {
      this.grad += (out.data > 0) * out.grad
    }
    return out
  }

  tanh() {
    const t = Math.tanh(this.data)
    const out = new Value(t, [this], 'tanh')
    out.passOn = () => {
      this.grad += (1 - t ** 2) * out.grad
    }
    return out
  }

  backward() {
    const order = []
    const visited = new Set([this])
    const stack = [[this, this.children.values()]]
    while (stack.length > 0) {
      const [node, children] = stack.at(-1)
      const { value: child, done } = children.next()
      if (done) {
        order.push(node)
        stack.pop()
      } else if (!visited.has(child)) {
        visited.add(child)
        stack.push([child, child.children.values()])
      }
    }
    this.grad = 1
    for (const node of order.reverse()) node.passOn()
  }
}

/** The gradients on the inputs. */
export const micrograd = ({ inputs, gates }) => {
  return () => {
    const leaves = inputs.map((value) => new Value(value))
    const values = [...leaves]
    for (const [kind, a, b] of gates) values.push(values[a][kind](values[b]))
    values.at(-1).backward()
    return leaves.map(({ grad }) => grad)
  }
}

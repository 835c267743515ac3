import { grammarOf, type Syntax } from './grammar'

const infix = (symbol: string, power: number, assoc: 'left' | 'right' = 'left'): Syntax => ({
  form: 'infix',
  symbol,
  power,
  assoc,
  latex: (left, right) => `${left} ${symbol} ${right}`,
})
const prefix = (symbol: string, power: number): Syntax => ({
  form: 'prefix',
  symbol,
  power,
  latex: (operand) => `${symbol} ${operand}`,
})
const call = (names: readonly string[]): Syntax => ({
  form: 'call',
  names,
  latex: (...operands) => `${names[0]}(${operands.join(', ')})`,
})

/** Python's precedences, so that this room can be tested without the catalogue of gates. */
export const grammar = grammarOf([
  ['add', [infix('+', 1)]],
  ['sub', [infix('-', 1)]],
  ['mul', [infix('*', 2)]],
  ['div', [infix('/', 2)]],
  ['neg', [prefix('-', 3)]],
  ['pow', [infix('**', 4, 'right')]],
  ['root', [prefix('√', 5)]],
  ['exp', [call(['exp'])]],
  ['sin', [call(['sin'])]],
  ['cos', [call(['cos'])]],
  ['sigmoid', [call(['sigmoid', 'σ'])]],
  ['max', [{ ...call(['max', 'maximum']), folds: true } as Syntax]],
  ['min', [{ ...call(['min', 'minimum']), folds: true } as Syntax]],
])

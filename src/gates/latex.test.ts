import { describe, expect, test } from 'vitest'
import { printLatex, printText } from '../language/print'
import { gates, grammar } from './index'
import { formulaTree } from './run'

const latex = (source: string) => printLatex(formulaTree(source), { grammar })

describe('an expression as LaTeX', () => {
  test.each([
    ['(x + y) * z', '\\left(x + y\\right) \\cdot z'],
    ['x - (y - z)', 'x - \\left(y - z\\right)'],
    ['1 / (1 + exp(-x))', '\\frac{1}{1 + e^{-x}}'],
    ['(x + 1) / (y * 2)', '\\frac{x + 1}{y \\cdot 2}'],
    ['x ** (y + 1)', 'x^{y + 1}'],
    ['(x + 1) ** 2', '\\left(x + 1\\right)^{2}'],
    ['(x ** y) ** z', '\\left(x^{y}\\right)^{z}'],
    ['(x / y) ** 2', '\\left(\\frac{x}{y}\\right)^{2}'],
    ['-x ** 2', '-x^{2}'],
    ['(-x) ** 2', '\\left(-x\\right)^{2}'],
    ['w0 * x1', 'w_{0} \\cdot x_{1}'],
    ['sqrt(x + 1)', '\\sqrt{x + 1}'],
    ['√x', '\\sqrt{x}'],
    ['sigmoid(x)', '\\sigma\\left(x\\right)'],
    ['max(x, y)', '\\max\\left(x, y\\right)'],
    ['abs(x)', '\\left|x\\right|'],
    ['log(x)', '\\ln\\left(x\\right)'],
    ['w[0]', 'w_{0}'],
  ])('%s is typeset %s', (source, expected) => {
    expect(latex(source)).toBe(expected)
  })

  /** TeX stops at `a^{b}^{c}` and at `a_{b}_{c}`. */
  test.each(['exp(x) ** 2', 'square(x) ** 2', 'square(exp(x))', 'x0 ** 2', 'w[0] ** 2'])(
    '%s has no exponent on an exponent without braces',
    (source) => {
      expect(latex(source)).not.toMatch(/(\^\{[^{}]*\}\^|_\{[^{}]*\}_)/)
    },
  )

  test.each([...gates.values()].map((gate) => [gate.formula, gate] as const))(
    'the formula %s and its slopes typeset with balanced braces',
    (formula, gate) => {
      const slopes = gate.locals.map((local) =>
        local.kind === 'formula' ? latex(local.formula) : local.latex,
      )
      for (const text of [latex(formula), ...slopes]) {
        expect(text).not.toBe('')
        expect(text.split('{').length).toBe(text.split('}').length)
        expect(text.split('\\left').length).toBe(text.split('\\right').length)
        expect(text).not.toContain('undefined')
      }
    },
  )
})

test.each([...gates.values()].map((gate) => [gate.formula]))(
  'the formula %s is printed as it is written',
  (formula) => {
    expect(printText(formulaTree(formula), { grammar })).toBe(formula)
  },
)

import { bracketed, preciseNumber } from '../lib/format'

/** Every term as LaTeX and as text; the two never drift apart. */
export type Term = { readonly latex: string; readonly plain: string }
export const same = (text: string): Term => ({ latex: text, plain: text })

/** ∂top/∂bottom */
export const partial = (top: Term, bottom: Term): Term => ({
  latex: `\\frac{\\partial ${top.latex}}{\\partial ${bottom.latex}}`,
  plain: `∂${top.plain}/∂${bottom.plain}`,
})

export const powerOfTen = ' \\cdot 10^'

const numberLatex = (text: string): string =>
  text
    .replace(/e(−?\d+)$/, `${powerOfTen}{$1}`)
    .replaceAll('−', '-')
    .replaceAll('…', '\\ldots ')
    .replaceAll('∞', '\\infty ')
    .replaceAll('NaN', '\\mathrm{NaN}')

export const numberTerm = (value: number, beside = false): Term => {
  const text = preciseNumber(value)
  const isWrapped = beside && text.startsWith('−')
  return {
    latex: isWrapped ? `\\left(${numberLatex(text)}\\right)` : numberLatex(text),
    plain: beside ? bracketed(text) : text,
  }
}

export const dot: Term = { latex: ' \\cdot ', plain: ' · ' }
export const equals = same(' = ')
export const plus = same(' + ')

/** Wrapped so that the page can tell which number it is. */
export const marked = (id: string, terms: readonly Term[]): readonly Term[] =>
  terms.map(({ latex, plain }) => ({ latex: `\\htmlData{factor=${id}}{${latex}}`, plain }))

export const joined = (terms: readonly Term[]): Term => ({
  latex: terms.map(({ latex }) => latex).join(''),
  plain: terms.map(({ plain }) => plain).join(''),
})

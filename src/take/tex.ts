/** Text as LaTeX sets it: its own signs escaped, what only mathematics has as mathematics. */
const signs: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ...(
    [
      ['−', '-'],
      ['-', '-'],
      ['*', '\\ast'],
      ['+', '+'],
      ['=', '='],
      ['<', '<'],
      ['>', '>'],
      ['|', '|'],
      ['·', '\\cdot'],
      ['∞', '\\infty'],
      ['√', '\\surd'],
      ['½', '\\frac12'],
      ['≥', '\\ge'],
      ['≤', '\\le'],
      ['×', '\\times'],
      ['…', '\\ldots'],
      ['²', '^2'],
    ] as const
  ).map(([sign, tex]) => [sign, `\\ensuremath{${tex}}`] as const),
])

const greek =
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega ' +
  'Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega'
const letters = new Map(
  greek
    .split(' ')
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, `\\ensuremath{\\${all[i + 1]}}`] as const] : [])),
)

export const texOf = (text: string): string =>
  [...text]
    .map((char) => {
      const known = signs.get(char) ?? letters.get(char)
      if (known) return known
      if (char >= '₀' && char <= '₉') return `\\ensuremath{_{${char.charCodeAt(0) - 0x2080}}}`
      return char >= ' ' && char <= '~' ? char : '?'
    })
    .join('')

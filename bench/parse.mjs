// Text → tree, an expression of 10,000 operators: ours, mathjs and jsep, warm medians in one process.
import { core } from './bundle.mjs'
import { expression } from './programs.mjs'
import { ms, row, timed } from './report.mjs'

export const parsing = async (quick) => {
  const { parse, grammar, compileAnew } = await core()
  const mathjs = await import('mathjs')
  const { default: jsep } = await import('jsep')
  const text = expression(10_000)
  const time = { milliseconds: quick ? 600 : 2500 }
  const read = parse(text, grammar)
  if (read.problems.length > 0) throw new Error(read.problems[0].message)
  const ours = timed(() => parse(text, grammar), time)
  const theirs = timed(() => mathjs.parse(text), time)
  const small = timed(() => jsep(text), time)
  const whole = timed(() => compileAnew(text), time)
  return {
    title: 'Parsing',
    about:
      'An expression of 10,000 operators: + − · ÷ in equal parts, every tenth operand a call. Warm medians in one process. `compile` is text → circuit: parsing and all wiring.',
    rows: [
      row('mathjs parse', ms(ours), ms(theirs), theirs / ours, '≥ 8', (r) => r >= 8),
      row('jsep', ms(ours), ms(small), small / ours, '', null),
      row('mathjs parse, against compile', ms(whole), ms(theirs), theirs / whole, '', null),
    ],
  }
}
